import { afterAll, beforeAll, describe, it } from 'vitest';
import { soakSeeds } from '#e2e/harness/chance.ts';
import { testRedis, type TestRedis } from '#e2e/harness/redis.ts';
import { expectOneBaton } from './baton-soak.ts';

let redis: TestRedis;
beforeAll(async () => {
  redis = await testRedis();
});
afterAll(() => redis.close());

// `SOAK_SEED=1,2` takes other seeds.
describe('the baton in 10,000 random steps at two processes', () => {
  it.each(soakSeeds(1, 2, 3, 4, 5))('is one, and all follow it, seed %i', { timeout: 900_000 }, async (seed) => {
    await expectOneBaton(seed, 2_000, redis.url);
  });
});
