import * as decoding from 'lib0/decoding';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { createDeckDoc, deckText } from '#lib/deck/deck-doc.ts';
import { encodeFrame, FRAME, SYNC } from '#lib/sync/frames.ts';
import { Ledger } from './ledger.ts';
import type { Typist } from './typist.ts';

const RETRY_MS = 100;

/** A typist at a bare socket: one barrier after every word, and nothing of our own client in between. */
export class WireTypist implements Typist {
  readonly ledger: Ledger;
  readonly doc = createDeckDoc();
  readonly text = deckText(this.doc);
  readonly #url: string;
  readonly #headers: Record<string, string>;
  /** How many deeds each unanswered token stands for. Tokens are never used twice. */
  readonly #asked = new Map<number, number>();
  #token = 0;
  #socket: WebSocket | null = null;
  /** What the server lacked has been sent on this connection: only then a barrier covers everything. */
  #level = false;
  #ready = false;
  #refusal: number | null = null;
  #closed = false;

  constructor(name: string, address: string, deckId: string) {
    this.ledger = new Ledger(name);
    this.#url = `${address}/${deckId}?epoch=1`;
    this.#headers = { origin: new URL(address).origin.replace(/^ws/, 'http'), cookie: `name=${name}` };
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === this) return;
      this.#send(encodeFrame.update(update));
      // The deed is noted after the edit: the barrier must not go before it.
      queueMicrotask(() => this.#ask());
    });
    this.#connect();
  }

  get ready(): boolean {
    return this.#ready;
  }

  get refusal(): number | null {
    return this.#refusal;
  }

  get settled(): boolean {
    return this.#level && this.ledger.promised === this.ledger.length;
  }

  reconnect(): void {
    this.#socket?.terminate();
  }

  close(): void {
    this.#closed = true;
    this.#socket?.terminate();
    this.doc.destroy();
  }

  #connect(): void {
    const socket = new WebSocket(this.#url, { headers: this.#headers, handshakeTimeout: 10_000 });
    this.#socket = socket;
    socket.on('error', () => undefined);
    socket.on('open', () => this.#send(encodeFrame.step1(Y.encodeStateVector(this.doc))));
    socket.on('message', (frame: Buffer) => this.#hear(frame));
    socket.on('close', (code) => {
      this.#level = false;
      this.#asked.clear();
      if (code >= 4400 && code <= 4499) this.#refusal = code;
      else if (!this.#closed) setTimeout(() => this.#closed || this.#connect(), RETRY_MS);
    });
  }

  #hear(frame: Uint8Array): void {
    if (this.#closed) return;
    const decoder = decoding.createDecoder(frame);
    const type = decoding.readVarUint(decoder);
    if (type === FRAME.barrier) this.#answered(decoding.readVarUint(decoder));
    if (type !== FRAME.sync) return;
    const step = decoding.readVarUint(decoder);
    const bytes = decoding.readVarUint8Array(decoder);
    if (step === SYNC.step1) return this.#answer(bytes);
    Y.applyUpdate(this.doc, bytes, this);
    if (step === SYNC.step2) this.#ready = true;
  }

  #answer(vector: Uint8Array): void {
    this.#send(encodeFrame.step2(Y.encodeStateAsUpdate(this.doc, vector)));
    this.#level = true;
    this.#ask();
  }

  #ask(): void {
    if (!this.#level || this.#closed) return;
    this.#token += 1;
    this.#asked.set(this.#token, this.ledger.length);
    this.#send(encodeFrame.barrier(this.#token));
  }

  #answered(token: number): void {
    const count = this.#asked.get(token);
    if (count === undefined) throw new Error(`A barrier was answered that this connection never sent: ${token}.`);
    this.ledger.promise(count);
    this.#asked.delete(token);
  }

  #send(frame: Uint8Array): void {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(frame);
  }
}
