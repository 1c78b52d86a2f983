import { randomUUID } from 'node:crypto';
import { vi } from 'vitest';
import { memorySectionRows } from '#e2e/harness/memory-section-rows.ts';
import { openPage } from '#e2e/harness/sync-client.ts';
import { idOf, memoryLiveRows, startSyncServer } from '#e2e/harness/sync-server.ts';
import { seedUpdate } from '#lib/deck/deck-doc.ts';
import { firstLiveState } from '#lib/live/live-state.ts';
import { RedisBus } from '#server/bus/redis-bus.ts';
import { MemoryStore } from '#server/store/memory-store.ts';
import { callPage, type CallPage } from './call-scene.ts';

/** Ada hosts, Bo and Cy may present, Dee and Eli only follow. */
const RIGHTS = { Ada: 'host', Bo: 'present', Cy: 'present', Dee: 'audience', Eli: 'audience' } as const;
export type Name = keyof typeof RIGHTS;
export const NAMES = ['Ada', 'Bo', 'Cy', 'Dee', 'Eli'] as const satisfies readonly Name[];

// These people ask faster than anybody can: read more slowly, a connection that broke would be heard after the one that came for it.
const UNPACED = { frames: { perSecond: 1e6, burst: 1e6 }, bytes: { perSecond: 1e9, burst: 1e9 } };

/** Somebody at a page of one of the processes. */
export interface Seat {
  readonly name: Name;
  readonly personId: string;
  readonly page: CallPage;
}

/** A call that is live at two processes with one database and one Redis. */
export interface BatonScene {
  readonly seats: readonly Seat[];
  readonly live: ReturnType<typeof memoryLiveRows>;
  /** Somebody more comes, to either process. */
  join(name: Name, process: number): Seat;
  leave(seat: Seat): void;
  close(): Promise<void>;
}

export const mayPresent = (name: Name): boolean => RIGHTS[name] !== 'audience';
export const isHost = (name: Name): boolean => RIGHTS[name] === 'host';

export async function openBatonCall(text: string, redisUrl: string): Promise<BatonScene> {
  const store = new MemoryStore();
  store.put('deck', { callId: 'call' });
  const row = { data: seedUpdate(text) ?? new Uint8Array(), personId: null };
  await store.append([{ deckId: 'deck', epoch: 1, rows: [row] }]);
  const live = memoryLiveRows();
  live.state = firstLiveState(new Date().toISOString());
  const channel = `baton-${randomUUID()}`;
  const buses = [new RedisBus(redisUrl, channel), new RedisBus(redisUrl, channel)] as const;
  await Promise.all(buses.map((bus) => bus.listening()));
  const sectionRows = memorySectionRows();
  const start = (bus: RedisBus) =>
    startSyncServer({ store, bus, rights: RIGHTS, liveRows: live, sectionRows, pollMs: 200, pace: UNPACED });
  const servers = [await start(buses[0]), await start(buses[1])] as const;
  const join = (name: Name, process: number): Seat => {
    const { address } = process === 0 ? servers[0] : servers[1];
    const connection = openPage(name, address, 'deck', { writable: mayPresent(name) });
    return { name, personId: idOf(name), page: callPage(connection, idOf(name)) };
  };
  const leave = ({ page }: Seat): void => {
    page.course.destroy();
    page.connection.destroy();
  };
  const seats = NAMES.map((name, index) => join(name, index % 2));
  await vi.waitUntil(() => seats.every(isJoined), { timeout: 5_000 });
  return {
    seats,
    live,
    join,
    leave,
    async close() {
      seats.forEach(leave);
      await Promise.all(servers.map((server) => server.close()));
      await Promise.all(buses.map((bus) => bus.close()));
    },
  };
}

/** Whether somebody has the text and knows how the call stands. */
export function isJoined({ page: { connection } }: Seat): boolean {
  return connection.ready.getSnapshot() && connection.live.getSnapshot() !== null;
}
