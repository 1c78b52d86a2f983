import { expect } from 'vitest';
import { database } from '#server/database/client.ts';
import { readDeck } from '#server/decks/read-deck.ts';
import type { OwnCluster } from '#e2e/harness/own-cluster.ts';
import type { FaultRun } from './fault-run.ts';
import { PageTypist } from './page-typist.ts';
import { lasting, type Schedule } from './schedule.ts';

const REFUSE = `CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'Not now.'; END $$;
  CREATE TRIGGER fault BEFORE INSERT ON deck_update FOR EACH STATEMENT EXECUTE FUNCTION refuse()`;
const SLOW = `CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(2); RETURN NULL; END $$;
  CREATE TRIGGER fault BEFORE INSERT ON deck_update FOR EACH STATEMENT EXECUTE FUNCTION refuse()`;
const MEND = 'DROP FUNCTION refuse CASCADE';

/** What goes wrong with Postgres. The cluster is there when a schedule happens, not yet when it is listed. */
export function databaseSchedules(cluster: () => OwnCluster): readonly Schedule[] {
  return [
    {
      name: 'F2 Postgres is killed in mid-commit, and comes back',
      on: [1, 3],
      async happen(run, size) {
        for (let kill = 0; kill < (size === 'long' ? 4 : 1); kill += 1) {
          await run.promises(2);
          await run.words(run.pick(20));
          cluster().signalAll('SIGKILL');
          await degraded(run);
          await run.promises(2);
          expect(await run.checkPromises()).toEqual([]);
        }
      },
    },
    {
      name: 'F2 Postgres is stopped and started',
      on: [1, 3],
      async happen(run) {
        await run.promises(2);
        cluster().signal('SIGINT');
        await degraded(run);
        await run.promises(2);
      },
    },
    {
      name: 'F2 Postgres hangs and goes on',
      on: [1, 3],
      async happen(run, size) {
        await run.promises(2);
        cluster().signalAll('SIGSTOP');
        try {
          await degraded(run);
          await lasting(size, { short: 0, long: 20 });
        } finally {
          cluster().signalAll('SIGCONT');
        }
        await run.promises(2);
      },
    },
    {
      name: 'F3 Postgres refuses writes, then the last client leaves',
      on: [1],
      options: { idleMs: 50 },
      async happen(run, size) {
        await run.promises(2);
        await cluster().run(REFUSE);
        await degraded(run);
        await lasting(size, { short: 0, long: 30 });
        run.rest();
        const texts = (): Set<string> => new Set(run.typists.map(({ text }) => text.toString()));
        // Everybody sees everything: so the server has everything, and nobody was promised it.
        await run.until(() => texts().size === 1);
        for (const { network } of run.seats) network.hold();
        for (const { network } of run.seats) network.cut();
        await cluster().run(MEND);
        const [text] = texts();
        await expect.poll(async () => (await readDeck(run.deckId)).text, { timeout: 20_000 }).toBe(text);
        for (const { network } of run.seats) network.release();
        for (const { network } of run.seats) network.cut();
      },
    },
    {
      name: 'F4 commits are slow while people reconnect',
      on: [1, 3],
      async happen(run) {
        await run.promises(2);
        await cluster().run(SLOW);
        for (let round = 0; round < 6; round += 1) {
          await run.words(30);
          run.seats[run.pick(run.seats.length)]?.network.cut();
        }
        await cluster().run(MEND);
        await run.promises(2);
      },
    },
    {
      name: 'F13 the line to Postgres is cut with commits on their way',
      on: [1, 3],
      async happen(run, size) {
        for (let round = 0; round < (size === 'long' ? 20 : 6); round += 1) {
          await run.promises(1);
          await run.words(run.pick(20));
          run.toDatabase.cut();
        }
      },
    },
    {
      name: 'F13 a commit reaches Postgres in part',
      on: [1, 3],
      async happen(run) {
        for (let round = 0; round < 5; round += 1) {
          await run.promises(1);
          run.toDatabase.tearAfter(1 + run.pick(400));
        }
      },
    },
    {
      name: 'F13 connections to Postgres fall silent for ever, new ones work',
      on: [1, 3],
      slow: true,
      async happen(run) {
        await run.promises(2);
        run.toDatabase.strand();
        await run.promises(2);
      },
    },
    {
      name: 'F8 the newest snapshot is damaged',
      on: [1, 3],
      options: { idleMs: 50 },
      async happen(run) {
        for (let round = 0; round < 2; round += 1) {
          await run.promises(2);
          await everybodyLeaves(run);
        }
        for (const server of run.servers) await server.end('SIGTERM');
        const { deckId } = run;
        const { seq } = await database().deckSnapshot.findFirstOrThrow({ where: { deckId }, orderBy: { seq: 'desc' } });
        await database().deckSnapshot.update({
          where: { deckId_seq: { deckId, seq } },
          data: { state: Buffer.from('no state at all') },
        });
        await Promise.all(run.servers.map((server) => server.start()));
        await run.promises(3);
        // Mended for the checker, which reads every snapshot.
        await database().deckSnapshot.delete({ where: { deckId_seq: { deckId, seq } } });
      },
    },
    {
      name: 'F19 the disk is full, and is freed',
      on: [1, 3],
      async happen(run, size) {
        await run.promises(2);
        cluster().fillDisk();
        try {
          await degraded(run);
          await lasting(size, { short: 0, long: 10 });
          expect(await run.checkPromises()).toEqual([]);
        } finally {
          cluster().freeDisk();
        }
        await run.promises(2);
      },
    },
  ];
}

/** Pages say that nothing can be saved just now. */
async function degraded(run: FaultRun): Promise<void> {
  await run.until(() => run.typists.some((typist) => typist instanceof PageTypist && isDegraded(typist)));
}

function isDegraded({ page }: PageTypist): boolean {
  const status = page.status.getSnapshot();
  return status.type === 'live' && status.degraded;
}

async function everybodyLeaves(run: FaultRun): Promise<void> {
  const { deckId } = run;
  const count = (): Promise<number> => database().deckSnapshot.count({ where: { deckId } });
  const before = await count();
  for (const { network } of run.seats) network.hold();
  for (const { network } of run.seats) network.cut();
  await expect.poll(count, { timeout: 20_000 }).toBeGreaterThan(before);
  for (const { network } of run.seats) network.release();
  for (const { network } of run.seats) network.cut();
}
