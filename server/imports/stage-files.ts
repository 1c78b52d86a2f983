import { createHash } from 'node:crypto';

import { MAX_PICTURE_BYTES } from '#lib/assets/asset-limits.ts';
import { sniffPicture } from '#lib/assets/sniff-picture.ts';
import { sniffUnfit } from '#lib/assets/sniff-unfit.ts';
import { Refusal } from '#lib/errors.ts';
import { isHidden, kindOfFile } from '#lib/imports/analyse-files.ts';
import { MAX_BESIDE_BYTES } from '#lib/imports/beside.ts';
import { cleanFileName } from '#lib/imports/file-name.ts';
import { MAX_TEXT_BYTES, type ImportProblem } from '#lib/imports/import-plan.ts';
import { messages } from '#lib/messages/en.ts';
import { pictureProblems } from '#lib/messages/picture-problems.ts';
import { databasePool } from '#server/database/client.ts';

/** Most files of one import, and bytes of them. */
const MOST_FILES = 50_000;
const MOST_BYTES = 4_000_000_000;
/** So much is held in memory before it goes to the database. */
const BATCH_BYTES = 8_000_000;
const BATCH_FILES = 200;

/** A file on its way in. */
export interface SourceFile {
  /** As it was written where it is from. */
  readonly name: string;
  /** Null for one that was not even read, for `problem`. */
  readonly bytes: Uint8Array | null;
  readonly size?: number;
  readonly problem?: ImportProblem;
  /** When a repository had it first and last. */
  readonly firstSeenAt?: Date | null;
  readonly lastSeenAt?: Date | null;
}

interface StagedFile {
  readonly position: number;
  readonly name: string;
  readonly kind: ReturnType<typeof kindOfFile>;
  readonly size: number;
  readonly bytes: Uint8Array | null;
  readonly problem: ImportProblem | null;
  readonly firstSeenAt: Date | null;
  readonly lastSeenAt: Date | null;
}

/**
 * Puts files into the rows of an import, a few megabytes at a time, each under its number from `from` on: names are never paths of ours.
 * Hidden files are passed over. What is there already under a number stays, so that a part that was sent twice counts once. Gives the
 * next number. Refuses more files or bytes than one import may have.
 */
export async function stageFiles(
  runId: string,
  files: AsyncIterable<SourceFile> | Iterable<SourceFile>,
  from = 0,
): Promise<number> {
  const batch = new Batch(runId, await bytesOf(runId));
  let position = from;
  for await (const file of files) {
    if (isHidden(cleanFileName(file.name).name)) continue;
    if (position >= MOST_FILES) throw new Refusal('too-large', messages.bring.tooManyFiles(MOST_FILES));
    await batch.add(prepared(file, position));
    position += 1;
  }
  await batch.flush();
  return position;
}

/** Files on their way into the database. */
class Batch {
  readonly #runId: string;
  #files: StagedFile[] = [];
  #bytes = 0;
  #all: number;

  /** `all`: the bytes that are there already. */
  constructor(runId: string, all: number) {
    this.#runId = runId;
    this.#all = all;
  }

  async add(file: StagedFile): Promise<void> {
    const size = file.bytes?.length ?? 0;
    this.#files.push(file);
    this.#bytes += size;
    this.#all += size;
    if (this.#all > MOST_BYTES) throw new Refusal('too-large', messages.bring.tooManyBytes(MOST_BYTES / 1_000_000_000));
    if (this.#bytes >= BATCH_BYTES || this.#files.length >= BATCH_FILES) await this.flush();
  }

  async flush(): Promise<void> {
    await insert(this.#runId, this.#files);
    this.#files = [];
    this.#bytes = 0;
  }
}

async function bytesOf(runId: string): Promise<number> {
  const { rows } = await databasePool().query<{ bytes: string }>(
    'SELECT coalesce(sum(size), 0) AS bytes FROM import_file WHERE run_id = $1 AND hash IS NOT NULL',
    [runId],
  );
  return Number(rows[0]?.bytes ?? 0);
}

function prepared(file: SourceFile, position: number): StagedFile {
  const { bytes, size = bytes?.length ?? 0, firstSeenAt = null, lastSeenAt = null } = file;
  const clean = cleanFileName(file.name);
  const problem = file.problem ?? clean.problem ?? (bytes === null ? null : problemOf(clean.name, bytes));
  return {
    position,
    name: clean.name,
    kind: kindOf(clean.name, problem),
    size,
    bytes: problem === null ? bytes : null,
    problem,
    firstSeenAt,
    lastSeenAt,
  };
}

/** What a file counts as. A text that is too large still has a line in the table. */
function kindOf(name: string, problem: ImportProblem | null): StagedFile['kind'] {
  const kind = kindOfFile(name);
  return problem === null || (kind === 'text' && problem.code === 'too-large') ? kind : 'other';
}

/** What can be told of a file by its name, its length and its first bytes. */
function problemOf(name: string, bytes: Uint8Array): ImportProblem | null {
  const kind = kindOfFile(name);
  if (kind === 'other') return { code: 'unknown-type' };
  const limit = mostBytes(name);
  if (bytes.length > limit) return { code: 'too-large', bytes: bytes.length, limit };
  if (kind !== 'picture' || sniffPicture(bytes) !== null) return null;
  const unfit = sniffUnfit(bytes);
  return unfit === null ? { code: 'not-a-picture' } : { code: 'unfit-picture', detail: pictureProblems.unfit[unfit] };
}

const MOST_BYTES_OF = {
  text: MAX_TEXT_BYTES,
  beside: MAX_BESIDE_BYTES,
  picture: MAX_PICTURE_BYTES,
  other: MAX_PICTURE_BYTES,
} as const;

/** Most bytes that a file of this name may have: more of it is never read. */
export function mostBytes(name: string): number {
  return MOST_BYTES_OF[kindOfFile(name)];
}

async function insert(runId: string, files: readonly StagedFile[]): Promise<void> {
  if (files.length === 0) return;
  const COLUMNS = 10;
  const places = files.map((_file, row) => {
    const at = Array.from({ length: COLUMNS - 1 }, (_none, column) => `$${row * (COLUMNS - 1) + column + 2}`);
    return `($1, ${at.join(', ')})`;
  });
  const values = files.flatMap((file) => [
    file.position,
    file.name,
    file.kind,
    file.size,
    file.bytes === null ? null : createHash('sha256').update(file.bytes).digest('hex'),
    file.bytes === null ? null : Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength),
    file.problem === null ? null : JSON.stringify(file.problem),
    file.firstSeenAt,
    file.lastSeenAt,
  ]);
  await databasePool().query(
    `INSERT INTO import_file (run_id, position, name, kind, size, hash, data, problem, first_seen_at, last_seen_at)
     VALUES ${places.join(', ')} ON CONFLICT DO NOTHING`,
    [runId, ...values],
  );
}
