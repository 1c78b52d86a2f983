import * as Y from 'yjs';
import { EMPTY_MARKER, markerAt } from './marker.ts';

// Above what Yjs gives by chance only rarely, and short on the wire for all alike.
const FIRST_CLIENT = 1_000;

/** One key, encoded beforehand. */
export interface Keystroke {
  readonly update: Uint8Array;
  /** Where its marker begins. */
  readonly at: number;
}

/** A deck's first state, the same for every server. */
export function firstState(text: string): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = FIRST_CLIENT - 1;
  doc.getText('deck').insert(0, text);
  return Y.encodeStateAsUpdate(doc);
}

/** So many keys of a typist at the end of a line of their own. */
export function keystrokesOf(typist: number, count: number, state: Uint8Array): readonly Keystroke[] {
  const doc = new Y.Doc();
  doc.clientID = FIRST_CLIENT + typist;
  Y.applyUpdate(doc, state);
  const text = doc.getText('deck');
  let at = endOfLine(text.toString(), typist);
  const keys: Keystroke[] = [];
  doc.on('update', (update: Uint8Array) => keys.push({ update, at: markerAt(Buffer.from(update)) }));
  for (let key = 0; key < count; key += 1) {
    text.insert(at, EMPTY_MARKER);
    at += EMPTY_MARKER.length;
  }
  return keys;
}

function endOfLine(text: string, line: number): number {
  const ends = [...text.matchAll(/$/gm)].map(({ index }) => index);
  return ends[line % ends.length] ?? 0;
}
