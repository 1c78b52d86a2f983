import { setImmediate as nextTurn } from 'node:timers/promises';
import { Refusal } from '#lib/errors.ts';
import { Trace, type TraceView } from '#lib/history/trace.ts';
import { SNAPSHOT_WINDOW } from '#server/store/store.ts';
import { nothingHere } from '#server/series/find-series.ts';
import { logBounds, rowsBetween, stateBefore, type LogBounds } from './read-log.ts';

/** Rows that one trace may have: taking back needs all that came since. */
const MOST_ROWS = 250_000;
/** Traces that are kept for whoever goes on looking; one takes a few megabytes. */
const MOST_KEPT = 12;

/** Work on the event loop goes on in slices of about this. */
const SLICE_MS = 8;

interface Kept {
  readonly trace: Trace;
  /** One after the other: a trace that is taking up rows cannot be read. */
  turn: Promise<unknown>;
}

const kept = new Map<string, Kept>();

/** The history of a deck from a moment at the latest up to another, with its bounds. */
export interface OpenTrace {
  readonly trace: TraceView;
  readonly bounds: LogBounds;
}

/**
 * Opens a deck's history from moment `from`, or the earliest that is left, up to `to`, or to the newest. A trace that was opened
 * before goes on with the rows that came since. Refuses when there is no such deck, and when it would take too many rows.
 */
export async function openTrace(
  deckId: string,
  { from, to = Infinity }: { readonly from: number; readonly to?: number },
  attempt = 1,
): Promise<OpenTrace> {
  const bounds = await logBounds(deckId);
  if (bounds === null) throw nothingHere();
  const end = Math.min(to, bounds.head);
  // From whole windows on, so that whoever asks for another moment of the same finds the same trace.
  const start = Math.max(Math.min(from, end) - (Math.min(from, end) % SNAPSHOT_WINDOW), bounds.oldest);
  const key = `${deckId} ${bounds.epoch} ${start} ${to}`;
  const one = kept.get(key) ?? (await newTrace(deckId, start, bounds));
  kept.delete(key);
  kept.set(key, one);
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST_KEPT) break;
    kept.delete(oldest);
  }
  const work = one.turn.then(() => goOn(one.trace, deckId, end));
  one.turn = work.catch(() => kept.delete(key));
  try {
    return { trace: await work, bounds };
  } catch (error) {
    // Rows were trimmed between two looks: what is left is there.
    if (error instanceof RangeError && attempt === 1) return openTrace(deckId, { from, to }, 2);
    throw error;
  }
}

async function newTrace(deckId: string, start: number, bounds: LogBounds): Promise<Kept> {
  const state = await stateBefore(deckId, start, bounds);
  if (state === null) throw new Refusal('unavailable', 'This part of the history is damaged.');
  return { trace: new Trace(state.seq, state.state), turn: Promise.resolve() };
}

async function goOn(trace: Trace, deckId: string, end: number): Promise<TraceView> {
  if (end - trace.base > MOST_ROWS)
    throw new Refusal('too-large', 'That is too much at once: choose a later moment to go back to.');
  const pause = slices();
  for await (const rows of rowsBetween(deckId, trace.head, end)) await trace.add(rows, pause);
  return trace.view(pause);
}

/** Gives way to everything else that waits whenever a slice of time is over. */
export function slices(): () => Promise<void> {
  let until = performance.now() + SLICE_MS;
  return async () => {
    if (performance.now() < until) return;
    await nextTurn();
    until = performance.now() + SLICE_MS;
  };
}
