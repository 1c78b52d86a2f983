import { describe, expect, it } from 'vitest';
import { Cell } from '#components/connection/cell.ts';
import { parseDeck } from '#lib/slides/parse-deck.ts';
import type { PictureRules } from '#lib/stage/picture-address.ts';
import { HintsStore } from './hints-store.ts';

const MESSY = '---\ntitle: Call 2026-12-24\n---\n\n# A @todo\n\n![](a.png)\n\n---\n\n# B\n\n[x]()\n---\n\n# C @todo\n';

/** A store on a text that can be written anew. */
function deck(text: string, callDate: string | null = null) {
  const models = new Cell(parseDeck(text));
  const pictures = new Cell<PictureRules>({ assets: {}, foreignPictures: true });
  const hints = new HintsStore(models, callDate, pictures);
  const codes = () => hints.getSnapshot().map(({ code }) => code);
  return { models, hints, pictures, codes, write: (next: string) => models.set(parseDeck(next, models.getSnapshot())) };
}

describe('the list of hints', () => {
  it('begins with what breaks slides and ends with advice, each in the order of the text', () => {
    const { hints } = deck(MESSY);
    expect(hints.getSnapshot().map(({ code, line, slide }) => [code, line, slide])).toEqual([
      ['near-separator', 14, 1],
      ['empty-link', 13, 1],
      ['placeholder', 5, 0],
      ['placeholder', 16, 1],
      ['missing-alt', 7, 0],
    ]);
  });

  it('holds dates that are not the call’s, and none for a deck without a call', () => {
    expect(deck(MESSY, '2026-12-31').codes()).toContain('date');
    expect(deck(MESSY, '2026-12-24').codes()).not.toContain('date');
    expect(deck(MESSY).codes()).not.toContain('date');
  });

  it('takes in what the stage measured, until that slide is changed', () => {
    const { models, hints, codes, write } = deck('# A\n\n---\n\n# B\n\ntext');
    hints.measured([{ hash: models.getSnapshot().slides[1]?.hash ?? '', tall: 12, wide: 0 }]);
    expect(hints.getSnapshot()).toMatchObject([{ code: 'overflow', line: 5, slide: 1, words: '12 % too tall' }]);
    write('# A and more\n\n---\n\n# B\n\ntext');
    expect(codes()).toEqual(['overflow']);
    write('# A and more\n\n---\n\n# B\n\nless');
    expect(codes()).toEqual([]);
    hints.measured([{ hash: models.getSnapshot().slides[1]?.hash ?? '', tall: 3, wide: 8 }]);
    expect(hints.getSnapshot()).toMatchObject([{ words: '3 % too tall and 8 % too wide' }]);
    hints.measured([{ hash: models.getSnapshot().slides[1]?.hash ?? '', tall: 0, wide: 0 }]);
    expect(codes()).toEqual([]);
  });

  it('names pictures on other servers, until a copy of them is kept', () => {
    const { hints, pictures, codes } = deck('# A\n\n![A quay](https://p.example/a.png)\n\n![B](assets/b.png)');
    expect(hints.getSnapshot()).toMatchObject([
      { code: 'foreign-picture', weight: 'advice', line: 3, foreign: 'https://p.example/a.png' },
    ]);
    pictures.set({ assets: {}, foreignPictures: false });
    expect(hints.getSnapshot()).toMatchObject([{ code: 'hidden-picture', weight: 'fault' }]);
    pictures.set({ assets: { 'https://p.example/a.png': '/assets/a.png' }, foreignPictures: false });
    expect(codes()).toEqual([]);
  });

  it('stays the same object while nothing in it changed', () => {
    const { hints, write } = deck('# A\n\n[x]()\n\ntext');
    const before = hints.getSnapshot();
    write('# A\n\n[x]()\n\ntext and more');
    expect(hints.getSnapshot()).toBe(before);
    write('# A\n\n[x]()\n\n[y]()');
    expect(hints.getSnapshot()).not.toBe(before);
    expect(hints.count.getSnapshot()).toBe(2);
  });

  it('is empty and stays so without being made anew', () => {
    const { hints, write } = deck('# A');
    const before = hints.getSnapshot();
    write('# A\n\ntext');
    expect(hints.getSnapshot()).toBe(before);
  });

  it('calls a hint the same when the text before it grows', () => {
    const { hints, write } = deck(MESSY);
    const before = hints.getSnapshot().map(({ id }) => id);
    write(MESSY.replace('# A', 'more\n\n# A'));
    expect(hints.getSnapshot().map(({ id }) => id)).toEqual(before);
    expect(new Set(before).size).toBe(before.length);
  });
});
