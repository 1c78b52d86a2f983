import { z } from 'zod';

import type { ImportDecision, ImportedItem, ImportProblem, ImportRow } from '#lib/imports/import-plan.ts';
import { databasePool } from '#server/database/client.ts';

/** A text of an import without its bytes: parts of its row that were written are there. All in the order of their names. */
export interface StagedText {
  readonly position: number;
  readonly name: string;
  /** Of its bytes, as the database writes a large number. */
  readonly size: string;
  readonly hash: string | null;
  readonly problem: ImportProblem | null;
  readonly firstSeenAt: Date | null;
  /** What Plenum itself has written there: it is not checked again. */
  readonly row: ImportRow | null;
  readonly decision: ImportDecision | null;
  readonly address: string | null;
  readonly outcome: ImportedItem | null;
  readonly callId: string | null;
  readonly deckId: string | null;
  readonly made: unknown;
}

const COLUMNS = `position, name, size, hash, problem, first_seen_at AS "firstSeenAt", row, decision, address, outcome, call_id AS "callId", deck_id AS "deckId", made`;
/** Rows that are held at once. */
const PART = 250;

/** Every text of an import, a few hundred at a time. */
export async function* stagedTexts(runId: string): AsyncGenerator<readonly StagedText[]> {
  let after: { readonly name: string; readonly position: number } = { name: '', position: -1 };
  for (;;) {
    const { rows } = await databasePool().query<StagedText>(
      `SELECT ${COLUMNS} FROM import_file
        WHERE run_id = $1 AND kind = 'text' AND (name COLLATE "C", position) > ($2, $3)
        ORDER BY name COLLATE "C", position LIMIT ${PART}`,
      [runId, after.name, after.position],
    );
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows;
    after = last;
  }
}

/** The bytes of a staged file; null when it has none. */
export async function stagedBytes(runId: string, position: number): Promise<Uint8Array | null> {
  const { rows } = await databasePool().query<{ data: Buffer | null }>(
    'SELECT data FROM import_file WHERE run_id = $1 AND position = $2',
    [runId, position],
  );
  return rows[0]?.data ?? null;
}

/** The bytes of several staged files, by their numbers. */
export async function stagedBytesOf(
  runId: string,
  positions: readonly number[],
): Promise<ReadonlyMap<number, Uint8Array>> {
  const { rows } = await databasePool().query<{ position: number; data: Buffer }>(
    'SELECT position, data FROM import_file WHERE run_id = $1 AND position = ANY($2) AND data IS NOT NULL',
    [runId, positions],
  );
  return new Map(rows.map(({ position, data }) => [position, data]));
}

/** Files that are worked on together, and bytes of them. */
const GROUP_FILES = 25;
const GROUP_BYTES = 2_000_000;

/** The same texts in groups whose bytes may be in memory together. */
export function grouped<Text extends Pick<StagedText, 'size'>>(texts: readonly Text[]): readonly (readonly Text[])[] {
  const groups: Text[][] = [];
  let bytes = 0;
  for (const text of texts) {
    const size = Number(text.size);
    const group = groups.at(-1);
    if (group === undefined || group.length >= GROUP_FILES || bytes + size > GROUP_BYTES) {
      groups.push([text]);
      bytes = size;
    } else {
      group.push(text);
      bytes += size;
    }
  }
  return groups;
}

/** A picture of an import. */
export interface StagedPicture {
  readonly position: number;
  readonly name: string;
}

/** The pictures of an import that look like some, by name. */
export async function stagedPictures(runId: string): Promise<readonly StagedPicture[]> {
  const { rows } = await databasePool().query<StagedPicture>(
    `SELECT position, name FROM import_file WHERE run_id = $1 AND kind = 'picture' ORDER BY name COLLATE "C", position`,
    [runId],
  );
  return rows;
}

/** Numbers of what a Plenum wrote beside texts, by name. */
export async function stagedBeside(runId: string): Promise<ReadonlyMap<string, number>> {
  const { rows } = await databasePool().query<StagedPicture>(
    `SELECT position, name FROM import_file WHERE run_id = $1 AND kind = 'beside'`,
    [runId],
  );
  return new Map(rows.map(({ position, name }) => [name, position]));
}

const ignoredSchema = z.array(z.object({ name: z.string(), problem: z.custom<ImportProblem>() }));

/** Files that are left aside, each with why. */
export async function stagedIgnored(
  runId: string,
): Promise<readonly { readonly file: string; readonly problem: ImportProblem }[]> {
  const { rows } = await databasePool().query(
    `SELECT name, problem FROM import_file WHERE run_id = $1 AND kind <> 'text' AND problem IS NOT NULL
      ORDER BY name COLLATE "C", position`,
    [runId],
  );
  return ignoredSchema.parse(rows).map(({ name, problem }) => ({ file: name, problem }));
}

/** Notes what is wrong with a file that was looked at more closely. */
export async function noteProblem(runId: string, position: number, problem: ImportProblem): Promise<void> {
  await databasePool().query('UPDATE import_file SET problem = $3 WHERE run_id = $1 AND position = $2', [
    runId,
    position,
    JSON.stringify(problem),
  ]);
}

/** Writes one column of many rows of an import at once. */
export async function writeColumn(
  runId: string,
  column: 'row' | 'decision' | 'address',
  values: readonly (readonly [position: number, value: unknown])[],
): Promise<void> {
  if (values.length === 0) return;
  const type = column === 'address' ? 'text' : 'jsonb';
  const written = values.map(([, value]) => (column === 'address' ? value : JSON.stringify(value)));
  await databasePool().query(
    `UPDATE import_file SET ${column} = given.value
       FROM unnest($2::int[], $3::${type}[]) AS given (at, value)
      WHERE run_id = $1 AND position = given.at`,
    [runId, values.map(([position]) => position), written],
  );
}
