import { Refusal } from '#lib/errors.ts';
import { importActSchema, type ImportAnswer } from '#lib/imports/import-wire.ts';
import { messages } from '#lib/messages/en.ts';
import type { Visitor } from '#lib/visitor.ts';
import { actOnRun } from '#server/imports/act-on-run.ts';
import { runView } from '#server/imports/run-view.ts';
import { answerImport } from '#app/api/import/answer.ts';

interface Props {
  readonly params: Promise<{ readonly run: string }>;
}

/** How far an import is, with its plan or report. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { run } = await params;
  return answerImport(request, async (visitor) => ({ type: 'run', run: await runView(visitor, run) }));
}

/** Lets an import go on: reads it, brings in what was decided, undoes it, or forgets it (JSON). */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  const { run } = await params;
  return answerImport(request, async (visitor): Promise<ImportAnswer> => act(visitor, run, request));
}

async function act(visitor: Visitor, run: string, request: Request): Promise<ImportAnswer> {
  const asked = importActSchema.safeParse(await request.json().catch(() => null));
  if (!asked.success) throw new Refusal('invalid', messages.bring.notUnderstood);
  const there = await actOnRun(visitor, run, asked.data);
  return there ? { type: 'run', run: await runView(visitor, run) } : { type: 'gone' };
}
