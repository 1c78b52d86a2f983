import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { chance } from '#e2e/harness/chance.ts';
import { moveEdit } from '#lib/sections/section-move.ts';
import { parseDeck } from '#lib/slides/parse-deck.ts';
import { anchorAt, resolveLivingAnchor } from './anchor.ts';
import { resolveAnchors } from './anchors.ts';
import { createDeckDoc, deckText, readDeckText } from './deck-doc.ts';
import { moveText } from './move-text.ts';
import { MovedText } from './moved-text.ts';

const SECTIONS = ['Alpha', 'Beta', 'Gamma', 'Delta'];
const DECK = SECTIONS.map((name) => `# ${name}\n\nfirst of ${name}\n\nlast of ${name}\n`).join('\n---\n\n');

const open = new Map<Y.Doc, MovedText>();
afterEach(() => {
  for (const moved of open.values()) moved.close();
  open.clear();
});

function replicas(count: number): readonly Y.Doc[] {
  const first = createDeckDoc();
  deckText(first).insert(0, DECK);
  const others = Array.from({ length: count - 1 }, () => {
    const doc = createDeckDoc();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(first));
    return doc;
  });
  return [first, ...others];
}

function exchange(docs: readonly Y.Doc[]): void {
  for (const from of docs)
    for (const to of docs)
      if (from !== to) Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)), 'wire');
}

function move(doc: Y.Doc, from: number, to: number, busy = () => 0): void {
  const edit = moveEdit(parseDeck(readDeckText(doc)), { from, to });
  const moved = open.get(doc) ?? new MovedText(doc, 'move');
  open.set(doc, moved);
  if (edit !== null) moveText(doc, edit, { origin: 'move', busy, moved });
}

/** The words of the section with this heading. */
function sectionText(doc: Y.Doc, title: string): string {
  const model = parseDeck(readDeckText(doc));
  const section = model.sections.find((each) => each.title.startsWith(title));
  return section === undefined ? '' : model.text.slice(section.range.from, section.range.to);
}

describe('moving text in a document', () => {
  it('leaves the stretch alone where somebody writes', () => {
    const [doc] = replicas(1);
    if (doc === undefined) return;
    const anchor = anchorAt(doc, readDeckText(doc).indexOf('first of Alpha'));
    move(doc, 0, 1, (range = { from: 0, to: 0 }) => (range.from === 0 ? 1 : 0));
    const offset = resolveLivingAnchor(doc, anchor);
    expect(
      readDeckText(doc)
        .slice(offset ?? 0)
        .startsWith('first of Alpha'),
    ).toBe(true);
  });

  it('takes along what was typed meanwhile, letter by letter and in order', () => {
    const [ada, bo] = replicas(2);
    if (ada === undefined || bo === undefined) return;
    move(ada, 1, 3);
    let at = readDeckText(bo).indexOf(' of Beta') + 8;
    for (const letter of ' über 🎉!') {
      deckText(bo).insert(at, letter);
      at += letter.length;
    }
    exchange([ada, bo]);
    exchange([ada, bo]);
    expect(readDeckText(ada)).toBe(readDeckText(bo));
    expect(sectionText(ada, 'Beta')).toContain('first of Beta über 🎉!');
  });

  it.each([
    [1, 2],
    [2, 1],
  ])('takes along what was typed at the very end, whoever of clients %i and %i is first', (mover, writer) => {
    const [ada, bo] = [createDeckDoc(), createDeckDoc()];
    [ada.clientID, bo.clientID] = [mover, writer];
    deckText(ada).insert(0, '# A\n\na\n\n---\n\n# B\n\nb');
    exchange([ada, bo]);
    move(ada, 0, 1, () => 1);
    deckText(bo).insert(deckText(bo).length, ' LATE');
    exchange([ada, bo]);
    exchange([ada, bo]);
    expect(readDeckText(bo)).toBe(readDeckText(ada));
    expect(sectionText(ada, 'B')).toContain('b LATE');
  });

  it.each(Array.from({ length: 300 }, (_, seed) => seed))('loses no letter and misplaces none, seed %i', (seed) => {
    const random = chance(seed);
    const docs = replicas(3);
    const typed: { readonly word: string; readonly section: string }[] = [];
    const type = (doc: Y.Doc): void => {
      const section = SECTIONS[random(SECTIONS.length)] ?? '';
      const line = `${random(2) === 0 ? 'first' : 'last'} of ${section}`;
      const at = readDeckText(doc).indexOf(line);
      if (at === -1) return;
      const word = `w${typed.length}q`;
      // Somewhere in the line, but not in the words that it is found by.
      const offset = at + line.length;
      deckText(doc).insert(offset, word);
      typed.push({ word, section });
    };
    // One moves at a time: a host, and what the others have typed arrives late.
    for (let round = 0; round < 3; round++) {
      const [mover] = docs;
      if (mover !== undefined) move(mover, random(4), random(4), () => random(2));
      for (const doc of docs) for (let count = random(4); count > 0; count--) type(doc);
      exchange(docs);
      exchange(docs);
    }
    const [one, ...others] = docs;
    if (one === undefined) return;
    for (const other of others) expect(readDeckText(other)).toBe(readDeckText(one));
    expect(parseDeck(readDeckText(one)).sections).toHaveLength(SECTIONS.length);
    for (const { word, section } of typed) expect(sectionText(one, section).split(word)).toHaveLength(2);
  });
});

describe('many anchors at once', () => {
  it.each(Array.from({ length: 40 }, (_, seed) => seed))('are where one by one they are, seed %i', (seed) => {
    const random = chance(seed);
    const [doc, other] = replicas(2);
    if (doc === undefined || other === undefined) return;
    const anchors = Array.from({ length: 30 }, () => anchorAt(doc, random(DECK.length + 1)));
    for (let edit = 0; edit < 40; edit++) {
      const target = random(2) === 0 ? doc : other;
      const text = deckText(target);
      const at = random(text.length);
      if (random(2) === 0) text.insert(at, 'abc');
      else text.delete(at, Math.min(random(9), text.length - at));
      if (random(5) === 0) exchange([doc, other]);
    }
    anchors.push('', 'no anchor', anchorAt(other, 3));
    expect(resolveAnchors(doc, anchors)).toEqual(anchors.map((anchor) => resolveLivingAnchor(doc, anchor)));
  });
});
