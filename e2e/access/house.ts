import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test as base } from '@playwright/test';
import { Plenum } from '#e2e/harness/plenum.ts';
import { pictureServer } from '#e2e/harness/picture-server.ts';
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

/** What there is to be closed, in the opposite order: also when the next thing could not be opened. */
type Ends = (() => unknown)[];

async function openHouse(ends: Ends): Promise<House> {
  const folder = mkdtempSync(path.join(tmpdir(), 'plenum-access-'));
  ends.push(() => rmSync(folder, { recursive: true, force: true }));
  const cluster = await openEmbeddedCluster(folder);
  ends.push(() => cluster.close());
  const redis = await testRedis();
  ends.push(() => redis.close());
  await applyMigrations(cluster.url);
  const pictures = await pictureServer();
  ends.push(() => pictures.close());
  // Pictures that a world is made with are served from the folder that they were written to.
  const env = { DATABASE_URL: cluster.url, REDIS_URL: redis.url, DATA_DIR: folder, FETCH_ALLOW: pictures.server };
  Object.assign(process.env, env);
  ends.push(closeDatabase, closeBus);
  const start = async (): Promise<string> => {
    const plenum = await Plenum.start(env);
    ends.push(async () => {
      await plenum.end('SIGTERM');
      rmSync(plenum.dataDir, { recursive: true, force: true });
    });
    return plenum.url;
  };
  const url = await start();
  let other: Promise<string> | undefined;
  const people = await makePeople();
  const worlds = new Map<Openness, Promise<World>>();
  const freshWorld = (openness: Openness) => makeWorld({ url, pictures: pictures.origin }, people, openness);
  return {
    url,
    people,
    freshWorld,
    world(openness) {
      const known = worlds.get(openness) ?? freshWorld(openness);
      worlds.set(openness, known);
      return known;
    },
    otherUrl() {
      other ??= start();
      return other;
    },
  };
}

/** Tests that share one house a worker. There is no browser to trace, and they are many. */
export const test = base.extend<object, { readonly house: House }>({
  trace: 'off',
  house: [
    async ({}, use) => {
      const ends: Ends = [];
      try {
        await use(await openHouse(ends));
      } finally {
        for (const end of ends.toReversed()) await end();
      }
    },
    { scope: 'worker', timeout: 240_000 },
  ],
});
