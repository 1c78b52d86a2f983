import type { OperationLine } from '#lib/api/operation-line.ts';
import { OPERATIONS } from './operations/all.ts';

/** What the page about the API says of each operation; the whole is in the OpenAPI document. */
export function apiLines(): readonly OperationLine[] {
  return OPERATIONS.map(({ id, method, path, summary, scope, body }) => ({
    id,
    method,
    path,
    summary,
    scope,
    body: body.kind,
  }));
}
