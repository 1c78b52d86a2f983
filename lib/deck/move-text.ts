import type * as Y from 'yjs';
import { stretchText, type SectionMove, type Stretch } from '#lib/sections/section-move.ts';
import { deckText } from './deck-doc.ts';
import type { MovedText } from './moved-text.ts';

export interface MoveOptions {
  /** Origin of the transactions. */
  readonly origin: unknown;
  /** How much is going on in a stretch of the text: cursors, somebody typing. */
  readonly busy: (range: { readonly from: number; readonly to: number }) => number;
  /** Takes along what others had typed meanwhile in what is moved; to be closed in the end. */
  readonly moved: MovedText;
}

/**
 * Lets two neighbouring stretches change places, in one transaction. Yjs knows no moving: one of them is taken out and put in again
 * on the other side, the one where less is going on, so that cursors and what is being typed stay where they are. What others had
 * typed meanwhile in that one is taken along as it arrives.
 */
export function moveText(doc: Y.Doc, move: SectionMove, { origin, busy, moved }: MoveOptions): void {
  const { first, second } = move;
  const weight = (range: Stretch): number => busy(range) * 1e9 + (range.to - range.from);
  // What others type at the very end of the text would come behind what is put there: then the end itself is taken along.
  const behind = second.tail === '' && weight(first) <= weight(second);
  doc.transact(() => (behind ? moveFirst(doc, move, moved) : moveSecond(doc, move, moved)), origin);
}

// Both go from the end of the text to its beginning, so that earlier offsets stay true.

function moveFirst(doc: Y.Doc, { first, second }: SectionMove, moved: MovedText): void {
  const text = deckText(doc);
  const copy = stretchText(text.toString(), first);
  moved.remember(first);
  if (second.tail !== '') text.insert(second.to, second.tail);
  text.insert(second.to + second.tail.length, copy);
  moved.arrived(second.to + second.tail.length, first);
  changeHead(text, second);
  text.delete(first.from, first.to - first.from);
  moved.left(first.from);
}

function moveSecond(doc: Y.Doc, { first, second }: SectionMove, moved: MovedText): void {
  const text = deckText(doc);
  const copy = stretchText(text.toString(), second);
  moved.remember(second);
  text.delete(second.from, second.to - second.from);
  moved.left(second.from);
  if (first.tail !== '') text.insert(first.to, first.tail);
  changeHead(text, first);
  text.insert(first.from, copy);
  moved.arrived(first.from, second);
}

function changeHead(text: Y.Text, { from, drop, head }: Stretch): void {
  if (drop > 0) text.delete(from, drop);
  if (head !== '') text.insert(from, head);
}
