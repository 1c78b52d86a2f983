import { describe, it } from 'vitest';
import { soakSeeds } from '#e2e/harness/chance.ts';
import { expectHistory } from './expect-history.ts';

const THOUSAND = Array.from({ length: 1_000 }, (_, index) => 20270000 + index);

describe('a thousand histories of several people', () => {
  it.each(soakSeeds(...THOUSAND))('come back at any moment, and anybody is undone alone, seed %i', (seed) =>
    expectHistory(seed),
  );
});
