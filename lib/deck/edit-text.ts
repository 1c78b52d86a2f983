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
const MOST_CHANGED_LINES = 2_000;
const MOST_CHANGED_CHARACTERS = 600;

/**
 * Makes a deck's text this text by the smallest sensible edit, in one transaction with this origin, so that cursors,
 * anchors and other people's words stay where they are.
 */
export function editDeckText(doc: Y.Doc, text: string, origin: unknown): void {
  const target = deckText(doc);
  const changes = textChanges(target.toString(), cleanDeckText(text));
  doc.transact(() => {
    // From the end, so that earlier offsets stay true.
    for (const change of changes.toReversed()) {
      if (change.remove > 0) target.delete(change.at, change.remove);
      if (change.insert !== '') target.insert(change.at, change.insert);
    }
  }, origin);
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
  return hunks.flatMap(({ fromA, toA, fromB, toB }) =>
    characterChanges(
      linesBefore.slice(fromA, toA).join(''),
      linesAfter.slice(fromB, toB).join(''),
      offsets[fromA] ?? 0,
    ),
  );
}

function splitLines(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+/g) ?? [];
}

function offsetsOf(parts: readonly string[]): readonly number[] {
  const offsets = [0];
  for (const part of parts) offsets.push((offsets.at(-1) ?? 0) + part.length);
  return offsets;
}

function characterChanges(before: string, after: string, shift: number): readonly TextChange[] {
  if (before === '' || after === '') return [{ at: shift, remove: before.length, insert: after }];
  // By code points: half a surrogate pair must never be deleted alone.
  const a = Array.from(before);
  const b = Array.from(after);
  const hunks = diffSequences(a, b, MOST_CHANGED_CHARACTERS);
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
