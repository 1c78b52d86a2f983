import { describe, expect, it } from 'vitest';
import { parseDeck } from '#lib/slides/parse-deck.ts';
import { mergeHints } from './merge-hints.ts';
import { keepSections, outlineRows, type OutlineSection } from './outline-rows.ts';

const rows = (text: string) => {
  const model = parseDeck(text);
  return outlineRows(model, mergeHints(model, []));
};
/** Every line of it, as people see them. */
const lines = (section: OutlineSection) => [...(section.opens === null ? [] : [section.opens]), ...section.slides];
const titles = (text: string) => rows(text).flatMap((section) => lines(section).map(({ title }) => title));

describe('outline', () => {
  it('has every slide once, in order', () => {
    const deck = '# Welcome\n\n---\n\n# Team Ops\n\n----\n\n## Status\n\n---\n\n# Docs';
    expect(rows(deck).flatMap((section) => lines(section).map(({ index }) => index))).toEqual([0, 1, 2, 3]);
  });

  it('calls a slide by its heading, else by its first words', () => {
    expect(titles('# Welcome\n\n---\n\n- **News** from [the shop](https://example.org)\n')).toEqual([
      'Welcome',
      'News from the shop',
    ]);
  });

  it('has a name for a slide without words', () => {
    expect(titles('# One\n\n---\n\n![](a.png)\n')[1]).toBe('Untitled');
  });

  it('counts the faults of a slide, not the advice', () => {
    const deck = '# A\n\n![x](a.png =3)\n[x]()\n![](b.png)\n\n---\n\n# B\n\n![](c.png)';
    expect(rows(deck).flatMap((section) => lines(section).map(({ faults }) => faults))).toEqual([2, 0]);
  });

  it('stays the same while somebody types in the body of a slide', () => {
    const before = rows('# A\n\ntext');
    expect(keepSections(before, rows('# A\n\ntext and more'))).toBe(before);
  });

  it('changes with a heading, a new slide and a fault, and only in that section', () => {
    const before = rows('# A\n\ntext\n\n---\n\n# B');
    for (const text of ['# C\n\ntext\n\n---\n\n# B', '# A\n\n[text]()\n\n---\n\n# B']) {
      const after = keepSections(before, rows(text));
      expect(after.map((section, at) => section === before[at])).toEqual([false, true]);
    }
    expect(keepSections(before, rows('# A\n\ntext\n\n---\n\n# B\n\n---\n\nmore'))[1]).not.toBe(before[1]);
  });
});
