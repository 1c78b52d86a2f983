import * as Y from 'yjs';

// Y.mergeUpdates grows faster than its input: 100 take 2 ms, 10,000 take 664 ms.
const MOST_AT_ONCE = 100;

/** One update that says what these say, in their order. */
export function mergeUpdates(updates: readonly Uint8Array[]): Uint8Array {
  if (updates.length === 1 && updates[0] !== undefined) return updates[0];
  if (updates.length <= MOST_AT_ONCE) return Y.mergeUpdates([...updates]);
  const merged: Uint8Array[] = [];
  for (let from = 0; from < updates.length; from += MOST_AT_ONCE)
    merged.push(mergeUpdates(updates.slice(from, from + MOST_AT_ONCE)));
  return mergeUpdates(merged);
}
