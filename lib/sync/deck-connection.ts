import * as decoding from 'lib0/decoding';
import { Awareness } from 'y-protocols/awareness';
import type { WebsocketProvider } from 'y-websocket';
import type * as Y from 'yjs';
import { createDeckDoc, deckText, readDeckText } from '#lib/deck/deck-doc.ts';
import type {
  LiveDesk,
  LiveMessage,
  LivePoint,
  LiveRefusalReason,
  LiveRequest,
  LiveState,
} from '#lib/live/live-state.ts';
import type { RunningOrder } from '#lib/sections/running-order.ts';
import { CLOSE } from './close-codes.ts';
import type { ConnectionStatus, Presence } from './connection-status.ts';
import { createStore, type ExternalStore } from './external-store.ts';
import {
  encodeFrame,
  FRAME,
  readLiveMessage,
  readNotice,
  readOrder,
  readRowsChanged,
  type LargeDeletionNotice,
  type Notice,
  type PlainNotice,
  type RowsChanged,
} from './frames.ts';
import { LocalCopy } from './local-copy.ts';
import { presenceOf } from './presence.ts';
import { createProvider, sendFrame, type Address } from './provider.ts';
import { keepRefusedText } from './refused-text.ts';
import { SaveBarrier } from './save-barrier.ts';

// Reading the copy back costs some milliseconds on a long deck: once a pause, not once a key.
const READ_BACK_DELAY_MS = 700;

/** After these the local copy may still be sent one day: the person signs in again, closes other tabs, or others leave. */
const KEEPS_LOCAL_COPY: ReadonlySet<number> = new Set([
  CLOSE.malformed,
  CLOSE.signInFirst,
  CLOSE.tooMany,
  CLOSE.deckFull,
]);

const NETWORK_EVENTS = ['online', 'offline'] as const;

export interface DeckConnectionOptions extends Address {
  /** Keys the local copy: the person's id, or any fixed word for nobody. */
  readonly personKey: string;
  readonly writable: boolean;
  /** Whether to keep a copy in this browser: false for audiences. */
  readonly localCopy: boolean;
  /** Shown to others; the server says it anew from the session. Without it this page takes no part in presence. */
  readonly person?: { readonly id: string | null; readonly name: string; readonly hue: number };
}

/** Why the server did not do what was asked of the live call, and when (ms since 1970). */
export interface LiveRefusal {
  readonly reason: LiveRefusalReason;
  readonly at: number;
}

/** Those who may present were told; `kept` when the name will be in the record. */
export interface Greeting {
  readonly kept: boolean;
}

/** A page's end of one deck: the shared text, who is there, the live call, and truthfully whether everything is saved. */
export class DeckConnection {
  readonly doc: Y.Doc = createDeckDoc();
  readonly text: Y.Text = deckText(this.doc);
  readonly awareness: Awareness = new Awareness(this.doc);
  readonly #options: DeckConnectionOptions;
  readonly #provider: WebsocketProvider;
  readonly #barrier: SaveBarrier;
  readonly #status = createStore<ConnectionStatus>({ type: 'connecting' });
  readonly #ready = createStore(false);
  readonly #live = createStore<LiveState | null>(null);
  readonly #desk = createStore<LiveDesk | null>(null);
  readonly #point = createStore<LivePoint | null>(null);
  readonly #greeting = createStore<Greeting | null>(null);
  readonly #order = createStore<RunningOrder | null>(null);
  readonly #liveRefusal = createStore<LiveRefusal | null>(null);
  readonly #deletion = createStore<LargeDeletionNotice | null>(null);
  readonly #people = createStore<readonly Presence[]>([]);
  readonly #rowListeners = new Set<(rows: RowsChanged) => void>();
  #localCopy: LocalCopy | null = null;
  #kept: Extract<ConnectionStatus, { type: 'offline' }>['kept'] = 'not-kept';
  #edits = 0;
  #degraded = false;
  #writable: boolean;
  #refusal: ConnectionStatus | null = null;
  #rememberedUnsaved: number | null = null;
  #readBack: ReturnType<typeof setTimeout> | null = null;
  #destroyed = false;
  /** A network that comes or goes is found out at once, not when the watchdog wakes. */
  readonly #networkChanged = (): void => {
    if (this.#refusal === null) this.reconnect();
  };

