import { describe, expect, it } from 'vitest';
import { slideArea } from './slide-area.ts';

describe('where the slide lies on its stage', () => {
  it('fits between the margins and keeps its shape', () => {
    expect(slideArea({})).toEqual({
      width: `clamp(192px, min(96cqw, ${(96 * 960) / 700}cqh), 1920px)`,
      height: null,
      ratio: '960 / 700',
    });
  });

  it('goes by the size, the margin and the bounds of the deck', () => {
    const { width, ratio } = slideArea({ width: 1600, height: 800, margin: 0, minScale: 0.5, maxScale: 1 });
    expect([width, ratio]).toEqual(['clamp(800px, min(100cqw, 200cqh), 1600px)', '1600 / 800']);
  });

  it('fills what is left where the deck says a part of the window', () => {
    expect(slideArea({ width: '100%', height: '100%', margin: 0.1 })).toEqual({
      width: '90cqw',
      height: '90cqh',
      ratio: 'auto',
    });
  });

  it('takes no nonsense from a deck', () => {
    expect(slideArea({ width: -3, height: 'tall', margin: 7 }).height).toBe('96cqh');
  });
});
