import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import * as decoding from 'lib0/decoding';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { createDeckDoc, deckText, readDeckText } from '#lib/deck/deck-doc.ts';
import type { LiveMessage, LiveRequest } from '#lib/live/live-state.ts';
import { decodeAwareness, encodeAwareness } from '#lib/sync/awareness-update.ts';
import { encodeFrame, FRAME, readLiveMessage, readNotice, SYNC, type Notice } from '#lib/sync/frames.ts';

const LONGEST_MS = 15_000;

/** A socket of a deck with nothing of ours around it: what it sends is sent, whoever it is. */
export class DeckSocket {
  readonly #socket: WebSocket;
  readonly #doc = createDeckDoc();
  readonly #notices: Notice['code'][] = [];
  readonly #barriers = new Set<number>();
  readonly #live: LiveMessage[] = [];
  readonly #states: string[] = [];
  #synced = false;
  #closedWith: number | null = null;

  constructor(url: string, deckId: string, cookie: string, origin: string = url) {
    const headers = { origin, ...(cookie === '' ? {} : { cookie }) };
    this.#socket = new WebSocket(`${url.replace(/^http/, 'ws')}/sync/${deckId}`, { headers });
    this.#socket.on('message', (data: Buffer) => this.#hear(data));
    this.#socket.on('close', (code) => {
      this.#closedWith = code;
    });
    this.#socket.on('error', () => undefined);
  }

  /** The code it was closed with, or null while it is open. */
  get closedWith(): number | null {
    return this.#closedWith;
  }

  get text(): string {
    return readDeckText(this.#doc);
  }

  /** Everything that it was told that others say of themselves. */
  get states(): readonly string[] {
    return this.#states;
  }

  get notices(): readonly Notice['code'][] {
    return this.#notices;
  }

  /** Waits until it is so, or the socket is closed: then false. */
  async until(isSo: () => boolean): Promise<boolean> {
    const late = performance.now() + LONGEST_MS;
    while (!isSo()) {
      if (this.#closedWith !== null) return false;
      if (performance.now() > late) throw new Error('The socket neither answered nor closed in time.');
      await pause(5);
    }
    return true;
  }

  /** Opens it and asks for the text: false when it was turned away. */
  async open(): Promise<boolean> {
    await Promise.race([once(this.#socket, 'open'), once(this.#socket, 'close')]).catch(() => undefined);
    this.#send(encodeFrame.step1(Y.encodeStateVector(this.#doc)));
    return this.until(() => this.#synced);
  }

  /** Writes words at the end, as an editor does. */
  write(words: string): void {
    const before = Y.encodeStateVector(this.#doc);
    deckText(this.#doc).insert(deckText(this.#doc).length, words);
    this.#send(encodeFrame.update(Y.encodeStateAsUpdate(this.#doc, before)));
  }

  /** Asks whether all that was sent is kept: true, or false for read-only and for closed. */
  async saved(token: number): Promise<boolean> {
    this.#send(encodeFrame.barrier(token));
    const refused = this.#notices.filter((code) => code === 'read-only').length;
    const isRefused = () => this.#notices.filter((code) => code === 'read-only').length > refused;
    return (await this.until(() => this.#barriers.has(token) || isRefused())) && this.#barriers.has(token);
  }

  /** Says that it is there, under whatever name, and where. */
  appear(name: string, cursor: string): void {
    const state = JSON.stringify({ user: { name }, cursor });
    this.#send(encodeFrame.awareness(encodeAwareness([{ clientId: this.#doc.clientID, clock: 1, state }])));
  }

  /** Asks something of the live call: the first answer of one of these types; null when the socket is closed. */
  async request(request: LiveRequest, ...types: readonly LiveMessage['type'][]): Promise<LiveMessage | null> {
    await this.saved(99);
    const heard = this.#live.length;
    const answer = () => this.#live.slice(heard).find(({ type }) => types.includes(type));
    this.#send(encodeFrame.liveRequest(request));
    await this.until(() => answer() !== undefined);
    return answer() ?? null;
  }

  /** Names of newcomers that it was told of. */
  get hellos(): readonly string[] {
    return this.#live.flatMap((each) => (each.type === 'desk' ? each.desk.hellos.map(({ name }) => name) : []));
  }

  close(): void {
    this.#socket.terminate();
  }

  #send(frame: Uint8Array): void {
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(frame);
  }

  #hear(data: Buffer): void {
    const decoder = decoding.createDecoder(data);
    const type = decoding.readVarUint(decoder);
    if (type === FRAME.sync) this.#hearSync(decoder);
    if (type === FRAME.awareness) this.#hearPresence(decoding.readVarUint8Array(decoder));
    if (type === FRAME.barrier) this.#barriers.add(decoding.readVarUint(decoder));
    if (type === FRAME.notice) this.#notices.push(readNotice(decoder).code);
    if (type === FRAME.live) this.#live.push(readLiveMessage(decoder));
  }

  #hearSync(decoder: decoding.Decoder): void {
    const type = decoding.readVarUint(decoder);
    if (type === SYNC.step1) return this.#send(encodeFrame.step2(Y.encodeStateAsUpdate(this.#doc)));
    Y.applyUpdate(this.#doc, decoding.readVarUint8Array(decoder));
    if (type === SYNC.step2) this.#synced = true;
  }

  #hearPresence(update: Uint8Array): void {
    for (const { state } of decodeAwareness(update)) if (state !== null) this.#states.push(state);
  }
}