  constructor(options: DeckConnectionOptions) {
    this.#options = options;
    this.#writable = options.writable;
    this.awareness.setLocalState(options.person === undefined ? null : { user: options.person });
    this.#provider = createProvider(options, this.doc, this.awareness);
    this.#barrier = new SaveBarrier({
      send: (token) => sendFrame(this.#provider, encodeFrame.barrier(token)),
      changed: () => this.#update(),
    });
    this.#listen();
    void this.#open();
  }

  /** Where this page's words are. */
  get status(): ExternalStore<ConnectionStatus> {
    return this.#status;
  }

  /** True from when the text may be shown and edited: after the first sync, or a local copy that is not empty. */
  get ready(): ExternalStore<boolean> {
    return this.#ready;
  }

  /** The live call on this deck, or null. */
  get live(): ExternalStore<LiveState | null> {
    return this.#live;
  }

  /** What only those are told who may present; null for all others. */
  get desk(): ExternalStore<LiveDesk | null> {
    return this.#desk;
  }

  /** What became of the hello that was said here; null until the server has answered. */
  get greeting(): ExternalStore<Greeting | null> {
    return this.#greeting;
  }

  /** Where the presenter points, or null. */
  get point(): ExternalStore<LivePoint | null> {
    return this.#point;
  }

  /** What is known of the deck's sections beside the text; null until the server has said it. */
  get order(): ExternalStore<RunningOrder | null> {
    return this.#order;
  }

  /** The newest large deletion that was heard of since this opened. */
  get largeDeletion(): ExternalStore<LargeDeletionNotice | null> {
    return this.#deletion;
  }

  /** The last thing asked of the live call that was refused. */
  get liveRefusal(): ExternalStore<LiveRefusal | null> {
    return this.#liveRefusal;
  }

  /** Who has this deck open. */
  get people(): ExternalStore<readonly Presence[]> {
    return this.#people;
  }

  /** Calls the listener when rows beside the text changed, and when this page should ask again what it may do. */
  readonly onRows = (listener: (rows: RowsChanged) => void): (() => void) => {
    this.#rowListeners.add(listener);
    return () => this.#rowListeners.delete(listener);
  };

  /** Asks something of the live call; false when there is no connection to ask on. */
  request(request: LiveRequest): boolean {
    return sendFrame(this.#provider, encodeFrame.liveRequest(request));
  }

  /** Gives up the connection and tries anew at once, for people who will not wait. */
  reconnect(): void {
    this.#provider.disconnect();
    this.#provider.connect();
  }

  /** Leaves the deck. What is unsaved stays in the local copy. */
  destroy(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    for (const event of NETWORK_EVENTS) globalThis.removeEventListener?.(event, this.#networkChanged);
    if (this.#readBack !== null) clearTimeout(this.#readBack);
    this.#barrier.destroy();
    this.awareness.setLocalState(null);
    this.#provider.destroy();
    this.awareness.destroy();
    void this.#localCopy?.close();
    this.doc.destroy();
  }

  /** The local copy first: it can be read, and typed into, while there is no server. */
  async #open(): Promise<void> {
    if (this.#options.localCopy) {
      this.#localCopy = await LocalCopy.open(this.doc, this.#options);
      await this.#takeLocalCopy();
    }
    if (this.#destroyed) void this.#localCopy?.close();
    else this.#provider.connect();
  }

  async #takeLocalCopy(): Promise<void> {
    if (this.#localCopy === null || this.#destroyed) return;
    const since = await this.#localCopy.unsavedSince();
    if (since !== null) this.#barrier.touch(since);
    if (this.text.length > 0) this.#ready.set(true);
    await this.#readCopyBack();
  }

  #listen(): void {
    for (const event of NETWORK_EVENTS) globalThis.addEventListener?.(event, this.#networkChanged);
    this.doc.on('update', (_update: Uint8Array, origin: unknown) => {
      this.#edits += 1;
      if (origin !== this.#provider && !LocalCopy.isOrigin(origin)) this.#barrier.touch();
      // What was read back does not hold the last words any more.
      if (this.#kept === 'here') this.#kept = 'checking';
      if (!this.#provider.synced) this.#update();
      this.#scheduleReadBack();
    });
    const meet = (): void => this.#people.set(presenceOf(this.awareness));
    this.awareness.on('change', meet);
    meet();
    this.#provider.on('sync', (synced) => {
      if (!synced) return;
      this.#ready.set(true);
      this.#barrier.synced();
    });
    this.#provider.on('status', ({ status }) => {
      if (status !== 'disconnected') return this.#update();
      // The next server says itself whether it can write.
      this.#degraded = false;
      this.#point.set(null);
      this.#barrier.lost();
      void this.#checkLocalCopy();
    });
    this.#provider.on('connection-close', () => this.#update());
    this.#provider.on('closed', ({ code, reason }) => this.#refuse(code, reason));
    this.#handle(FRAME.barrier, (decoder) => this.#barrier.answered(decoding.readVarUint(decoder)));
    this.#handle(FRAME.notice, (decoder) => this.#hearNotice(readNotice(decoder)));
    this.#handle(FRAME.live, (decoder) => this.#hearLive(readLiveMessage(decoder)));
    this.#handle(FRAME.order, (decoder) => this.#order.set(readOrder(decoder)));
    this.#handle(FRAME.rows, (decoder) => this.#tellRows(readRowsChanged(decoder)));
  }

  #handle(type: number, read: (decoder: decoding.Decoder) => void): void {
    this.#provider.messageHandlers[type] = (_encoder: unknown, decoder: decoding.Decoder) => read(decoder);
  }

  #hearLive(message: LiveMessage): void {
    switch (message.type) {
      case 'state':
        return this.#live.set(message.state);
      case 'desk':
        return this.#desk.set(message.desk);
      case 'point':
        return this.#point.set(message.at);
      case 'refused':
        return this.#liveRefusal.set({ reason: message.reason, at: Date.now() });
      case 'greeted':
        return this.#greeting.set({ kept: message.kept });
      case 'off':
        this.#point.set(null);
        this.#desk.set(null);
        return this.#live.set(null);
    }
  }

  #tellRows(rows: RowsChanged): void {
    for (const listener of this.#rowListeners) listener(rows);
  }

  #hearNotice(notice: Notice): void {
    if (notice.code === 'large-deletion') this.#deletion.set(notice);
    else this.#notice(notice.code);
  }

  #notice(code: PlainNotice['code']): void {
    if (code === 'degraded' || code === 'recovered') this.#degraded = code === 'degraded';
    if (code === 'frozen') this.#writable = false;
    if (code === 'open') this.#writable = this.#options.writable;
    if (code === 'access') this.#tellRows({ what: 'access', callId: null });
    if (code === 'read-only') this.#becomeReadOnly();
    this.#update();
  }

  /** The server dropped what was sent: kept on, it would show as saving for ever. */
  #becomeReadOnly(): void {
    this.#writable = false;
    if (this.#barrier.unsavedSince === null) return;
    this.#provider.disconnect();
    this.#refuse(CLOSE.notAllowed, '');
  }

  #refuse(code: number, reason: string): void {
    const text = this.#barrier.unsavedSince === null ? undefined : readDeckText(this.doc);
    if (text !== undefined && !KEEPS_LOCAL_COPY.has(code)) keepRefusedText(this.#options.deckId, text);
    if (!KEEPS_LOCAL_COPY.has(code)) void this.#localCopy?.clear();
    this.#refusal = text === undefined ? { type: 'refused', code, reason } : { type: 'refused', code, reason, text };
    this.#update();
  }

  #scheduleReadBack(): void {
    if (this.#localCopy === null || this.#destroyed) return;
    this.#readBack ??= setTimeout(() => {
      this.#readBack = null;
      void this.#checkLocalCopy();
    }, READ_BACK_DELAY_MS);
  }

  async #checkLocalCopy(): Promise<void> {
    // Connected, the server's word counts; asking the storage then would only cost time.
    if (this.#provider.synced || this.#destroyed) return;
    await this.#readCopyBack();
  }

  async #readCopyBack(): Promise<void> {
    const edits = this.#edits;
    const held = (await this.#localCopy?.holds(this.doc)) === true;
    // What was typed meanwhile has a look of its own ahead.
    if (held && edits !== this.#edits) return;
    this.#kept = held ? 'here' : 'not-kept';
    this.#update();
  }

  #update(): void {
    if (this.#destroyed) return;
    this.#rememberUnsaved();
    this.#status.set(this.#currentStatus());
  }

  #rememberUnsaved(): void {
    const since = this.#barrier.unsavedSince;
    if (since === this.#rememberedUnsaved || this.#localCopy === null) return;
    this.#rememberedUnsaved = since;
    this.#localCopy.rememberUnsaved(since);
  }

  #currentStatus(): ConnectionStatus {
    if (this.#refusal !== null) return this.#refusal;
    const { saved, savedAt, unsavedSince } = this.#barrier;
    if (this.#provider.synced)
      return { type: 'live', saved, savedAt, degraded: this.#degraded, writable: this.#writable };
    if (!this.#ready.getSnapshot()) return { type: 'connecting' };
    return { type: 'offline', kept: this.#kept, unsavedSince };
  }
}
