import { describe, expect, it } from 'vitest';
import { parseDeck } from '#lib/slides/parse-deck.ts';
import { gapsOf, PictureGaps } from './picture-gaps.ts';

const rules = { assets: {}, foreignPictures: false };
const [slide] = parseDeck('![A crane](assets/0123456789abcdef.png) ![A ship](ship.png)').slides;

describe('pictures that are not to be seen', () => {
  it('are those whose address leads nowhere, as the text says', () => {
    expect(gapsOf(slide, rules, new PictureGaps().getSnapshot())).toBe(1);
  });

  it('are also those that did not come, which the stage counts with the others', () => {
    const gaps = new PictureGaps();
    gaps.told(slide?.hash ?? '', 2);
    expect(gapsOf(slide, rules, gaps.getSnapshot())).toBe(2);
  });

  it('are looked for again when other pictures are there', () => {
    const gaps = new PictureGaps();
    gaps.given({ 'a.png': '/assets/a.png' });
    gaps.told(slide?.hash ?? '', 2);
    gaps.given({ 'a.png': '/assets/a.png' });
    const same = gaps.getSnapshot().size;
    gaps.given({ 'a.png': '/assets/b.png' });
    expect([same, gaps.getSnapshot().size]).toEqual([1, 0]);
  });

  it('are none on a slide that is not there', () => {
    expect(gapsOf(undefined, rules, new PictureGaps().getSnapshot())).toBe(0);
  });
});
