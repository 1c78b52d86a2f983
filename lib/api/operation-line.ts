import type { Scope } from './scopes.ts';

/** One operation of the HTTP API, as its page shows it. */
export interface OperationLine {
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT';
  /** Below `/api/v1`. */
  readonly path: string;
  readonly summary: string;
  readonly scope: Scope;
  readonly body: 'none' | 'json' | 'markdown';
}
