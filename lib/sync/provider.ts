import { encodeAwarenessUpdate, type Awareness } from 'y-protocols/awareness';
import { WebsocketProvider } from 'y-websocket';
import type * as Y from 'yjs';
import { encodeFrame } from './frames.ts';

/** Where and how to connect. */
export interface Address {
  /** Base of the socket's address, without the deck: `wss://host/sync`. */
  readonly address: string;
  readonly deckId: string;
  readonly epoch: number;
  /** For clients that are no browser: a ticket. */
  readonly ticket?: string;
  /** Only follows the live call: nobody is told that this page is there, and it is not told who else is. */
  readonly follows?: boolean;
  /** Stands in for the browser's own, in tests. */
  readonly webSocket?: typeof WebSocket;
}

interface AwarenessChange {
  readonly added: readonly number[];
  readonly updated: readonly number[];
  readonly removed: readonly number[];
}

/** y-websocket's provider as we use it: not yet connected, no BroadcastChannel, and it speaks only for its own page. */
export function createProvider(address: Address, doc: Y.Doc, awareness: Awareness): WebsocketProvider {
  const params: Record<string, string> = { epoch: String(address.epoch) };
  if (address.ticket !== undefined) params['ticket'] = address.ticket;
  if (address.follows === true) params['follows'] = '1';
  const provider = new WebsocketProvider(address.address, address.deckId, doc, {
    connect: false,
    // Two tabs would exchange words past the server, and a read-only tab would show what nobody else sees.
    disableBc: true,
    awareness,
    params,
    ...(address.webSocket === undefined ? {} : { WebSocketPolyfill: address.webSocket }),
  });
  speakForItselfOnly(provider, awareness);
  return provider;
}

/** Sends a frame; false when there is no open connection. */
export function sendFrame(provider: WebsocketProvider, frame: Uint8Array<ArrayBuffer>): boolean {
  const socket = provider.ws;
  if (socket === null || !provider.wsconnected || socket.readyState !== socket.OPEN) return false;
  socket.send(frame);
  return true;
}

/** y-websocket sends everybody's awareness back to the server: replaced by one that sends this page's own. */
function speakForItselfOnly(provider: WebsocketProvider, awareness: Awareness): void {
  awareness.off('update', provider._awarenessUpdateHandler);
  provider._awarenessUpdateHandler = ({ added, updated, removed }: AwarenessChange) => {
    const own = awareness.clientID;
    if (![added, updated, removed].some((clients) => clients.includes(own))) return;
    sendFrame(provider, encodeFrame.awareness(encodeAwarenessUpdate(awareness, [own])));
  };
  awareness.on('update', provider._awarenessUpdateHandler);
}
