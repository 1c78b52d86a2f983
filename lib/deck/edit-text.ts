import type * as Y from 'yjs';
import { cleanDeckText, deckText } from './deck-doc.ts';
import { diffSequences } from './sequence-diff.ts';

/** Replaces `remove` UTF-16 units at `at` of the old text by `insert`. */
export interface TextChange {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

// Beyond these the changed part is replaced whole: the difference would take longer to find than it is worth.
const MOST_CHANGED_LINES = 1_000;
const MOST_CHANGED_CHARACTERS = 600;
/** The work of a difference grows with the square of what is changed; all places together may cost this. */
const MOST_WORK = 2_000_000;

/**
 * Makes a deck's text this text by the smallest sensible edit, in one transaction with this origin, so that cursors,
 * anchors and other people's words stay where they are.
 */
export function editDeckText(doc: Y.Doc, text: string, origin: unknown): void {
  changeDeckText(doc, textChanges(deckText(doc).toString(), cleanDeckText(text)), origin);
}

/** The edit that some work makes, and nothing else: a state as an update names all that was ever taken out as well. Null for none. */
export function updateOf(doc: Y.Doc, work: () => void): Uint8Array | null {
  let update: Uint8Array | null = null;
  const hear = (heard: Uint8Array): void => {
    update = heard;
  };
  doc.on('update', hear);
  doc.transact(work);
  doc.off('update', hear);
  return update;
}

/** Makes changes that are in order, by offsets of the text before, in one transaction with this origin. */
export function changeDeckText(doc: Y.Doc, changes: readonly TextChange[], origin: unknown): void {
  const target = deckText(doc);
  doc.transact(() => {
    // From the end, so that earlier offsets stay true.
    for (const change of changes.toReversed()) {
      if (change.remove > 0) target.delete(change.at, change.remove);
      if (change.insert !== '') target.insert(change.at, change.insert);
    }
  }, origin);
}

/** Adds a change that lies behind all others to a list that is in order; neighbours become one. */
export function addChange(changes: TextChange[], next: TextChange): void {
  const last = changes.at(-1);
  if (last === undefined || last.at + last.remove !== next.at) changes.push(next);
  else
    changes[changes.length - 1] = {
      at: last.at,
      remove: last.remove + next.remove,
      insert: last.insert + next.insert,
    };
}

/** A text after changes that are in order, by offsets of this text. */
export function applyChanges(text: string, changes: readonly TextChange[]): string {
  let [after, from] = ['', 0];
  for (const { at, remove, insert } of changes) {
    after += text.slice(from, at) + insert;
    from = at + remove;
  }
  return after + text.slice(from);
}

/** What turns one text into the other: changed lines first, then the characters changed in them. In order. */
export function textChanges(before: string, after: string): readonly TextChange[] {
  if (before === after) return [];
  const linesBefore = splitLines(before);
  const linesAfter = splitLines(after);
  const hunks = diffSequences(linesBefore, linesAfter, MOST_CHANGED_LINES) ?? [
    { fromA: 0, toA: linesBefore.length, fromB: 0, toB: linesAfter.length },
  ];
  const offsets = offsetsOf(linesBefore);
  const limit = Math.min(MOST_CHANGED_CHARACTERS, Math.floor(Math.sqrt(MOST_WORK / hunks.length)));
  return hunks.flatMap(({ fromA, toA, fromB, toB }) => {
    const change = { before: linesBefore.slice(fromA, toA).join(''), after: linesAfter.slice(fromB, toB).join('') };
    return characterChanges(change, offsets[fromA] ?? 0, limit);
  });
}

function splitLines(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+/g) ?? [];
}

function offsetsOf(parts: readonly string[]): readonly number[] {
  const offsets = [0];
  for (const part of parts) offsets.push((offsets.at(-1) ?? 0) + part.length);
  return offsets;
}

function characterChanges(
  { before, after }: { readonly before: string; readonly after: string },
  shift: number,
  limit: number,
): readonly TextChange[] {
  if (before === '' || after === '') return [{ at: shift, remove: before.length, insert: after }];
  // By code points: half a surrogate pair must never be deleted alone.
  const a = Array.from(before);
  const b = Array.from(after);
  const hunks = diffSequences(a, b, limit);
  if (hunks === null) return [{ at: shift, remove: before.length, insert: after }];
  const offsets = offsetsOf(a);
  return hunks.map(({ fromA, toA, fromB, toB }) => {
    const at = offsets[fromA] ?? 0;
    return {
      at: at + shift,
      remove: (offsets[toA] ?? 0) - at,
      insert: b.slice(fromB, toB).join(''),
    };
  });
}
