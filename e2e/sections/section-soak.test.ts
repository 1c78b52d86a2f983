import { expect, it } from 'vitest';
import { soakSeeds } from '#e2e/harness/chance.ts';
import { sectionSoak } from './section-soak.ts';

// A thousand are in section-soak.long.test.ts.
const SEEDS = soakSeeds(...Array.from({ length: 250 }, (_, seed) => seed));

it('every section keeps its row through runs of random edits at two processes', { timeout: 300_000 }, async () => {
  const failed: string[] = [];
  for (const seed of SEEDS) for (const fault of await sectionSoak(seed)) failed.push(`seed ${seed}: ${fault}`);
  expect(failed).toEqual([]);
});
