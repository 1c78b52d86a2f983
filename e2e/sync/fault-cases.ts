import { chance } from '#e2e/harness/chance.ts';
import type { OwnCluster } from '#e2e/harness/own-cluster.ts';
import type { RedisAtWill } from '#e2e/harness/redis-at-will.ts';
import { databaseSchedules } from './database-schedules.ts';
import { networkSchedules } from './network-schedules.ts';
import { redisSchedules } from './redis-schedules.ts';
import type { Schedule } from './schedule.ts';
import { serverSchedules } from './server-schedules.ts';
import { textSchedules } from './text-schedules.ts';

/** One schedule on so many processes, with the numbers of this seed. */
export interface FaultCase {
  readonly name: string;
  readonly schedule: Schedule;
  readonly processes: 1 | 3;
  readonly seed: number;
}

/** What a case needs, there when it begins, not yet when it is listed. */
export interface FaultHouse {
  readonly cluster: () => OwnCluster;
  readonly redis: () => RedisAtWill;
}

/** Every schedule on one process and on three, where that makes sense. */
export function faultCases(house: FaultHouse, seed: number): readonly FaultCase[] {
  return [
    ...serverSchedules,
    ...networkSchedules,
    ...databaseSchedules(house.cluster),
    ...redisSchedules(house.redis),
    ...textSchedules,
  ].flatMap((schedule) => schedule.on.map((processes) => ({ name: schedule.name, schedule, processes, seed })));
}

/** A tenth of all cases that need no long wait: which ones, the seed says. */
export function tenthOf(cases: readonly FaultCase[], seed: number): readonly FaultCase[] {
  const pick = chance(seed);
  const quick = cases.filter(({ schedule }) => schedule.slow !== true);
  // One of every ten in their order, so that each kind of fault is among them.
  return Array.from({ length: Math.ceil(quick.length / 10) }, (_, ten) => quick.slice(ten * 10, ten * 10 + 10)).flatMap(
    (ten) => ten[pick(ten.length)] ?? [],
  );
}
