import type { WebSocket } from 'ws';
import { encodeAwareness } from '#lib/sync/awareness-update.ts';
import { encodeFrame } from '#lib/sync/frames.ts';

// y-websocket reconnects after 30 s without a frame, and protocol pings do not count.
const SIGN_OF_LIFE_MS = 15_000;

/**
 * Ends sockets whose other end is gone, at most two beats after it went, and keeps y-websocket's watchdog content. The
 * result ends it.
 */
export function keepAlive(clients: ReadonlySet<WebSocket>, beatMs: number): () => void {
  const silent = new WeakSet<WebSocket>();
  const nothing = encodeFrame.awareness(encodeAwareness([]));
  const beats = setInterval(() => {
    for (const client of clients) beat(client, silent);
  }, beatMs);
  const signs = setInterval(() => {
    for (const client of clients) if (client.readyState === client.OPEN) client.send(nothing);
  }, SIGN_OF_LIFE_MS);
  return () => {
    clearInterval(beats);
    clearInterval(signs);
  };
}

function beat(client: WebSocket, silent: WeakSet<WebSocket>): void {
  // While we do not read, for whatever reason, no answer can be heard.
  if (client.isPaused) return void silent.delete(client);
  if (silent.has(client)) return client.terminate();
  silent.add(client);
  client.once('pong', () => silent.delete(client));
  if (client.readyState === client.OPEN) client.ping();
}
