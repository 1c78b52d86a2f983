import * as Y from 'yjs';

// The only name inside a deck's Y.Doc. Nothing else may name it: everything about the text lives in rows.
const TEXT = 'deck';

/** A new, empty replica of a deck. */
export function createDeckDoc(): Y.Doc {
  return new Y.Doc({ gc: true });
}

/** The Markdown of a deck, as the type that many edit at once. */
export function deckText(doc: Y.Doc): Y.Text {
  return doc.getText(TEXT);
}

/** The Markdown of a deck as plain text. */
export function readDeckText(doc: Y.Doc): string {
  return deckText(doc).toString();
}

/**
 * A text as a deck may hold it: line feeds only, because CodeMirror counts every line break as one character, and no
 * half surrogate pairs, because UTF-8 on the wire would turn them into something else.
 */
export function cleanDeckText(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').toWellFormed();
}

/** The first update of a deck that begins with this text, or null when it begins empty. */
export function seedUpdate(text: string): Uint8Array | null {
  const clean = cleanDeckText(text);
  if (clean === '') return null;
  const doc = createDeckDoc();
  deckText(doc).insert(0, clean);
  const update = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return update;
}
