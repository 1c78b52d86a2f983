import type { RowsChanged } from '#lib/sync/frames.ts';

/** Longest time that a page of the audience waits before it is read again (ms): thousands must not come within one second. */
export const SPREAD_MS = 5_000;

// How far sections are, locks and old versions come over the wire, or do not concern an audience.
const MATTERS: ReadonlySet<string> = new Set(['call', 'access', 'pictures', 'series', 'calls']);

/** Whether the page of this call's audience shows anything of what has changed. */
export function mattersToAudience({ what, callId }: RowsChanged, ownCallId: string): boolean {
  return MATTERS.has(what) && (callId === null || callId === ownCallId);
}
