import { expect } from 'vitest';
import type { FaultCase, FaultHouse } from './fault-cases.ts';
import { FaultRun } from './fault-run.ts';

/** Lets a fault happen while people type, and expects that nothing promised is lost and all copies are equal. */
export async function expectNothingLost(
  { schedule, processes, seed }: FaultCase,
  house: FaultHouse,
  size: 'short' | 'long',
): Promise<void> {
  const shared = processes > 1 ? { redisUrl: house.redis().url } : {};
  const databaseUrl = house.cluster().url;
  const run = await FaultRun.open({ seed, processes, databaseUrl, ...shared, ...schedule.options });
  try {
    await schedule.happen(run, size);
    expect(await run.settle()).toEqual([]);
  } finally {
    await run.close();
  }
}
