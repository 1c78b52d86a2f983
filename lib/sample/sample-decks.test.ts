import { describe, expect, it } from 'vitest';

import { parseDeck } from '#lib/slides/parse-deck.ts';
import { sampleDecks } from './sample-decks.ts';

describe('the sample', () => {
  it('has its coming call on the next Thursday, and never today', () => {
    expect(sampleDecks('2026-11-21').coming.date).toBe('2026-11-26');
    expect(sampleDecks('2026-11-26').coming.date).toBe('2026-12-03');
  });

  it('has calls that were, in order', () => {
    expect(sampleDecks('2026-11-21').past.map(({ date }) => date)).toEqual(['2026-11-12', '2026-11-19']);
  });

  it('has decks without a problem, three teams each', () => {
    const { past, coming } = sampleDecks('2026-11-21');
    for (const { text } of [...past, coming]) {
      const model = parseDeck(text);
      expect(model.problems).toEqual([]);
      expect(model.sections.map(({ title }) => title)).toEqual(
        expect.arrayContaining(['Welcome', 'Team Quay', 'Team Lights', 'Team Tugs']),
      );
    }
  });
});
