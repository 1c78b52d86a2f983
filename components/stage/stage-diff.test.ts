import { describe, expect, it } from 'vitest';
import { parseDeck } from '#lib/slides/parse-deck.ts';
import type { DeckMessage } from '#lib/stage/messages.ts';
import { StageDiff, type StageWish } from './stage-diff.ts';

const assets = {};

function wish(text: string, slide: number | null, fragment = -1): StageWish {
  const position = slide === null ? null : { slide, fragment };
  return {
    model: parseDeck(text),
    assets,
    foreignPictures: false,
    interactive: true,
    measured: false,
    pickable: false,
    position,
  };
}

function keyAt(message: DeckMessage | null, slide: number): string {
  return message?.order?.at(slide)?.key ?? '';
}

describe('what a stage is told', () => {
  it('is everything at first, then only what changed', () => {
    const diff = new StageDiff();
    const first = diff.next(wish('# A\n\n---\n\n# B', 0));
    expect(first?.order?.map(({ vertical }) => vertical)).toEqual([false, false]);
    expect(first?.contents.map(({ name }) => name)).toEqual(['A', 'B']);
    const second = diff.next(wish('# A\n\n---\n\n# B!', 0));
    expect(second).toMatchObject({ settings: null, order: null, place: null });
    expect(second?.contents.map(({ name }) => name)).toEqual(['B!']);
    expect(diff.next(wish('# A\n\n---\n\n# B!', 0))).toBeNull();
  });

  it('follows a slide whose number changed', () => {
    const diff = new StageDiff();
    const first = diff.next(wish('# A\n\n---\n\n# B', 1));
    const second = diff.next(wish('# New\n\n---\n\n# A\n\n---\n\n# B', 2));
    expect(second?.place).toBeNull();
    expect(keyAt(second, 2)).toBe(first?.place?.key);
    expect(diff.slideOf(String(first?.place?.key))).toBe(2);
  });

  it('is not pulled back after it was moved by hand, until the page wants something new', () => {
    const diff = new StageDiff();
    const text = '# A\n\n---\n\n# B\n\n---\n\n# C';
    const first = diff.next(wish(text, 0));
    diff.movedTo({ key: keyAt(first, 1), fragment: -1 });
    expect(diff.next(wish(`${text}!`, 0))?.place).toBeNull();
    expect(diff.next(wish(`${text}!`, 1))).toBeNull();
    expect(diff.next(wish(`${text}!`, 2))?.place?.key).toBe(keyAt(first, 2));
  });

  it('is pulled back when the slide that it was moved to is gone', () => {
    const diff = new StageDiff();
    const first = diff.next(wish('# A\n\n---\n\n# B\n\n---\n\n# C', 0));
    diff.movedTo({ key: keyAt(first, 1), fragment: -1 });
    expect(diff.next(wish('# A\n\n---\n\n# C', 0))?.place?.key).toBe(keyAt(first, 0));
  });

  it('sets the slides again when the deck is to be read otherwise', () => {
    const diff = new StageDiff();
    diff.next(wish('# A', 0));
    expect(diff.next(wish('---\nbreaks: false\n---\n# A', 0))?.settings).toMatchObject({ breaks: false });
  });
});
