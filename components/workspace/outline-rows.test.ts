import { describe, expect, it } from 'vitest';
import { parseDeck } from '#lib/slides/parse-deck.ts';
import { outlineRows, sameOutline, type OutlineSection } from './outline-rows.ts';

const rows = (text: string) => outlineRows(parseDeck(text));
/** Every line of it, as people see them. */
const lines = (section: OutlineSection) => [
  ...(section.opens === null ? [] : [{ index: section.opens, title: section.title }]),
  ...section.slides,
];
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

  it('stays the same while somebody types in the body of a slide', () => {
    expect(sameOutline(rows('# A\n\ntext'), rows('# A\n\ntext and more'))).toBe(true);
  });

  it('changes with a heading and with a new slide', () => {
    expect(sameOutline(rows('# A\n\ntext'), rows('# B\n\ntext'))).toBe(false);
    expect(sameOutline(rows('# A\n\ntext'), rows('# A\n\ntext\n\n---\n\nmore'))).toBe(false);
  });
});
