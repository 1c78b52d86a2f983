import { describe, it } from 'vitest';
import { soakSeeds } from '#e2e/harness/chance.ts';
import { expectAudienceFollows } from './call-soak.ts';

const TEN = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

// Calls of 1,000 edits. `SOAK_SEED=1,2` takes other seeds.
describe('the audience under 10,000 random edits', () => {
  it.each(soakSeeds(...TEN))('is on the slide of the presenter, seed %i', async (seed) => {
    await expectAudienceFollows(seed, 1_000);
  });
});
