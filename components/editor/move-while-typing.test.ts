import { EditorState } from '@codemirror/state';
import { afterEach, expect, it } from 'vitest';
import * as Y from 'yjs';
import { chance, type Chance } from '#e2e/harness/chance.ts';
import { createDeckDoc, deckText, readDeckText } from '#lib/deck/deck-doc.ts';
import { moveText } from '#lib/deck/move-text.ts';
import { MovedText } from '#lib/deck/moved-text.ts';
import { moveEdit } from '#lib/sections/section-move.ts';
import { parseDeck } from '#lib/slides/parse-deck.ts';
import { keepCursor } from './keep-cursor.ts';

const DECK =
  '# Call\n\n---\n\n# Quay\n\nReport\n\n----\n\n- The old one rests\n\n---\n\n# Lights\n\n- All lamps burn\n\n---\n\n# Goodbye\n\nSee you';
const LINES = ['- All lamps burn', '- All lamps', '- The old one rests', 'Report', '# Goodbye', 'See you'];
const WORD = ' – and more of it';

const open: MovedText[] = [];
afterEach(() => {
  for (const moved of open.splice(0)) moved.close();
});

/** An editor without its page: as y-codemirror.next joins the two, with a cursor. */
class Writer {
  readonly doc = createDeckDoc();
  state = EditorState.create({ extensions: [keepCursor()] });

  constructor(clientId: number) {
    this.doc.clientID = clientId;
    deckText(this.doc).observe(({ delta }, { origin }) => {
      if (origin !== this) this.#hear(delta);
    });
  }

  putBehind(line: string): void {
    const anchor = this.state.doc.toString().indexOf(line) + line.length;
    this.state = this.state.update({ selection: { anchor } }).state;
  }

  type(letter: string): void {
    const { from } = this.state.selection.main;
    this.state = this.state.update(this.state.replaceSelection(letter)).state;
    this.doc.transact(() => deckText(this.doc).insert(from, letter), this);
  }

  #hear(delta: Y.YTextEvent['delta']): void {
    let at = 0;
    const changes: { from: number; to: number; insert: string }[] = [];
    for (const { insert, delete: gone, retain = 0 } of delta) {
      if (typeof insert === 'string') changes.push({ from: at, to: at, insert });
      else if (gone !== undefined) changes.push({ from: at, to: at + gone, insert: '' });
      at += retain + (gone ?? 0);
    }
    this.state = this.state.update({ changes }).state;
  }
}

/** Messages on their way from one to the other, in their order; several may arrive as one. */
function wire(from: Y.Doc, to: Y.Doc): (count: number) => void {
  const way: Uint8Array[] = [];
  from.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'wire') way.push(update);
  });
  return (count) => {
    const due = way.splice(0, count);
    if (due.length > 0) Y.applyUpdate(to, Y.mergeUpdates(due), 'wire');
  };
}

/** Moves one of the sections behind the title, to its neighbour's place. */
function moveOne(doc: Y.Doc, moved: MovedText, random: Chance): void {
  const from = 1 + random(3);
  const edit = moveEdit(parseDeck(readDeckText(doc)), { from, to: from === 3 ? 2 : from + 1 });
  if (edit !== null) moveText(doc, edit, { origin: 'move', busy: () => random(2), moved });
}

/** Types a word letter by letter while another page moves sections once or twice; gives both when all has arrived. */
function typeDuringMoves(seed: number, line: string): { readonly writer: Writer; readonly mover: Y.Doc } {
  const random = chance(seed);
  // Yjs orders what is written at the same place by these.
  const [moverId, writerId] = seed % 2 === 0 ? [1, 2] : [2, 1];
  const writer = new Writer(writerId);
  const mover = createDeckDoc();
  mover.clientID = moverId;
  deckText(mover).insert(0, DECK);
  Y.applyUpdate(writer.doc, Y.encodeStateAsUpdate(mover), 'wire');
  const [there, back] = [wire(writer.doc, mover), wire(mover, writer.doc)];
  writer.putBehind(line);
  const moved = new MovedText(mover, 'move');
  open.push(moved);

  let moves = 1 + random(2);
  for (const letter of WORD) {
    writer.type(letter);
    if (moves > 0 && random(4) === 0) {
      moves -= 1;
      moveOne(mover, moved, random);
    }
    if (random(2) === 0) there(1 + random(3));
    if (random(2) === 0) back(1 + random(3));
  }
  for (let round = 0; round < 40; round++) [there, back][random(2)]?.(1 + random(2));
  for (const last of [there, back, there, back]) last(100);
  return { writer, mover };
}

const SEEDS = Array.from({ length: 400 }, (_, seed) => seed);
it.each(SEEDS)('no word is torn that is typed during a move, seed %i', (seed) => {
  const line = LINES[seed % LINES.length] ?? '';
  const { writer, mover } = typeDuringMoves(seed, line);
  const { doc, selection } = writer.state;
  expect(readDeckText(writer.doc)).toBe(readDeckText(mover));
  expect(doc.toString()).toBe(readDeckText(mover));
  expect(readDeckText(mover)).toContain(line + WORD);
  expect(doc.sliceString(0, selection.main.head).endsWith(WORD)).toBe(true);
});
