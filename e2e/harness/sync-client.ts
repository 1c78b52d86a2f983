import { WebSocket as NodeSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { DeckConnection } from '#lib/sync/deck-connection.ts';

/** A browser's socket of this person: it sends Origin and cookie as a page of ours does. */
function socketOf(name: string, address: string): typeof WebSocket {
  class PersonSocket extends NodeSocket {
    constructor(url: string | URL) {
      super(url, { headers: { origin: new URL(address).origin.replace(/^ws/, 'http'), cookie: `name=${name}` } });
    }
  }
  // `ws` speaks the browser's interface as far as y-websocket uses it.
  return PersonSocket as unknown as typeof WebSocket;
}

/** A page of ours that this person has open. */
export function openPage(
  name: string,
  address: string,
  deckId: string,
  { epoch = 1, writable = true, follows = false } = {},
): DeckConnection {
  return new DeckConnection({
    address,
    deckId,
    epoch,
    personKey: name,
    writable,
    follows,
    localCopy: false,
    person: { id: null, name, hue: 0 },
    webSocket: socketOf(name, address),
  });
}

/** Any Yjs client: y-websocket as it comes. */
export function openPlain(
  name: string,
  address: string,
  deckId: string,
): { readonly doc: Y.Doc; readonly text: Y.Text; readonly provider: WebsocketProvider } {
  const doc = new Y.Doc();
  const provider = new WebsocketProvider(address, deckId, doc, {
    disableBc: true,
    WebSocketPolyfill: socketOf(name, address),
  });
  return { doc, text: doc.getText('deck'), provider };
}
