import { afterAll, beforeAll, describe, it } from 'vitest';
import { soakSeeds } from '#e2e/harness/chance.ts';
import { OwnCluster } from '#e2e/harness/own-cluster.ts';
import { testRedis, type TestRedis } from '#e2e/harness/redis.ts';
import { databaseSchedules } from './database-schedules.ts';
import { expectNothingLost } from './expect-run.ts';

let cluster: OwnCluster;
let redis: TestRedis;
beforeAll(async () => {
  cluster = await OwnCluster.open();
  redis = await testRedis();
});
afterAll(async () => {
  await redis.close();
  await cluster.close();
});

const cases = databaseSchedules(() => cluster).flatMap((schedule) =>
  schedule.on.flatMap((processes) => soakSeeds(20261126).map((seed) => ({ ...schedule, schedule, processes, seed }))),
);

describe('whatever Postgres does', () => {
  it.each(cases)('$name, on $processes, seed $seed', async ({ schedule, processes, seed }) => {
    const shared = processes > 1 ? { redisUrl: redis.url } : {};
    await expectNothingLost(schedule, { seed, processes, databaseUrl: cluster.url, size: 'short', ...shared });
  });
});
