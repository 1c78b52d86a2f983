import { afterAll, beforeAll, describe, it } from 'vitest';
import { soakSeeds } from '#e2e/harness/chance.ts';
import { expectNothingLost } from './expect-nothing-lost.ts';
import { faultCases } from './fault-cases.ts';
import { faultHouse } from './fault-house.ts';

const house = faultHouse();
beforeAll(() => house.open());
afterAll(() => house.close());

// Every fault, as long as it is in life. `SOAK_SEED=1,2` takes other seeds.
describe('nothing that was promised is lost, and all copies are equal', () => {
  const cases = soakSeeds(1).flatMap((seed) => faultCases(house, seed));
  it.each(cases)('$name, on $processes, seed $seed', async (fault) => {
    await expectNothingLost(fault, house, 'long');
  });
});
