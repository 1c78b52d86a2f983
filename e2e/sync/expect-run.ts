import { expect } from 'vitest';
import { FaultRun, type FaultRunOptions } from './fault-run.ts';
import type { Schedule } from './schedule.ts';

/** Lets a schedule happen while people type, and expects that nothing promised is lost and all copies are equal. */
export async function expectNothingLost(
  schedule: Schedule,
  options: FaultRunOptions & { readonly size: 'short' | 'long' },
): Promise<void> {
  const { size, ...runOptions } = options;
  const run = await FaultRun.open({ ...runOptions, ...schedule.options });
  try {
    await schedule.happen(run, size);
    expect(await run.settle()).toEqual([]);
  } finally {
    await run.close();
  }
}
