import * as Y from 'yjs';
import { deckText } from '#lib/deck/deck-doc.ts';
import { logBounds, rowsBetween, stateBefore } from '#server/history/read-log.ts';
import { slices } from '#server/history/traces.ts';

import type { NameSearch } from './name-search.ts';

interface Logged {
  readonly deckId: string;
  readonly seriesId: string;
  /** The moment to begin with; the earliest that is left when it is older. */
  readonly from: number;
}

/**
 * Looks for names in a deck's text at every moment of its log from one on: what was typed letter by letter, or out of pieces, stands
 * in no single row. After each row only the surroundings of what it changed are looked at. Throws when the log cannot be read.
 */
export async function replayNames({ deckId, seriesId, from }: Logged, search: NameSearch): Promise<void> {
  const bounds = await logBounds(deckId);
  if (bounds === null) return;
  const base = await stateBefore(deckId, Math.max(from, bounds.oldest), bounds);
  if (base === null) throw new Error(`the log of deck ${deckId} is damaged: nobody knows what it names`);
  const doc = new Y.Doc({ gc: true });
  if (base.state !== null) Y.applyUpdate(doc, base.state);
  const type = deckText(doc);
  let text = type.toString();
  search.look(seriesId, text);
  type.observe(({ delta }) => {
    const after = applied(text, delta, search.longest);
    ({ text } = after);
    for (const place of after.places) search.look(seriesId, text.slice(Math.max(0, place.from), place.to));
  });
  const pause = slices();
  for await (const rows of rowsBetween(deckId, base.seq, bounds.head)) {
    for (const { data } of rows) {
      if (search.isOver) break;
      Y.applyUpdate(doc, data);
      await pause();
    }
  }
  doc.destroy();
}

type Delta = Y.YTextEvent['delta'];

interface Place {
  readonly from: number;
  readonly to: number;
}

/** A text after a change, and the surroundings of what changed in it. */
function applied(
  before: string,
  delta: Delta,
  around: number,
): { readonly text: string; readonly places: readonly Place[] } {
  let [text, at] = ['', 0];
  const places: Place[] = [];
  for (const { retain = 0, insert = '', delete: gone = 0 } of delta) {
    text += before.slice(at, at + retain);
    at += retain + gone;
    if (retain > 0) continue;
    const written = typeof insert === 'string' ? insert : '';
    places.push({ from: text.length - around, to: text.length + written.length + around });
    text += written;
  }
  return { text: text + before.slice(at), places };
}
