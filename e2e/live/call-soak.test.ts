import { describe, it } from 'vitest';
import { soakSeeds } from '#e2e/harness/chance.ts';
import { expectAudienceFollows } from './call-soak.ts';

describe('the audience under 500 random edits', () => {
  it.each(soakSeeds(20261121, 20261122))(
    'is on the slide of the presenter, seed %i',
    { timeout: 120_000 },
    async (seed) => {
      await expectAudienceFollows(seed, 250);
    },
  );
});
