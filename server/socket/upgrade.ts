import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import { Refusal } from '#lib/errors.ts';
import { CLOSE } from '#lib/sync/close-codes.ts';
import { encodeAwareness } from '#lib/sync/awareness-update.ts';
import { encodeFrame } from '#lib/sync/frames.ts';
import { log } from '#server/log.ts';
import type { Room } from '#server/rooms/room.ts';
import type { Rooms } from '#server/rooms/rooms.ts';
import { admit, parseSocketAddress, Turned, turnedBy, type Doors } from './admission.ts';
import { Connection } from './connection.ts';

// Above our own limit of 4 MB, so that a frame that is too large can be refused with a final code and a sentence.
const MOST_PAYLOAD = 8 * 1024 * 1024;
const PING_MS = 30_000;
// y-websocket reconnects after 30 s without a frame, and protocol pings do not count.
const SIGN_OF_LIFE_MS = 15_000;
const LONGEST_ADMISSION_MS = 10_000;

export interface SocketsOptions extends Omit<Doors, 'access'> {
  readonly rooms: Rooms;
}

/** The door to all rooms: sockets at `/sync/<deck>`. */
export interface Sockets {
  /** Takes over an upgrade whose path begins with `/sync/`. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Lets nobody in any more. Close the rooms next: they send those who are in away. */
  close(): void;
}

/** Opens the door. */
export function openSockets(options: SocketsOptions): Sockets {
  // Compression costs five times the time and ten times the memory on frames as small as keystrokes.
  const server = new WebSocketServer({ noServer: true, maxPayload: MOST_PAYLOAD, perMessageDeflate: false });
  const ends = keepAlive(server);
  const doors: Doors = { ...options, access: options.rooms.access };
  let closing = false;
  return {
    handleUpgrade(request, socket, head) {
      socket.on('error', () => undefined);
      server.handleUpgrade(request, socket, head, (client) => {
        if (closing) client.close(CLOSE.restart, 'The server restarts.');
        else void letIn(client, request, { doors, rooms: options.rooms });
      });
    },
    close() {
      closing = true;
      ends();
    },
  };
}

interface House {
  readonly doors: Doors;
  readonly rooms: Rooms;
}

/** Everybody gets a socket first: a browser sees close codes, but not why an upgrade was refused. */
async function letIn(client: WebSocket, request: IncomingMessage, house: House): Promise<void> {
  // Nothing is read before there is a room to read it into.
  client.pause();
  client.on('error', () => undefined);
  try {
    await seat(client, request, house);
  } catch (error) {
    const { code, message } = whyTurned(error);
    client.resume();
    client.close(code, message);
  }
}

async function seat(client: WebSocket, request: IncomingMessage, { doors, rooms }: House): Promise<void> {
  const address = parseSocketAddress(request.url);
  if (address === null) throw new Turned(CLOSE.noSuchDeck, 'There is no such deck.');
  const ask = () => admit(doors, request, address);
  const connection = new Connection(client, await inTime(ask()), ask);
  const room: Room = await rooms.join(address.deckId, connection);
  const leave = (): void => rooms.leave(room, connection);
  if (client.readyState !== client.OPEN) return leave();
  client.once('close', leave);
  connection.enter(room);
  client.resume();
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

/** Ends sockets whose other end is gone, and keeps y-websocket's watchdog content. */
function keepAlive(server: WebSocketServer): () => void {
  const silent = new WeakSet<WebSocket>();
  const nothing = encodeFrame.awareness(encodeAwareness([]));
  const pings = setInterval(() => {
    for (const client of server.clients) {
      if (silent.has(client)) client.terminate();
      silent.add(client);
      client.once('pong', () => silent.delete(client));
      if (client.readyState === client.OPEN) client.ping();
    }
  }, PING_MS);
  const signs = setInterval(() => {
    for (const client of server.clients) if (client.readyState === client.OPEN) client.send(nothing);
  }, SIGN_OF_LIFE_MS);
  return () => {
    clearInterval(pings);
    clearInterval(signs);
  };
}
