import { describe, it } from 'vitest';
import { soakSeeds } from '#e2e/harness/chance.ts';
import { expectConvergence } from '#e2e/sync/converge-run.ts';

const FIFTY = Array.from({ length: 50 }, (_, index) => 20261121 + index);

// A thousand more are in converge.long.test.ts.
describe('all copies', () => {
  it.each(soakSeeds(...FIFTY))('converge, seed %i', (seed) => expectConvergence(seed));
});
