import { importAnswerSchema, type ImportAnswer, type ImportTarget } from '#lib/imports/import-wire.ts';
import type { ImportDecision } from '#lib/imports/import-plan.ts';

/** A chosen file with its path within the folder it was chosen from. */
export interface ChosenFile {
  readonly name: string;
  readonly file: File;
}

interface Sent {
  readonly target: ImportTarget;
  readonly decisions: readonly ImportDecision[] | null;
}

/**
 * Sends files to be read (without decisions) or brought in (with them), and calls back with each answer as it comes: progress,
 * then the plan, the report or a refusal. Throws when the server cannot be reached or breaks off.
 */
export async function sendImport(
  files: readonly ChosenFile[],
  sent: Sent,
  onAnswer: (answer: ImportAnswer) => void,
): Promise<void> {
  const body = new FormData();
  body.set('request', JSON.stringify(sent));
  for (const { name, file } of files) body.append('files', file, name);
  const response = await fetch('/api/import', { method: 'POST', body });
  if (response.body === null) throw new Error('The server sent nothing.');
  const last = await readLines(response.body, onAnswer);
  if (last === 'progress' || last === null) throw new Error('The server broke off.');
}

/** Reads answers, one JSON line each; gives the type of the last one. */
async function readLines(
  body: ReadableStream<Uint8Array>,
  onAnswer: (answer: ImportAnswer) => void,
): Promise<ImportAnswer['type'] | null> {
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let rest = '';
  let last: ImportAnswer['type'] | null = null;
  for (;;) {
    const { done, value } = await reader.read();
    rest += done ? decoder.decode() : decoder.decode(value, { stream: true });
    const lines = rest.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const answer = importAnswerSchema.parse(JSON.parse(line));
      last = answer.type;
      onAnswer(answer);
    }
    if (done) return last;
  }
}
