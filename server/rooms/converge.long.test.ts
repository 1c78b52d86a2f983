import { describe, it } from 'vitest';
import { soakSeeds } from '#e2e/harness/chance.ts';
import { expectConvergence } from '#e2e/sync/converge-run.ts';

const THOUSAND = Array.from({ length: 1_000 }, (_, index) => 1 + index);

// `SOAK_SEED=7,8` takes other seeds. Several at once: they wait more than they work.
describe('all copies', () => {
  it.concurrent.each(soakSeeds(...THOUSAND))('converge, seed %i', (seed) => expectConvergence(seed));
});
