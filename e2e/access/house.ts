import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test as base } from '@playwright/test';
import { Plenum } from '#e2e/harness/plenum.ts';
import { testRedis } from '#e2e/harness/redis.ts';
import { closeBus } from '#server/bus/open-bus.ts';
import { closeDatabase } from '#server/database/client.ts';
import { openEmbeddedCluster } from '#server/database/embedded-cluster.ts';
import { applyMigrations } from '#server/database/schema-engine.ts';
import type { Openness } from './audiences.ts';
import { makePeople, type People } from './people.ts';
import { makeWorld, type World } from './world.ts';

/** A running Plenum whose database and bus this process shares: it makes worlds there, and looks at what an act has changed. */
export interface House {
  readonly url: string;
  readonly people: People;
  /** A world that only refusals and readings are asked in: made once for each kind. */
  readonly world: (openness: Openness) => Promise<World>;
  /** A world of one's own, to change. */
  readonly freshWorld: (openness: Openness) => Promise<World>;
  /** Address of another Plenum on the same database, started when it is first asked for. */
  readonly otherUrl: () => Promise<string>;
}

async function openHouse(): Promise<House & { readonly close: () => Promise<void> }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'plenum-access-'));
  const [cluster, redis] = [await openEmbeddedCluster(folder), await testRedis()];
  await applyMigrations(cluster.url);
  // Pictures that a world is made with are served from the folder that they were written to.
  const env = { DATABASE_URL: cluster.url, REDIS_URL: redis.url, DATA_DIR: folder };
  Object.assign(process.env, env);
  const plenums = [await Plenum.start(env)];
  const url = plenums[0]?.url ?? '';
  const people = await makePeople();
  const worlds = new Map<Openness, Promise<World>>();
  const freshWorld = (openness: Openness) => makeWorld(url, people, openness);
  return {
    url,
    people,
    freshWorld,
    world(openness) {
      const known = worlds.get(openness) ?? freshWorld(openness);
      worlds.set(openness, known);
      return known;
    },
    async otherUrl() {
      if (plenums.length === 1) plenums.push(await Plenum.start(env));
      return plenums[1]?.url ?? '';
    },
    async close() {
      await closeBus();
      await closeDatabase();
      for (const plenum of plenums) await plenum.end('SIGTERM');
      for (const { dataDir } of plenums) rmSync(dataDir, { recursive: true, force: true });
      await Promise.all([cluster.close(), redis.close()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Tests that share one house a worker. There is no browser to trace, and they are many. */
export const test = base.extend<object, { readonly house: House }>({
  trace: 'off',
  house: [
    async ({}, use) => {
      const house = await openHouse();
      await use(house);
      await house.close();
    },
    { scope: 'worker', timeout: 240_000 },
  ],
});
