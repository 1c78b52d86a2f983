import { importAnswerSchema, type ImportAct, type ImportAnswer, type ImportStart } from '#lib/imports/import-wire.ts';
import type { ImportRunView } from '#lib/imports/import-run.ts';
import { messages } from '#lib/messages/en.ts';

/** A chosen file with its path within the folder it was chosen from. */
export interface ChosenFile {
  readonly name: string;
  readonly file: File;
}

/** What a person is told when something is not taken. */
export class ImportRefusal extends Error {}

/** So much goes with one request: enough to be quick, little enough to be sent again. */
const PART_BYTES = 12_000_000;
const PART_FILES = 200;

/**
 * Begins an import and sends its files, a few megabytes at a time, and says how many bytes are through. Then it is being read, whoever
 * looks. Gives its id. Throws `ImportRefusal` with a sentence.
 */
export async function startImport(
  start: ImportStart,
  files: readonly ChosenFile[],
  onSent: (bytes: number) => void,
): Promise<string> {
  const begun = await send('/api/import', { method: 'POST', body: JSON.stringify(start) });
  if (begun.type !== 'begun') throw new ImportRefusal(messages.bring.failed);
  const at = `/api/import/${begun.id}`;
  const [first] = files;
  if (start.source.type === 'zip' && first !== undefined) await sendArchive(`${at}/zip`, first.file, onSent);
  else await sendParts(at, files, onSent);
  await actOnImport(begun.id, { act: 'read' });
  return begun.id;
}

/** The whole archive as one body. Only this way a browser says how much of one is through. */
async function sendArchive(path: string, file: File, onSent: (bytes: number) => void): Promise<void> {
  const answered = Promise.withResolvers<string>();
  const request = new XMLHttpRequest();
  request.open('POST', path);
  request.upload.addEventListener('progress', ({ loaded }) => onSent(loaded));
  request.addEventListener('load', () => answered.resolve(request.responseText));
  request.addEventListener('error', () => answered.reject(new Error('The server cannot be reached.')));
  request.send(file);
  requireTaken(importAnswerSchema.parse(JSON.parse(await answered.promise)));
}

async function sendParts(at: string, files: readonly ChosenFile[], onSent: (bytes: number) => void): Promise<void> {
  let from = 0;
  let sent = 0;
  for (const part of partsOf(files)) {
    const body = new FormData();
    for (const { name, file } of part) body.append('files', file, name);
    const answer = await send(`${at}/files?from=${from}`, { method: 'POST', body });
    if (answer.type === 'taken') from = answer.next;
    sent += part.reduce((sum, { file }) => sum + file.size, 0);
    onSent(sent);
  }
}

function partsOf(files: readonly ChosenFile[]): readonly (readonly ChosenFile[])[] {
  const parts: ChosenFile[][] = [];
  let bytes = 0;
  for (const chosen of files) {
    const part = parts.at(-1);
    if (part === undefined || part.length >= PART_FILES || bytes + chosen.file.size > PART_BYTES) {
      parts.push([chosen]);
      bytes = chosen.file.size;
    } else {
      part.push(chosen);
      bytes += chosen.file.size;
    }
  }
  return parts;
}

/** Lets an import go on; the import as it is then, or null when it is gone. Throws `ImportRefusal` with a sentence. */
export async function actOnImport(id: string, act: ImportAct): Promise<ImportRunView | null> {
  const answer = await send(`/api/import/${id}`, { method: 'POST', body: JSON.stringify(act) });
  return answer.type === 'run' ? answer.run : null;
}

/** How far an import is. Throws when it cannot be asked for. */
export async function loadImport(id: string): Promise<ImportRunView | null> {
  const answer = await send(`/api/import/${id}`, { method: 'GET' });
  return answer.type === 'run' ? answer.run : null;
}

async function send(path: string, init: RequestInit): Promise<ImportAnswer> {
  const response = await fetch(path, init);
  return requireTaken(importAnswerSchema.parse(await response.json()));
}

function requireTaken(answer: ImportAnswer): ImportAnswer {
  if (answer.type === 'refused') throw new ImportRefusal(answer.message);
  return answer;
}
