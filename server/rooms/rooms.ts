import { randomUUID } from 'node:crypto';
import { Refusal } from '#lib/errors.ts';
import { CLOSE } from '#lib/sync/close-codes.ts';
import { encodeFrame } from '#lib/sync/frames.ts';
import type { Visitor } from '#lib/visitor.ts';
import type { DeckAccess } from '#server/accounts/deck-access.ts';
import type { Bus } from '#server/bus/bus.ts';
import type { Message } from '#server/bus/topics.ts';
import { log } from '#server/log.ts';
import { meters, type Figures } from '#server/metrics/meters.ts';
import type { SectionRows } from '#server/sections/section-rows.ts';
import type { ClientOwner, Store } from '#server/store/store.ts';
import { ClientRegister } from './client-register.ts';
import type { LiveRows } from './live-rows.ts';
import { LogWriter } from './log-writer.ts';
import type { Member } from './member.ts';
import type { RoomServices } from './room-services.ts';
import { Room } from './room.ts';

export interface RoomsOptions {
  readonly store: Store;
  readonly bus: Bus;
  readonly access: (visitor: Visitor, deckId: string) => Promise<DeckAccess>;
  readonly liveRows: LiveRows;
  readonly sectionRows: SectionRows;
  /** Keeps a moment of a deck as a revision; without it none is kept. */
  readonly keepMoment?: RoomServices['keepMoment'];
  /** How long a room without members stays in memory, and how often the log's heads are read. Milliseconds. */
  readonly idleMs?: number;
  readonly pollMs?: number;
}

// A deck in memory takes 8 to 14 times its stored bytes (2 MB for 145 kB that were much edited), and is loaded in milliseconds:
// it stays just as long as a reload, or the change to another process, keeps its last person away.
const IDLE_MS = 10_000;
const POLL_MS = 2_000;
const SLOW_POLL_MS = 4_000;
const RENEW_PRESENCE_MS = 15_000;
// Rings bring changes of access at once; this finds what expired by itself.
const RECHECK_MS = 5 * 60_000;
// The rest of ten seconds is for everything else that closes.
const LONGEST_CLOSE_MS = 6_000;

/** The rooms of this process: each deck has at most one, however many ask for it at once. */
export class Rooms {
  readonly access: RoomsOptions['access'];
  readonly #options: RoomsOptions;
  readonly #services: RoomServices;
  /** The promise is kept, not the room: whoever asks while it loads waits for the same one. */
  readonly #loading = new Map<string, Promise<Room | null>>();
  readonly #open = new Map<string, Room>();
  readonly #idle = new Map<Room, ReturnType<typeof setTimeout>>();
  readonly #ends: (() => void)[] = [];
  #pollFault: string | null = null;
  #polling = false;
  #closing = false;

  constructor(options: RoomsOptions) {
    this.#options = options;
    this.access = options.access;
    const { store, bus, liveRows, sectionRows } = options;
    const discard = (room: Room): void => this.#discard(room);
    this.#services = {
      store,
      bus,
      liveRows,
      sectionRows,
      keepMoment: options.keepMoment ?? (() => undefined),
      writer: new LogWriter(store),
      register: new ClientRegister(store, (owners) => this.#ownersSettled(owners)),
      recheck: (members) => this.#recheck(members),
      processId: randomUUID(),
      discard,
    };
    this.#subscribe();
    this.#every(options.pollMs ?? POLL_MS, () => this.#pollAgain());
    this.#every(RECHECK_MS, () => this.#recheck([...this.#open.values()].flatMap((room) => [...room.members])));
    if (bus.shared) this.#every(RENEW_PRESENCE_MS, () => this.#renewPresence());
  }

