import { z } from 'zod';

import { Refusal } from '#lib/errors.ts';
import type { KeptWhy, UndoReport } from '#lib/imports/import-run.ts';
import { messages } from '#lib/messages/en.ts';
import type { Visitor } from '#lib/visitor.ts';
import { audit } from '#server/audit.ts';
import { bus } from '#server/bus/open-bus.ts';
import { database, type Transaction } from '#server/database/client.ts';
import { log } from '#server/log.ts';
import type { ImportRun } from '#prisma/client/client.ts';

import { findRun } from './open-run.ts';
import { moveRun, progressOf, type Progress } from './run-state.ts';
import { stagedTexts, type StagedText } from './staged-rows.ts';
import { removePictures } from './undo-pictures.ts';
import type { Watching } from './work-run.ts';

/** For so long an import can be undone as a whole; the database holds to it too. */
const UNDO_MS = 7 * 24 * 60 * 60 * 1_000;
/** Large records take their time. Milliseconds. */
const TRANSACTION_TIMEOUT = 120_000;

/** Until when an import can be undone; null when it cannot. */
export function undoableUntil({ state, writtenAt }: Pick<ImportRun, 'state' | 'writtenAt'>): Date | null {
  if ((state !== 'done' && state !== 'failed') || writtenAt === null) return null;
  const until = new Date(writtenAt.getTime() + UNDO_MS);
  return until > new Date() ? until : null;
}

/** Marks an import to be undone; the work follows. For who may import there. Refuses one that is too old, or that made nothing. */
export async function beginUndo(visitor: Visitor, runId: string): Promise<void> {
  const run = await findRun(visitor, runId);
  if (undoableUntil(run) === null || !(await moveRun(runId, ['done', 'failed'], 'undoing', { done: 0 })))
    throw new Refusal('conflict', messages.bring.undo.tooLate);
}

/**
 * Takes back what an import made: calls, records and templates that nobody has changed since, each in a transaction of its own, then
 * pictures that nothing shows any more, then the series when it was made for the import and is empty. What was changed stays, and is
 * listed. Doing it again goes on where it ended.
 */
export async function undoRun(runId: string, { told, signal }: Watching = {}): Promise<UndoReport> {
  const run = await database().importRun.findUniqueOrThrow({ where: { id: runId } });
  const { removed, kept } = await takeAllBack(run, progressOf(runId, told, signal));
  if (run.seriesId !== null) await removePictures(run.id, run.seriesId);
  const series = run.made && run.seriesId !== null && (await removeEmptySeries(run, run.seriesId));
  const report = { removed, kept, series };
  await database().$executeRaw`
    UPDATE import_run SET state = 'undone', undone = ${JSON.stringify(report)}::jsonb, changed_at = now()
     WHERE id = ${runId}::uuid AND state = 'undoing'`;
  if (run.seriesId !== null) bus().publish('rows.changed', { seriesId: run.seriesId, callId: null, what: 'calls' });
  return report;
}

async function takeAllBack(run: ImportRun, progress: Progress): Promise<Omit<UndoReport, 'series'>> {
  const of = await database().importFile.count({ where: { runId: run.id, deckId: { not: null } } });
  const kept: UndoReport['kept'][number][] = [];
  let done = 0;
  for await (const part of stagedTexts(run.id))
    for (const text of part.filter(({ deckId }) => deckId !== null)) {
      const why = await takeBack(run, text);
      if (why !== null) kept.push({ file: text.name, address: text.outcome?.address ?? '', why });
      await progress(++done, of);
    }
  return { removed: done - kept.length, kept };
}

const madeSchema = z.object({ title: z.string().optional(), address: z.string().optional() }).nullable().catch(null);

/** Null when it went, or was gone; else why it stays. */
async function takeBack(run: ImportRun, { callId, deckId, made }: StagedText): Promise<KeptWhy | null> {
  try {
    return await database().$transaction(
      async (tx) =>
        callId === null
          ? takeBackTemplate(tx, deckId ?? '')
          : takeBackCall(tx, { run, callId, made: madeSchema.parse(made) }),
      { timeout: TRANSACTION_TIMEOUT },
    );
  } catch (error) {
    log.error('something could not be taken back with its import', { runId: run.id, callId, deckId, error });
    return 'changed';
  }
}

