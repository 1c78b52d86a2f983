import { afterAll, beforeAll, describe, it } from 'vitest';
import { expectNothingLost } from './expect-nothing-lost.ts';
import { faultCases, tenthOf } from './fault-cases.ts';
import { faultHouse } from './fault-house.ts';

const SEED = 20261126;

const house = faultHouse();
beforeAll(() => house.open());
afterAll(() => house.close());

// A tenth; all of them are in faults.long.test.ts.
describe('nothing that was promised is lost, and all copies are equal', () => {
  it.each(tenthOf(faultCases(house, SEED), SEED))('$name, on $processes, seed $seed', async (fault) => {
    await expectNothingLost(fault, house, 'short');
  });
});
