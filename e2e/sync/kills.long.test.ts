import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { soakSeeds } from '#e2e/harness/chance.ts';
import { faultHouse } from './fault-house.ts';
import { FaultRun } from './fault-run.ts';

const KILLS = 20;

const house = faultHouse();
beforeAll(() => house.open());
afterAll(() => house.close());

// 200 kills, 20 a deck. `SOAK_SEED=1,2` takes other seeds.
describe('a server that is killed at random moments under typing', () => {
  const cases = soakSeeds(1, 2, 3, 4, 5).flatMap((seed) => [1, 3].map((processes) => ({ processes, seed })));
  it.each(cases)('loses nothing that was promised, on $processes, seed $seed', async ({ processes, seed }) => {
    const shared = processes > 1 ? { redisUrl: house.redis().url } : {};
    const run = await FaultRun.open({ seed, processes, databaseUrl: house.cluster().url, ...shared });
    try {
      for (let kill = 0; kill < KILLS; kill += 1) {
        await run.promises(1, run.seats.slice(run.pick(run.seats.length)).slice(0, 1));
        await run.words(run.pick(30));
        const server = run.anyServer();
        await server.end('SIGKILL');
        expect(await run.checkPromises()).toEqual([]);
        await server.start();
      }
      expect(await run.settle()).toEqual([]);
    } finally {
      await run.close();
    }
  });
});
