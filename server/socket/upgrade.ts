import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { WebSocketServer, type WebSocket } from 'ws';
import { Refusal } from '#lib/errors.ts';
import { CLOSE } from '#lib/sync/close-codes.ts';
import { clientAddress } from '#server/http/client-address.ts';
import { log } from '#server/log.ts';
import { meters } from '#server/metrics/meters.ts';
import type { Room } from '#server/rooms/room.ts';
import type { Rooms } from '#server/rooms/rooms.ts';
import { admit, applicantOf, Turned, turnedBy, type Doors } from './admission.ts';
import { Connection } from './connection.ts';
import { keepAlive } from './heartbeat.ts';
import { PACE, type Pace } from './intake.ts';
import { PLACES, Places, type PlaceLimits } from './places.ts';
import { onceForStrangers } from './strangers.ts';

// Above our own limit of 4 MB, so that a frame that is too large can be refused with a final code and a sentence.
const MOST_PAYLOAD = 8 * 1024 * 1024;
// Whoever is gone is found within two of them.
const BEAT_MS = 15_000;
const LONGEST_FAREWELL_MS = 1_000;
const LONGEST_ADMISSION_MS = 10_000;

export interface SocketsOptions extends Omit<Doors, 'access'> {
  readonly rooms: Rooms;
  /** Others than the usual, for tests and measurements. */
  readonly places?: Partial<PlaceLimits>;
  readonly pace?: Pace;
  readonly beatMs?: number;
}

/** The door to all rooms: sockets at `/sync/<deck>`. */
export interface Sockets {
  /** Takes over an upgrade whose path begins with `/sync/`. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** How many are open, in a room or at the door. */
  readonly size: number;
  /** Lets nobody in any more. Close the rooms next: they send those who are in away. */
  close(): void;
  /** Settles when everybody has left, or after a second: a peer that is gone does not say goodbye. */
  emptied(): Promise<void>;
}

/** Opens the door. */
export function openSockets(options: SocketsOptions): Sockets {
  // Compression costs five times the time and ten times the memory on frames as small as keystrokes.
  const server = new WebSocketServer({ noServer: true, maxPayload: MOST_PAYLOAD, perMessageDeflate: false });
  const ends = keepAlive(server.clients, options.beatMs ?? BEAT_MS);
  const doors: Doors = { ...options, access: onceForStrangers(options.rooms.access) };
  const house: House = {
    doors,
    rooms: options.rooms,
    places: new Places({ ...PLACES, ...options.places }),
    pace: options.pace ?? PACE,
  };
  let closing = false;
  return {
    handleUpgrade(request, socket, head) {
      socket.on('error', ignore);
      server.handleUpgrade(request, socket, head, (client) => {
        if (closing) client.close(CLOSE.restart, 'The server restarts.');
        else void letIn(client, request, house);
      });
    },
    get size() {
      return server.clients.size;
    },
    close() {
      closing = true;
      ends();
    },
    async emptied() {
      const left = [...server.clients].map((client) => new Promise((resolve) => client.once('close', resolve)));
      await Promise.race([Promise.all(left), pause(LONGEST_FAREWELL_MS, undefined, { ref: false })]);
    },
  };
}

// One for all sockets, and out here: a function made beside a request keeps it as long as the socket lives.
function ignore(): void {}

function failed(error: Error): void {
  log.info('A socket failed.', { error: error.message });
}

interface House {
  readonly doors: Doors;
  readonly rooms: Rooms;
  readonly places: Places;
  readonly pace: Pace;
}

/** Everybody gets a socket first: a browser sees close codes, but not why an upgrade was refused. */
async function letIn(client: WebSocket, request: IncomingMessage, house: House): Promise<void> {
  // Nothing is read before there is a room to read it into.
  client.pause();
  client.on('error', failed);
  try {
    await seat(client, request, house);
  } catch (error) {
    const { code, message } = whyTurned(error);
    client.resume();
    meters.refusals.add(1, code);
    client.close(code, message);
  }
}

async function seat(client: WebSocket, request: IncomingMessage, house: House): Promise<void> {
  const applicant = applicantOf(request, house.doors.publicUrl);
  const ask = () => admit(house.doors, applicant);
  const standing = await inTime(whenItsTurn(house.places, clientAddress(request), ask));
  const personId = standing.person?.id ?? null;
  house.places.sit(personId);
  let room: Room | null = null;
  const leave = (): void => {
    house.places.standUp(personId);
    if (room !== null) house.rooms.leave(room, connection);
  };
  // Gone before it was heard: nobody would give the place back.
  if (isGone(client)) return leave();
  client.on('close', leave);
  const connection = new Connection(client, { standing, ask, pace: house.pace });
  room = await house.rooms.join(applicant.deckId, connection, applicant.epoch);
  if (isGone(client)) return house.rooms.leave(room, connection);
  house.places.checkDeck(room.members, connection);
  connection.enter(room);
  client.resume();
}

/** Whether a socket has said already that it is closed. */
function isGone({ readyState, CLOSED }: WebSocket): boolean {
  return readyState === CLOSED;
}

async function whenItsTurn<T>(places: Places, address: string, work: () => Promise<T>): Promise<T> {
  const goneIn = await places.knock(address);
  return work().finally(goneIn);
}

function whyTurned(error: unknown): Turned {
  if (error instanceof Turned) return error;
  if (error instanceof Refusal) return turnedBy(error);
  log.error('Somebody could not be let in.', { error });
  return new Turned(CLOSE.overloaded, 'The deck cannot be opened just now.');
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => reject(new Turned(CLOSE.overloaded, 'The deck cannot be opened just now.')),
      LONGEST_ADMISSION_MS,
    );
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
