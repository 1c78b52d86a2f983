import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { LiveState, SectionTimes } from '#lib/live/live-state.ts';
import { NO_TIMES } from '#lib/live/section-times.ts';
import type { Bus } from '#server/bus/bus.ts';
import type { LiveRows } from '#server/rooms/live-rows.ts';
import { memorySectionRows } from './memory-section-rows.ts';
import { openRooms, type Rooms } from '#server/rooms/rooms.ts';
import { openSockets, type SocketsOptions } from '#server/socket/upgrade.ts';
import type { SectionRows } from '#server/sections/section-rows.ts';
import type { Head, Store } from '#server/store/store.ts';
import type { DeckAccess } from '#server/accounts/deck-access.ts';

/** What the people of a test may do, by name, nobody being ''; changed while it runs. Tickets are names. */
export type Rights = Record<string, 'write' | 'read' | 'present' | 'host' | 'audience' | 'none' | 'signed-out'>;

export interface SyncServer {
  /** Base of the socket's address. */
  readonly address: string;
  readonly rooms: Rooms;
  /** Ends it as SIGTERM does. */
  close(): Promise<void>;
  /** Leaves it as it is, and lets nobody in any more: for one whose store and bus are dead. */
  abandon(): void;
}

export interface SyncServerOptions {
  readonly store: Store;
  readonly bus: Bus;
  readonly rights: Rights;
  readonly liveRows?: LiveRows;
  readonly sectionRows?: SectionRows;
  readonly idleMs?: number;
  readonly pollMs?: number;
  readonly beatMs?: number;
  readonly places?: SocketsOptions['places'];
  readonly pace?: SocketsOptions['pace'];
  /** 0 lets the system choose. */
  readonly port?: number;
}

/** Live rows that live as long as the test: one call, started by setting `state`. */
export function memoryLiveRows(): LiveRows & {
  state: LiveState | null;
  times: SectionTimes;
  offersBaton: boolean;
  readonly hellos: string[];
} {
  return {
    state: null,
    times: NO_TIMES,
    offersBaton: false,
    hellos: [],
    load() {
      const { state, times, offersBaton } = this;
      return Promise.resolve(state === null ? null : { state, times, offersBaton });
    },
    save(_callId, { state, times }, over) {
      if (this.state?.version !== over) return Promise.resolve(false);
      this.state = state;
      this.times = times;
      return Promise.resolve(true);
    },
    keepHello(_callId, name) {
      this.hellos.push(name);
      return Promise.resolve(true);
    },
  };
}

/** Rooms and sockets alone, on a free loopback port: no accounts, no Next. People come by cookie `name=Ada`. */
export async function startSyncServer({
  store,
  bus,
  rights,
  liveRows = memoryLiveRows(),
  sectionRows = memorySectionRows(),
  port: wanted = 0,
  beatMs,
  places,
  pace,
  ...times
}: SyncServerOptions): Promise<SyncServer> {
  const rooms = openRooms({
    store,
    bus,
    liveRows,
    sectionRows,
    ...times,
    access: async (visitor, deckId) => ({
      ...accessBy(rights[visitor.person?.name ?? ''] ?? 'none', deckId, (await store.heads([deckId])).get(deckId)),
      author: visitor.person,
    }),
  });
  const sockets = openSockets({
    rooms,
    publicUrl: null,
    ...(beatMs === undefined ? {} : { beatMs }),
    ...(places === undefined ? {} : { places }),
    ...(pace === undefined ? {} : { pace }),
    visitorOf: (headers) =>
      Promise.resolve({ person: personOf(/name=(\w+)/.exec(headers.get('cookie') ?? '')?.[1], rights), linkIds: [] }),
    visitorOfTicket: () => Promise.resolve(null),
    visitorOfToken: () => Promise.resolve(null),
  });
  const server = createServer();
  server.on('upgrade', (request, socket, head) => sockets.handleUpgrade(request, socket, head));
  server.listen(wanted, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    address: `ws://127.0.0.1:${port}/sync`,
    rooms,
    abandon() {
      sockets.close();
      server.closeAllConnections();
      server.close();
    },
    async close() {
      sockets.close();
      await rooms.close();
      await sockets.emptied();
      server.closeAllConnections();
      server.close();
    },
  };
}

function accessBy(right: Rights[string], deckId: string, head: Head | undefined): Omit<DeckAccess, 'author'> {
  const open = head?.frozen !== true;
  const deck = {
    id: deckId,
    seriesId: 'series',
    callId: 'call',
    epoch: head?.epoch ?? 1,
    frozenAt: open ? null : new Date(),
  };
  const presents = right === 'present' || right === 'host';
  return {
    deck,
    locked: false,
    held: false,
    read: right !== 'none',
    write: open && (presents || right === 'write'),
    present: open && presents,
    takeOver: open && right === 'host',
    audienceOnly: right === 'audience',
  };
}

function personOf(name: string | undefined, rights: Rights) {
  return name === undefined || rights[name] === 'signed-out'
    ? null
    : { id: idOf(name), name, hue: 120, admin: false, signedIn: true };
}

/** A uuid that a name always gets. */
export function idOf(name: string): string {
  return `00000000-0000-7000-8000-${Buffer.from(name.padEnd(6, '_')).subarray(0, 6).toString('hex')}`;
}
