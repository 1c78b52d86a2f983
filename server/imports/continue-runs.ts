import { Refusal } from '#lib/errors.ts';
import { database } from '#server/database/client.ts';
import { log } from '#server/log.ts';
import { importStateSchema, type ImportState } from '#lib/imports/import-run.ts';

import { undoRun } from './undo-run.ts';
import { failRun, workReading, workWriting } from './work-run.ts';

/** Whoever works on an import says so every second or sooner: after so long it is nobody any more. Milliseconds. */
const STALE_MS = 20_000;
/** An import that nobody has decided, or whose files stopped coming, is thrown away after a week. */
const FORGOTTEN_MS = 7 * 24 * 60 * 60 * 1_000;

/** The imports that this process works on. */
const underWay = new Map<string, Promise<void>>();
let closing = new AbortController();

const WORK: Partial<Record<ImportState, (runId: string, watching: { signal: AbortSignal }) => Promise<unknown>>> = {
  reading: workReading,
  writing: workWriting,
  undoing: undoRun,
};

/** Begins the work that an import's state asks for, in this process, without waiting for it. Doing it twice is one work. */
export function beginWork(runId: string): void {
  if (underWay.has(runId)) return;
  const { signal } = closing;
  underWay.set(
    runId,
    work(runId, signal).finally(() => underWay.delete(runId)),
  );
}

async function work(runId: string, signal: AbortSignal): Promise<void> {
  try {
    const run = await database().importRun.findUnique({ where: { id: runId }, select: { state: true } });
    const does = run === null ? undefined : WORK[importStateSchema.parse(run.state)];
    await does?.(runId, { signal });
  } catch (error) {
    // Another process, or this one when it is back, goes on.
    if (signal.aborted || isAway(error)) return log.info('an import waits', { runId });
    await failRun(runId, error).catch((fault: unknown) => log.error('an import failed', { runId, error: fault }));
  }
  return undefined;
}

/** Whether the database is away: that says nothing of the import. */
function isAway(error: unknown): boolean {
  if (error instanceof Refusal) return false;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^(?:ECONN|EPIPE|57P|08|P1\d|P2024|P2028)/.test(code);
}

/** Goes on with imports whose process has died, and throws away what was forgotten. */
export async function continueRuns(now = new Date()): Promise<void> {
  const stale = await database().importRun.findMany({
    where: {
      state: { in: ['reading', 'writing', 'undoing'] },
      changedAt: { lt: new Date(now.getTime() - STALE_MS) },
    },
    select: { id: true },
  });
  for (const { id } of stale) beginWork(id);
  await database().importRun.deleteMany({
    where: {
      state: { in: ['staging', 'planned'] },
      changedAt: { lt: new Date(now.getTime() - FORGOTTEN_MS) },
    },
  });
}

/** Stops after the file that each import is at; the next process goes on from there. */
export async function stopWork(): Promise<void> {
  closing.abort(new Error('this process ends'));
  await Promise.allSettled(underWay.values());
  closing = new AbortController();
}

/** Waits until this process works on no import: for tests. */
export async function workEnded(runId: string): Promise<void> {
  await underWay.get(runId);
}
