import { Refusal } from '#lib/errors.ts';
import { MOST_PART_BYTES } from '#lib/imports/import-wire.ts';
import { messages } from '#lib/messages/en.ts';
import { stageFiles, type SourceFile } from '#server/imports/stage-files.ts';
import { takeFiles, type FilesProps } from '#app/api/import/answer.ts';

/**
 * Takes some files of an import: a multipart body of `files`, each named by its path, to be numbered from `?from=` on. Sent again they
 * count once.
 */
export async function POST(request: Request, props: FilesProps): Promise<Response> {
  return takeFiles(request, props, async (id) => {
    const from = Number(new URL(request.url).searchParams.get('from'));
    const length = Number(request.headers.get('content-length') ?? Number.NaN);
    if (!Number.isSafeInteger(from) || from < 0 || Number.isNaN(length))
      throw new Refusal('invalid', messages.bring.notUnderstood);
    if (length > MOST_PART_BYTES) throw new Refusal('too-large', messages.bring.partTooLarge);
    const body = await request.formData().catch(() => null);
    if (body === null) throw new Refusal('invalid', messages.imports.failed);
    return stageFiles(id, filesOf(body), from);
  });
}

async function* filesOf(body: FormData): AsyncGenerator<SourceFile> {
  for (const entry of body.getAll('files'))
    if (entry instanceof File) yield { name: entry.name, bytes: new Uint8Array(await entry.arrayBuffer()) };
}
