import { describe, expect, it } from 'vitest';
import type { DeckMessage } from '#lib/stage/messages.ts';
import { mergeDecks } from './merge-decks.ts';

function message(order: readonly string[] | null, ...contents: readonly string[]): DeckMessage {
  return {
    type: 'deck',
    settings: null,
    order: order?.map((key) => ({ key, vertical: false })) ?? null,
    contents: contents.map((key) => ({ key, source: `# ${key}`, attributes: {}, name: key, hash: key })),
    place: null,
  };
}

describe('two patches in one frame', () => {
  it('are the later order with the contents of both', () => {
    expect(mergeDecks(message(['a', 'b'], 'b'), message(null, 'a'))).toEqual(message(['a', 'b'], 'b', 'a'));
  });

  it('leave out a slide that came and went', () => {
    expect(mergeDecks(message(['a', 'b'], 'b'), message(['a'], 'a'))).toEqual(message(['a'], 'a'));
  });
});
