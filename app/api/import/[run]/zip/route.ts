import { Refusal } from '#lib/errors.ts';
import { messages } from '#lib/messages/en.ts';
import { openForFiles } from '#server/imports/act-on-run.ts';
import { receiveZip } from '#server/imports/receive-zip.ts';
import { answerImport } from '#app/api/import/answer.ts';

interface Props {
  readonly params: Promise<{ readonly run: string }>;
}

/** Takes an archive whose files are imported: its bytes are the body. They go to the disk as they come, and are unpacked one by one. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  const { run } = await params;
  return answerImport(request, async (visitor) => {
    const { id } = await openForFiles(visitor, run);
    if (request.body === null) throw new Refusal('invalid', messages.bring.zip.broken);
    return { type: 'taken', next: await receiveZip(id, request.body) };
  });
}
