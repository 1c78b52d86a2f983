import { afterAll, beforeAll, describe, it } from 'vitest';
import { soakSeeds } from '#e2e/harness/chance.ts';
import { testRedis, type TestRedis } from '#e2e/harness/redis.ts';
import { expectOneBaton } from './baton-soak.ts';

let redis: TestRedis;
beforeAll(async () => {
  redis = await testRedis();
});
afterAll(() => redis.close());

describe('the baton in 600 random steps at two processes', () => {
  it.each(soakSeeds(20261127, 20261128))('is one, and all follow it, seed %i', { timeout: 120_000 }, async (seed) => {
    await expectOneBaton(seed, 300, redis.url);
  });
});
