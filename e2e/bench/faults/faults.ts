import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { prepareTemplate } from '#e2e/harness/database.ts';
import { testRedis } from '#e2e/harness/redis.ts';
import { openEmbeddedCluster } from '#server/database/embedded-cluster.ts';
import { openHocuspocus, openPlenum, openYWebsocket, type Contender } from '#e2e/bench/sync/contender.ts';
import { backDuringSlowWrite } from './back-during-slow-write.ts';
import type { FaultOutcome } from './fault-outcome.ts';
import { killedWhileTyping } from './killed-while-typing.ts';
import { leftWhileAnotherWrites } from './left-while-another-writes.ts';
import { refusedOnce } from './refused-once.ts';

const SEED = Number(process.env['BENCH_SEED'] ?? 7);

/** The same faults against Plenum and other Yjs servers: of what was promised, how much is found afterwards. */
export async function compareFaults(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'plenum-bench-'));
  const cluster = await openEmbeddedCluster(folder);
  await prepareTemplate(cluster.url);
  const redis = await testRedis();
  const outcomes: FaultOutcome[] = [];
  const against = async (
    open: () => Promise<Contender>,
    ...faults: readonly ((contender: Contender) => Promise<FaultOutcome>)[]
  ): Promise<void> => {
    const contender = await open();
    for (const fault of faults) {
      const outcome = await fault(contender);
      outcomes.push(outcome);
      process.stdout.write(
        `  ${outcome.server}, ${outcome.fault}: typed ${outcome.typed}, promised ${outcome.promised}, found ${outcome.found}, lost ${outcome.lost}\n`,
      );
    }
    await contender.close();
  };
  const killed = (contender: Contender) => killedWhileTyping(contender, SEED);
  const left = (contender: Contender) => leftWhileAnotherWrites(contender, redis);
  await against(openPlenum, killed, refusedOnce, backDuringSlowWrite, left);
  await against(openHocuspocus, killed, refusedOnce, left);
  await against(() => openYWebsocket('rows'), backDuringSlowWrite);
  await against(() => openYWebsocket('whole'), backDuringSlowWrite);
  await redis.close();
  await cluster.close();
  rmSync(folder, { recursive: true, force: true });
  console.table(outcomes.toSorted((a, b) => a.fault.localeCompare(b.fault)));
}
