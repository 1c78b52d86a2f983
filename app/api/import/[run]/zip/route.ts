import { Refusal } from '#lib/errors.ts';
import { messages } from '#lib/messages/en.ts';
import { receiveZip } from '#server/imports/receive-zip.ts';
import { takeFiles, type FilesProps } from '#app/api/import/answer.ts';

/** Takes an archive whose files are imported: its bytes are the body. They go to the disk as they come, and are unpacked one by one. */
export async function POST(request: Request, props: FilesProps): Promise<Response> {
  return takeFiles(request, props, async (id) => {
    if (request.body === null) throw new Refusal('invalid', messages.bring.zip.broken);
    return receiveZip(id, request.body);
  });
}
