import { describe, expect, it } from 'vitest';
import { parseDeck } from '#lib/slides/parse-deck.ts';
import { missingPictures } from './slide-troubles.ts';

const rules = { assets: { 'lamp.png': '/assets/0123456789abcdef.png' }, foreignPictures: false };
const missing = (text: string, foreignPictures = false) =>
  missingPictures(parseDeck(text).slides[0], { ...rules, foreignPictures });

describe('pictures that are missing on a slide', () => {
  it.each([
    ['# Ops', 0],
    ['![A lamp](lamp.png)', 0],
    ['![A crane](crane.png)', 1],
    ['![]()', 1],
    ['![A lamp](lamp.png) ![A crane](crane.png) ![A ship](ship.png)', 2],
    ['![Kept](assets/0123456789abcdef.png)', 0],
    ['<!-- .slide: data-background-image="quay.jpg" -->\n# Quay', 1],
    ['<!-- .slide: data-background="#fff" -->\n# White', 0],
  ])('%j has %i', (text, count) => {
    expect(missing(text)).toBe(count);
  });

  it('are those of other servers only where the series keeps them out', () => {
    const text = '![A ship](https://example.org/ship.png)';
    expect([missing(text), missing(text, true)]).toEqual([1, 0]);
  });

  it('are none where there is no slide', () => {
    expect(missingPictures(undefined, rules)).toBe(0);
  });
});
