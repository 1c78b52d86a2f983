import 'server-only';
import { currentVisitor } from '#app/current-visitor.ts';
import { isOwnOrigin } from '#app/own-origin.ts';
import { Refusal, type RefusalCode } from '#lib/errors.ts';
import type { ImportAnswer } from '#lib/imports/import-wire.ts';
import { messages } from '#lib/messages/en.ts';
import type { Visitor } from '#lib/visitor.ts';
import { REFUSAL_STATUS } from '#server/http/refusal-status.ts';
import { openForFiles } from '#server/imports/act-on-run.ts';
import { log } from '#server/log.ts';

const ANSWERS: ReadonlySet<RefusalCode> = new Set(['invalid', 'too-large', 'conflict']);

/**
 * Answers a request of the import pages as JSON (lib/imports/import-wire). One that writes must come from a page of ours. Asked before
 * the body is read: nobody without an account makes us take any.
 */
export async function answerImport(
  request: Request,
  work: (visitor: Visitor) => Promise<ImportAnswer>,
): Promise<Response> {
  if (request.method !== 'GET' && !isOwnOrigin(request.headers)) return refusal(403, messages.imports.elsewhere);
  const visitor = await currentVisitor();
  if (visitor.person?.signedIn !== true) return refusal(401, messages.imports.signIn);
  try {
    return answered(200, await work(visitor));
  } catch (error) {
    // That something cannot be taken is an answer like any other: browsers call every other status a failure.
    if (error instanceof Refusal)
      return refusal(ANSWERS.has(error.code) ? 200 : REFUSAL_STATUS[error.code], error.message);
    log.error('import failed', { error });
    return refusal(500, messages.bring.failed);
  }
}

/** Where files of an import are sent to. */
export interface FilesProps {
  readonly params: Promise<{ readonly run: string }>;
}

/** Takes files of an import that still waits for some, which is asked before the body is read. Answers with the number of the next file. */
export async function takeFiles(
  request: Request,
  { params }: FilesProps,
  take: (runId: string) => Promise<number>,
): Promise<Response> {
  return answerImport(request, async (visitor) => {
    const { id } = await openForFiles(visitor, (await params).run);
    return { type: 'taken', next: await take(id) };
  });
}

function refusal(status: number, message: string): Response {
  return answered(status, { type: 'refused', message });
}

function answered(status: number, answer: ImportAnswer): Response {
  return Response.json(answer, { status, headers: { 'Cache-Control': 'no-store' } });
}