interface MadeCall {
  readonly run: ImportRun;
  readonly callId: string;
  readonly made: z.infer<typeof madeSchema>;
}

async function takeBackCall(tx: Transaction, { run, callId, made }: MadeCall): Promise<KeptWhy | null> {
  // Whoever starts, moves or deletes it at this moment waits, or is waited for.
  await tx.$queryRaw`SELECT 1 FROM call WHERE id = ${callId}::uuid FOR UPDATE`;
  const call = await tx.call.findUnique({
    where: { id: callId },
    include: {
      decks: { select: { id: true, headSeq: true, sections: { select: { reporterId: true } } } },
      record: { select: { editions: { select: { number: true } } } },
    },
  });
  if (call === null) return null;
  const why = whyChanged(call, made);
  if (why !== null) return why;
  // The door by which sealed editions may go with their import: the database looks whether this one may.
  await tx.$executeRaw`SELECT set_config('plenum.undo_import', ${run.id}, true)`;
  await tx.edition.deleteMany({ where: { record: { callId } } });
  await tx.link.deleteMany({ where: { deckId: { in: call.decks.map(({ id }) => id) } } });
  await tx.importedFile.deleteMany({ where: { callId } });
  await tx.call.delete({ where: { id: callId } });
  const { seriesId, address } = call;
  await audit(tx, { act: 'call.undoImport', personId: run.personId, seriesId, callId, details: { address } });
  return null;
}

interface ChangeableCall {
  readonly title: string;
  readonly address: string;
  readonly state: string;
  readonly startedAt: Date | null;
  readonly decks: readonly {
    readonly headSeq: bigint;
    readonly sections: readonly { readonly reporterId: string | null }[];
  }[];
  readonly record: { readonly editions: readonly unknown[] } | null;
}

/** Why a call is no longer only what the import made of it; null when it is. */
function whyChanged(call: ChangeableCall, made: MadeCall['made']): KeptWhy | null {
  if (call.state === 'live' || (call.state === 'ended' && call.record === null)) return 'began';
  if ((call.record?.editions.length ?? 0) > 1 || call.decks.length > 1) return 'corrected';
  if (call.decks.some(({ headSeq }) => headSeq > 1n)) return 'edited';
  return isOtherwise(call, made) ? 'changed' : null;
}

/** Whether somebody has taken a section, moved it or renamed it. */
function isOtherwise({ decks, address, title }: ChangeableCall, made: MadeCall['made']): boolean {
  const taken = decks.some(({ sections }) => sections.some(({ reporterId }) => reporterId !== null));
  return taken || (made?.address ?? address) !== address || (made?.title ?? title) !== title;
}

async function takeBackTemplate(tx: Transaction, deckId: string): Promise<KeptWhy | null> {
  await tx.$queryRaw`SELECT 1 FROM deck WHERE id = ${deckId} FOR UPDATE`;
  const deck = await tx.deck.findUnique({ where: { id: deckId } });
  if (deck === null) return null;
  if (deck.headSeq > 1n) return 'template';
  await tx.importedFile.deleteMany({ where: { deckId } });
  await tx.deck.delete({ where: { id: deckId } });
  return null;
}

/** Whether the series that was made for the import held nothing else, and went. */
async function removeEmptySeries(run: ImportRun, seriesId: string): Promise<boolean> {
  return database().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM series WHERE id = ${seriesId}::uuid FOR UPDATE`;
    const series = await tx.series.findUnique({
      where: { id: seriesId },
      include: {
        decks: { select: { headSeq: true } },
        _count: { select: { calls: true, teams: true, memberships: true, links: true, apiTokens: true } },
      },
    });
    if (series === null) return true;
    const { calls, teams, memberships, links, apiTokens } = series['_count'];
    const used = calls + teams + links + apiTokens > 0 || memberships > 1;
    if (used || series.decks.some(({ headSeq }) => headSeq > 1n)) return false;
    await tx.series.delete({ where: { id: seriesId } });
    await audit(tx, {
      act: 'series.undoImport',
      personId: run.personId,
      seriesId,
      details: { name: series.name },
    });
    return true;
  });
}
