import { afterEach, describe, expect, it } from 'vitest';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { Cell } from '#components/connection/cell.ts';
import { createDeckDoc, deckText, readDeckText } from '#lib/deck/deck-doc.ts';
import { EMPTY_ORDER } from '#lib/sections/running-order.ts';
import { parseDeck } from '#lib/slides/parse-deck.ts';
import { BoardMoves } from './board-moves.ts';

const NAMES = ['A', 'B', 'C', 'D'];
const DECK = NAMES.map((name) => `# ${name}\n\nwords of ${name} today`).join('\n\n---\n\n');
const MOVES = NAMES.flatMap((_, from) => NAMES.map((_name, to) => [from, to] as const)).filter(([a, b]) => a !== b);

const open: { readonly close: () => void }[] = [];
afterEach(() => {
  for (const each of open.splice(0)) each.close();
});

function movesOf(doc: Y.Doc): BoardMoves {
  const moves = new BoardMoves({
    connection: { doc, awareness: new Awareness(doc) },
    models: { refresh: () => parseDeck(readDeckText(doc)) },
    sections: { order: new Cell(EMPTY_ORDER) },
  });
  open.push(moves, { close: () => doc.destroy() });
  return moves;
}

/** A board, and the copy of somebody who writes the deck meanwhile. */
function board() {
  const doc = createDeckDoc();
  deckText(doc).insert(0, DECK);
  const writer = createDeckDoc();
  Y.applyUpdate(writer, Y.encodeStateAsUpdate(doc));
  const moves = movesOf(doc);
  const exchange = (): void => {
    for (let round = 0; round < 2; round++) {
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(writer, Y.encodeStateVector(doc)), 'wire');
      Y.applyUpdate(writer, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(writer)), 'wire');
    }
  };
  /** The writer writes a word into each section. */
  const write = (word: string): void => {
    for (const name of NAMES) {
      const line = `words of ${name}`;
      deckText(writer).insert(readDeckText(writer).indexOf(line) + line.length, ` ${word}${name}`);
    }
  };
  return { doc, writer, moves, exchange, write };
}

/** Each section's words, in order. */
function wordsOf(doc: Y.Doc): readonly string[] {
  const { slides } = parseDeck(readDeckText(doc));
  return slides.map(({ source }) => source.replaceAll(/\s+/g, ' ').trim());
}

const WRITTEN = NAMES.map((name) => `# ${name} words of ${name} w${name} today`);

describe('a move of the board', () => {
  it.each(MOVES)('from place %i to place %i is taken back to the letter', (from, to) => {
    const { doc, moves } = board();
    expect(moves.move(from, to)).toBe(true);
    expect(readDeckText(doc)).not.toBe(DECK);
    expect(moves.undo()).toBe(from);
    expect(readDeckText(doc)).toBe(DECK);
    expect(moves.undo()).toBeNull();
  });

  it.each(MOVES)('%i → %i is taken back with what others wrote in the sections since', (from, to) => {
    const { doc, writer, moves, exchange, write } = board();
    moves.move(from, to);
    exchange();
    write('w');
    exchange();
    expect(moves.undo()).toBe(from);
    exchange();
    expect(wordsOf(doc)).toEqual(WRITTEN);
    expect(readDeckText(writer)).toBe(readDeckText(doc));
  });

  it.each(MOVES)('%i → %i is taken back with what was under way when it was made', (from, to) => {
    const { doc, moves, exchange, write } = board();
    moves.move(from, to);
    write('w');
    exchange();
    expect(moves.undo()).toBe(from);
    exchange();
    expect(wordsOf(doc)).toEqual(WRITTEN);
  });

  it.each(MOVES)('%i → %i is taken back before that has arrived', (from, to) => {
    const { doc, moves, exchange, write } = board();
    moves.move(from, to);
    write('w');
    expect(moves.undo()).toBe(from);
    exchange();
    expect(wordsOf(doc)).toEqual(WRITTEN);
  });

  it('that is taken back keeps a space that somebody has typed since', () => {
    const { doc, writer, moves, exchange } = board();
    moves.move(1, 2);
    exchange();
    deckText(writer).insert(readDeckText(writer).indexOf(' today'), ' ');
    exchange();
    moves.undo();
    expect(readDeckText(doc)).toContain('words of A  today');
  });

  it('two places up in two presses takes along what is under way', () => {
    const { doc, moves, exchange, write } = board();
    moves.move(3, 2);
    moves.move(2, 1);
    write('w');
    exchange();
    const [a, b, c, d] = WRITTEN;
    expect(wordsOf(doc)).toEqual([a, d, b, c]);
  });

  it('is taken back to its place after somebody else has moved it on', () => {
    const { doc, writer, moves, exchange } = board();
    const others = movesOf(writer);
    moves.move(0, 1);
    exchange();
    others.move(1, 3);
    exchange();
    expect(moves.undo()).toBe(0);
    expect(wordsOf(doc)).toEqual(NAMES.map((name) => `# ${name} words of ${name} today`));
  });

  it('is not taken back when the section is gone', () => {
    const { doc, moves } = board();
    moves.move(0, 1);
    deckText(doc).delete(0, deckText(doc).length);
    expect(moves.undo()).toBeNull();
    expect(readDeckText(doc)).toBe('');
  });
});