  /**
   * Brings a member into its deck's room. Refuses when there is no such deck or this process is closing. `epoch` is the deck's
   * as the member was let in for it, where it said one.
   */
  async join(deckId: string, member: Member, epoch: number | null = null): Promise<Room> {
    for (;;) {
      if (this.#closing) throw new Refusal('unavailable', 'The server is closing.');
      const room = await this.#load(deckId);
      if (room === null) throw new Refusal('not-found', 'There is no such deck.');
      // It may have been dismissed between its loading and this turn: then there is a fresh one.
      if (this.#closing || isOver(room, epoch)) continue;
      this.#stay(room);
      room.join(member);
      return room;
    }
  }

  /** Takes a member out; a room without members leaves memory once all is saved. */
  leave(room: Room, member: Member): void {
    room.leave(member);
    this.#considerUnloading(room);
  }

  /** Why this process cannot do its work just now, or null. */
  health(): string | null {
    const degraded = [...this.#open.values()].filter((room) => room.degraded).length;
    if (degraded > 0) return `${degraded} open ${degraded === 1 ? 'deck' : 'decks'} cannot be saved.`;
    return this.#pollFault;
  }

  /** How many rooms are in memory. */
  get size(): number {
    return this.#open.size;
  }

  /** What all rooms hold together. */
  figures(): Omit<Figures, 'sockets'> {
    const rooms = [...this.#open.values()];
    return {
      rooms: rooms.length,
      members: rooms.reduce((count, { members }) => count + members.size, 0),
      unsavedRooms: rooms.filter(({ saved }) => !saved).length,
      degradedRooms: rooms.filter(({ degraded }) => degraded).length,
      backlogBytes: rooms.reduce((bytes, { backlog }) => bytes + backlog, 0),
    };
  }

  /** Takes nothing more, saves everything, answers who waits for that, and sends everybody away to come back; at most 6 seconds. */
  async close(): Promise<void> {
    this.#closing = true;
    for (const end of this.#ends) end();
    for (const timer of this.#idle.values()) clearTimeout(timer);
    const rooms = [...this.#open.values()];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, LONGEST_CLOSE_MS);
    });
    await Promise.race([Promise.all(rooms.map((room) => room.drain())), late]);
    await Promise.race([this.#services.register.flush(), late]);
    this.#services.register.stop();
    clearTimeout(timer);
    for (const room of rooms) {
      if (!room.saved)
        log.error('A deck could not be saved before closing. Nothing that was shown as saved is lost.', {
          deckId: room.deckId,
        });
      room.dismiss(CLOSE.restart, 'The server restarts.');
    }
  }

  #load(deckId: string): Promise<Room | null> {
    const loading = this.#loading.get(deckId) ?? this.#loadRoom(deckId);
    this.#loading.set(deckId, loading);
    return loading;
  }

  async #loadRoom(deckId: string): Promise<Room | null> {
    try {
      const room = await Room.load(deckId, this.#services);
      meters.loads.add(1);
      if (room === null) this.#loading.delete(deckId);
      else this.#open.set(deckId, room);
      if (room !== null) this.#considerUnloading(room);
      return room;
    } catch (error) {
      // The next to come tries again; a failed load must never look like an empty deck.
      this.#loading.delete(deckId);
      throw error;
    }
  }

  #discard(room: Room): void {
    this.#stay(room);
    if (this.#open.get(room.deckId) !== room) return;
    this.#open.delete(room.deckId);
    this.#loading.delete(room.deckId);
  }

  #stay(room: Room): void {
    clearTimeout(this.#idle.get(room));
    this.#idle.delete(room);
  }

  #considerUnloading(room: Room): void {
    if (room.members.size > 0 || room.closed || this.#closing) return;
    this.#stay(room);
    this.#idle.set(
      room,
      setTimeout(() => void this.#unload(room), this.#options.idleMs ?? IDLE_MS),
    );
  }

  /** Waits for the last save, however long; whoever joins meanwhile keeps the room. */
  async #unload(room: Room): Promise<void> {
    this.#idle.delete(room);
    await room.settle();
    if (room.members.size === 0 && room.saved && !this.#idle.has(room)) room.close();
  }

  #every(milliseconds: number, work: () => unknown): void {
    const timer = setInterval(work, milliseconds);
    this.#ends.push(() => clearInterval(timer));
  }

  #subscribe(): void {
    const { bus, processId } = this.#services;
    this.#ends.push(
      bus.subscribe('deck.appended', (ring) => {
        if (ring.from !== processId) this.#open.get(ring.deckId)?.rang(ring);
      }),
      bus.subscribe('deck.presence', ({ deckId, from, entries }) => {
        if (from !== processId) this.#open.get(deckId)?.presence.hearRemote(from, entries);
      }),
      bus.subscribe('live.said', ({ deckId, from, said }) => {
        if (from !== processId) this.#open.get(deckId)?.live.hear(from, said);
      }),
      bus.subscribe('deck.deletion', ({ from, ...deletion }) => {
        if (from !== processId) void this.#open.get(deletion.deckId)?.deletions.hear(deletion);
      }),
      bus.subscribe('deck.owned', ({ deckId, owners }) => this.#open.get(deckId)?.clients.learn(owners)),
      bus.subscribe('deck.flush', (request) => this.#flush(request)),
      bus.subscribe('deck.state', ({ deckId }) => void this.#refresh(deckId)),
      bus.subscribe('order.changed', (change) => this.#orderChanged(change)),
      bus.subscribe('access.changed', (change) => this.#accessChanged(change)),
      bus.subscribe('rows.changed', (change) => this.#rowsChanged(change)),
    );
  }

  /** The store has said whose these client ids are: our own rooms hear it on the bus as those of other processes do. */
  #ownersSettled(owners: readonly ClientOwner[]): void {
    for (const [deckId, own] of Map.groupBy(owners, (owner) => owner.deckId))
      this.#services.bus.publish('deck.owned', {
        deckId,
        owners: own.map(({ clientId, personId }) => ({ clientId, personId })),
      });
  }

  #flush({ deckId, reply }: Message<'deck.flush'>): void {
    const answer = (): void => this.#services.bus.publish('deck.flushed', { deckId, reply });
    const room = this.#open.get(deckId);
    if (room === undefined) answer();
    else room.whenDurable(answer);
  }

  async #refresh(deckId: string): Promise<void> {
    const room = this.#open.get(deckId);
    if (room === undefined) return;
    await room.live.refresh();
    await this.#poll([room]);
  }

  /** One question at a time: of a database that hangs, no other would be answered sooner. */
  async #pollAgain(): Promise<void> {
    if (this.#polling) return;
    this.#polling = true;
    const slow = setTimeout(() => {
      this.#pollFault = 'The database does not answer.';
    }, SLOW_POLL_MS);
    await this.#poll().finally(() => {
      clearTimeout(slow);
      this.#polling = false;
    });
  }

  /** One statement for all open decks: whatever the bus missed, and whoever appends without one, is seen. */
  async #poll(rooms: readonly Room[] = [...this.#open.values()]): Promise<void> {
    if (rooms.length === 0) {
      // Nobody waits for the log: whoever comes next finds out whether it answers.
      this.#pollFault = null;
      return;
    }
    try {
      const heads = await this.#services.store.heads(rooms.map(({ deckId }) => deckId));
      this.#pollFault = null;
      await Promise.all(
        rooms.filter((room) => !room.closed).map((room) => room.headSeen(heads.get(room.deckId) ?? null)),
      );
    } catch (error) {
      if (this.#pollFault === null) log.warn('The log cannot be read: open decks live on in memory.', { error });
      this.#pollFault = 'The database does not answer.';
    }
  }

  #accessChanged({ seriesId, personId }: Message<'access.changed'>): void {
    const rooms = [...this.#open.values()].filter((room) => seriesId === undefined || room.seriesId === seriesId);
    const members = rooms.flatMap((room) => [...room.members]);
    void this.#recheck(members.filter(({ standing }) => personId === undefined || standing.person?.id === personId));
  }

  async #recheck(members: readonly Member[]): Promise<void> {
    for (const member of members) {
      await member
        .recheck()
        .catch((error: unknown) => log.warn('Somebody’s access could not be asked again.', { error }));
    }
  }

  #rowsChanged({ seriesId, callId, what }: Message<'rows.changed'>): void {
    const frame = encodeFrame.rows({ what, callId });
    for (const room of this.#open.values()) {
      if (room.seriesId === seriesId && (callId === null || room.callId === callId)) room.tell(frame);
    }
  }

  #orderChanged({ seriesId, deckId }: Message<'order.changed'>): void {
    for (const room of this.#open.values())
      if (room.seriesId === seriesId && (deckId === null || room.deckId === deckId)) void room.sections.refresh();
  }

  #renewPresence(): void {
    for (const room of this.#open.values()) room.presence.renew();
  }
}

/** Whether nobody may enter a room any more. One from before a restore, which the door knows of first, makes way here. */
function isOver(room: Room, epoch: number | null): boolean {
  if (epoch !== null && room.epoch < epoch) room.dismissForEpoch();
  if (epoch !== null && room.epoch > epoch) throw new Refusal('unavailable', 'The deck was restored just now.');
  return room.closed;
}

/** Opens the rooms of this process. */
export function openRooms(options: RoomsOptions): Rooms {
  return new Rooms(options);
}
