import { expect, it } from 'vitest';
import { soakSeeds } from '#e2e/harness/chance.ts';
import { sectionSoak } from './section-soak.ts';

const THOUSAND = soakSeeds(...Array.from({ length: 1_000 }, (_, seed) => seed));

it(
  'every section keeps its row through a thousand runs of random edits at two processes',
  { timeout: 600_000 },
  async () => {
    const failed: string[] = [];
    for (const seed of THOUSAND) for (const fault of await sectionSoak(seed)) failed.push(`seed ${seed}: ${fault}`);
    expect(failed).toEqual([]);
  },
);
