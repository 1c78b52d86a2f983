import { describe, it } from 'vitest';
import { soakSeeds } from '#e2e/harness/chance.ts';
import { expectHistory } from './expect-history.ts';

const FIFTY = Array.from({ length: 50 }, (_, index) => 20261126 + index);

// A thousand more are in history.long.test.ts.
describe('a history of several people', () => {
  it.each(soakSeeds(...FIFTY))('comes back at any moment, and anybody is undone alone, seed %i', (seed) =>
    expectHistory(seed),
  );
});
