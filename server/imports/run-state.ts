import type { ImportState } from '#lib/imports/import-run.ts';
import { database } from '#server/database/client.ts';

/** Told how many of how many are through. */
export type Progress = (done: number, of: number) => Promise<void>;

/** How often an import's row says how far it is: often enough for a bar, and for others to see that somebody is at it. Milliseconds. */
const SAY_EVERY = 400;

/** Keeps the row of an import up to date, and tells whoever waits. Throws `reason` of the signal once that is given. */
export function progressOf(runId: string, told?: (done: number, of: number) => void, signal?: AbortSignal): Progress {
  let said = 0;
  return async (done, of) => {
    signal?.throwIfAborted();
    told?.(done, of);
    if (Date.now() - said < SAY_EVERY && done < of) return;
    said = Date.now();
    await database().importRun.updateMany({
      where: { id: runId },
      data: { done, total: of, changedAt: new Date() },
    });
  };
}

/** Takes an import from one state to another; false when it was not in the one. */
export async function moveRun(
  runId: string,
  from: readonly ImportState[],
  to: ImportState,
  data: { readonly done?: number; readonly total?: number; readonly problem?: string; readonly writtenAt?: Date } = {},
): Promise<boolean> {
  const { count } = await database().importRun.updateMany({
    where: { id: runId, state: { in: [...from] } },
    data: { ...data, state: to, changedAt: new Date() },
  });
  return count === 1;
}
