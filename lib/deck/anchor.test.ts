import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { DeckModel, Slide } from '#lib/slides/deck-model.ts';
import { anchorAt, lookForSlide, resolveAnchor, type SlidePosition } from './anchor.ts';
import { createDeckDoc, deckText, readDeckText } from './deck-doc.ts';

/** Slides cut at lines of `---`: enough for positions, and no second parser in disguise. */
function modelOf(text: string): DeckModel {
  const starts = [0, ...[...text.matchAll(/^---\n/gm)].map((match) => match.index)];
  const slides = starts.map((from, index): Slide => {
    const to = starts[index + 1] ?? text.length;
    const source = text.slice(from, to).replace(/^---\n/, '');
    const range = { from, to };
    return {
      index,
      h: index,
      v: 0,
      range,
      body: range,
      source,
      notes: '',
      problems: [],
      attributes: {},
      headings: [],
      hash: source.trim(),
    };
  });
  return {
    text,
    frontMatterRange: { from: 0, to: 0 },
    frontMatter: {},
    slides,
    sections: [],
    problems: [],
  } as unknown as DeckModel;
}

function deckWith(text: string): Y.Doc {
  const doc = createDeckDoc();
  deckText(doc).insert(0, text);
  return doc;
}

function positionOf(doc: Y.Doc, slide: number): SlidePosition {
  const found = modelOf(readDeckText(doc)).slides[slide];
  if (found === undefined) throw new Error(`no slide ${slide}`);
  return { anchor: anchorAt(doc, found.range.from), hash: found.hash, heading: '', slide };
}

const find = (doc: Y.Doc, position: SlidePosition) => lookForSlide(doc, modelOf(readDeckText(doc)), position);

const THREE = 'one\n---\ntwo\n---\nthree\n';

describe('lookForSlide', () => {
  it('stays on its slide when slides come and go before it', () => {
    const doc = deckWith(THREE);
    const position = positionOf(doc, 2);
    deckText(doc).insert(0, 'zero\n---\n');
    expect(find(doc, position)).toEqual({ slide: 3, by: 'anchor' });
    deckText(doc).delete(0, readDeckText(doc).indexOf('---\ntwo'));
    expect(find(doc, position)).toEqual({ slide: 2, by: 'anchor' });
  });

  it('follows a slide that was cut and pasted elsewhere by its text', () => {
    const doc = deckWith(THREE);
    const position = positionOf(doc, 1);
    deckText(doc).delete(4, 8);
    expect(find(doc, position)).toEqual({ slide: 1, by: 'place' });
    deckText(doc).insert(deckText(doc).length, '---\ntwo\n');
    expect(find(doc, position)).toEqual({ slide: 2, by: 'text' });
  });

  it('finds the same slide on every replica after delete and undo', () => {
    const doc = deckWith(THREE);
    const undo = new Y.UndoManager(deckText(doc));
    const position = positionOf(doc, 2);
    deckText(doc).delete(12, 4);
    undo.undo();
    const other = createDeckDoc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    expect(find(other, position)).toEqual(find(doc, position));
    expect(find(doc, position).slide).toBe(2);
  });

  it('takes a claim that is no anchor for no more than its number', () => {
    const doc = deckWith(THREE);
    expect(find(doc, { anchor: '%%%', hash: '', heading: '', slide: 9 }).slide).toBe(2);
    expect(find(doc, { anchor: 'AAAA', hash: 'two', heading: '', slide: 0 })).toEqual({
      slide: 1,
      by: 'text',
    });
  });

  it('knows the end of the text', () => {
    const doc = deckWith(THREE);
    expect(resolveAnchor(doc, anchorAt(doc, 1_000))).toBe(THREE.length);
  });
});
