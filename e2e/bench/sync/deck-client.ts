import * as Y from 'yjs';
import { DIALECTS, type Dialect, type DialectName, type Heard } from './dialect.ts';
import { RawSocket } from './raw-socket.ts';

interface Place {
  readonly dialect: DialectName;
  readonly address: string;
  readonly deck: string;
  readonly person?: string;
}

/** One person at one deck with a document of their own, the same for every server. */
export class DeckClient {
  readonly doc = new Y.Doc();
  readonly text = this.doc.getText('deck');
  readonly #dialect: Dialect;
  readonly #deck: string;
  readonly #watchers = new Set<() => void>();
  #socket: RawSocket | null = null;
  #sent = 0;
  #answered = 0;
  #synced = false;

  /** Comes in; resolves when the server has said what it holds. */
  static async open(place: Place): Promise<DeckClient> {
    const client = new DeckClient(place);
    const { address, deck, person = 'Ada' } = place;
    const dialect = client.#dialect;
    client.#socket = await RawSocket.open(dialect.url(address, deck), dialect.headers(address, person), (frame) =>
      client.#hear(dialect.read(frame)),
    );
    for (const frame of dialect.opening(deck, Y.encodeStateVector(client.doc))) client.#socket.send(frame);
    await client.until(() => client.#synced);
    return client;
  }

  private constructor({ dialect, deck }: Place) {
    this.#dialect = DIALECTS[dialect];
    this.#deck = deck;
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'server') this.send(update);
    });
  }

  /** How many of the edits sent from here the server has called safe, in its own way. */
  get acknowledged(): number {
    return this.#answered;
  }

  /** How many edits were sent from here. */
  get sent(): number {
    return this.#sent;
  }

  /** Sends an update, and asks whether it is safe where one can ask. */
  send(update: Uint8Array): void {
    this.#sent += 1;
    this.#socket?.send(this.#dialect.update(this.#deck, update));
    const barrier = this.#dialect.barrier(this.#sent);
    if (barrier !== null) this.#socket?.send(barrier);
  }

  /** Resolves when this holds: looked at after every frame. Rejects after this long. */
  until(holds: () => boolean, withinMs = 30_000): Promise<void> {
    if (holds()) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const look = (): void => {
        if (!holds()) return;
        clearTimeout(timer);
        this.#watchers.delete(look);
        resolve();
      };
      const timer = setTimeout(() => {
        this.#watchers.delete(look);
        reject(new Error(`Nothing came of it: ${holds.toString()}`));
      }, withinMs);
      this.#watchers.add(look);
    });
  }

  /** Leaves as a page does that is closed. */
  close(): void {
    this.#socket?.close();
    this.doc.destroy();
  }

  #hear(heard: Heard): void {
    if (heard.type === 'question') this.#answer(heard.vector);
    else if (heard.type === 'acknowledged') this.#answered = heard.token ?? this.#answered + 1;
    else if (heard.type !== 'other') {
      Y.applyUpdate(this.doc, heard.update, 'server');
      this.#synced ||= heard.type === 'state';
    }
    for (const look of this.#watchers) look();
  }

  /** Says what the server lacks; nothing when that is nothing, so that answers count edits. */
  #answer(vector: Uint8Array): void {
    const missing = Y.encodeStateAsUpdate(this.doc, vector);
    if (missing.length > 2) this.#socket?.send(this.#dialect.answer(this.#deck, missing));
  }
}
