import { OwnCluster } from '#e2e/harness/own-cluster.ts';
import { RedisAtWill } from '#e2e/harness/redis-at-will.ts';
import type { FaultHouse } from './fault-cases.ts';

/** A Postgres and a Redis for one test file: open it before, close it after all. */
export function faultHouse(): FaultHouse & { open(): Promise<void>; close(): Promise<void> } {
  let cluster: OwnCluster | undefined;
  let redis: RedisAtWill | undefined;
  return {
    cluster: () => there(cluster),
    redis: () => there(redis),
    async open() {
      cluster = await OwnCluster.open();
      redis = await RedisAtWill.start();
    },
    async close() {
      await redis?.kill();
      await cluster?.close();
    },
  };
}

function there<T>(part: T | undefined): T {
  if (part === undefined) throw new Error('The house of faults is not open.');
  return part;
}
