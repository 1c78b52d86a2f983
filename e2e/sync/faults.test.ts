import { afterAll, beforeAll, describe, it } from 'vitest';
import { soakSeeds } from '#e2e/harness/chance.ts';
import { testDatabase, type TestDatabase } from '#e2e/harness/database.ts';
import { testRedis, type TestRedis } from '#e2e/harness/redis.ts';
import { expectNothingLost } from './expect-run.ts';
import { networkSchedules } from './network-schedules.ts';
import { serverSchedules } from './server-schedules.ts';

let postgres: TestDatabase;
let redis: TestRedis;
beforeAll(async () => {
  postgres = await testDatabase();
  redis = await testRedis();
});
afterAll(async () => {
  await redis.close();
  await postgres.close();
});

const cases = [...serverSchedules, ...networkSchedules].flatMap((schedule) =>
  schedule.on.flatMap((processes) => soakSeeds(20261126).map((seed) => ({ ...schedule, schedule, processes, seed }))),
);

describe('nothing that was promised is lost, and all copies are equal', () => {
  it.each(cases)('$name, on $processes, seed $seed', async ({ schedule, processes, seed }) => {
    const shared = processes > 1 ? { redisUrl: redis.url } : {};
    await expectNothingLost(schedule, { seed, processes, databaseUrl: postgres.url, size: 'short', ...shared });
  });
});
