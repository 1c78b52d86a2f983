import { freeCallAddress } from '#lib/dates/call-date.ts';
import { Refusal } from '#lib/errors.ts';
import type { ImportDecision } from '#lib/imports/import-plan.ts';
import { runTargetSchema } from '#lib/imports/import-run.ts';
import { messages } from '#lib/messages/en.ts';
import { defaultTemplate } from '#lib/series/default-template.ts';
import { database } from '#server/database/client.ts';
import { insertSeries } from '#server/series/insert-series.ts';
import { Prisma, type ImportRun, type Series } from '#prisma/client/client.ts';

import { stagedTexts, writeColumn, type StagedText } from './staged-rows.ts';

/** So many names of files are said where none comes in. */
const MOST_NAMES = 20;

/**
 * Keeps what was decided for each file, settles at which address each will be, makes the series where one is asked for, and lets the
 * writing begin. An import of which nothing would come is refused, in one sentence that says why, and makes no series.
 */
export async function decideRun(run: ImportRun, decisions: readonly ImportDecision[]): Promise<ImportRun> {
  if (run.state !== 'planned') {
    const { state } = await database().importRun.findUniqueOrThrow({ where: { id: run.id }, select: { state: true } });
    if (state !== 'planned') throw new Refusal('conflict', messages.bring.notWaiting);
  }
  const byFile = new Map(decisions.map((decision) => [decision.file, decision]));
  await requireSomething(run.id, byFile);
  const taken = await takenAddresses(run.seriesId);
  for await (const part of stagedTexts(run.id)) {
    const decided = part.flatMap(({ position, name }) => {
      const decision = byFile.get(name);
      return decision === undefined ? [] : [[position, decision] as const];
    });
    await writeColumn(run.id, 'decision', decided);
    await writeColumn(
      run.id,
      'address',
      part.flatMap((text) => placeOf(text, byFile, taken)),
    );
  }
  return beginWriting(run);
}

/** Whether a decision brings its file in. */
function comesIn({ kind, date }: ImportDecision): boolean {
  return kind === 'template' || (kind !== 'unsure' && date !== null);
}

type Decisions = ReadonlyMap<string, ImportDecision>;

async function requireSomething(runId: string, byFile: Decisions): Promise<void> {
  const names: string[] = [];
  let first: StagedText | null = null;
  for await (const part of stagedTexts(runId)) {
    if (part.some((text) => willComeIn(text, byFile))) return;
    first ??= part.find(({ row }) => row !== null && !isReadable(row)) ?? null;
    names.push(...part.map(({ name }) => name));
  }
  throw nothingOf(names.slice(0, MOST_NAMES), first);
}

function willComeIn({ name, row }: StagedText, byFile: Decisions): boolean {
  const decision = byFile.get(name);
  return row !== null && isReadable(row) && decision !== undefined && comesIn(decision);
}

/** Why nothing comes in: the first file that cannot be read says most. */
function nothingOf(names: readonly string[], unreadable: StagedText | null): Refusal {
  const [problem] = unreadable?.row?.problems ?? [];
  if (unreadable === null || problem === undefined)
    return new Refusal('invalid', `${messages.importProblems.nothingChosen} (${names.join(', ')})`);
  const code = problem.code === 'too-large' ? 'too-large' : 'invalid';
  return new Refusal(code, `${unreadable.name}: ${messages.importProblems.sentence(problem)}`);
}

/** What cannot be read has no slides: every text that can has one at least. */
export function isReadable({ slides }: { readonly slides: number }): boolean {
  return slides > 0;
}

function placeOf(
  { position, name, row }: StagedText,
  byFile: Decisions,
  taken: Set<string>,
): readonly (readonly [number, string])[] {
  const decision = byFile.get(name);
  if (decision === undefined || row === null || row.imported !== null || !isReadable(row)) return [];
  if (!comesIn(decision) || decision.kind === 'template' || decision.date === null) return [];
  const address = freeCallAddress(decision.date, (candidate) => taken.has(candidate));
  taken.add(address);
  return [[position, address]];
}

async function takenAddresses(seriesId: string | null): Promise<Set<string>> {
  if (seriesId === null) return new Set();
  const where = { seriesId };
  const [calls, moved] = await Promise.all([
    database().call.findMany({ where, select: { address: true } }),
    database().callAddress.findMany({ where, select: { address: true } }),
  ]);
  return new Set([...calls, ...moved].map(({ address }) => address));
}

async function beginWriting(run: ImportRun, again = true): Promise<ImportRun> {
  try {
    return await database().$transaction(async (tx) => {
      // Of two who press the button at once, the second finds it begun.
      await tx.$queryRaw`SELECT 1 FROM import_run WHERE id = ${run.id}::uuid FOR UPDATE`;
      const { state } = await tx.importRun.findUniqueOrThrow({ where: { id: run.id } });
      if (state !== 'planned') throw new Refusal('conflict', messages.bring.notWaiting);
      const target = runTargetSchema.parse(run.target);
      const made: Series | null =
        'form' in target
          ? await insertSeries(tx, {
              form: target.form,
              personId: run.personId,
              template: defaultTemplate,
              details: { by: 'import' },
            })
          : null;
      return tx.importRun.update({
        where: { id: run.id },
        data: {
          state: 'writing',
          done: 0,
          changedAt: new Date(),
          ...(made === null ? {} : { seriesId: made.id, made: true }),
        },
      });
    });
  } catch (error) {
    // Two series of one name were made in the same moment: the second looks again for a free address.
    if (again && error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002')
      return beginWriting(run, false);
    throw error;
  }
}
