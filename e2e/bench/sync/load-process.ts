import { setTimeout as pause } from 'node:timers/promises';
import * as Y from 'yjs';
import { DIALECTS, type Dialect } from './dialect.ts';
import { Histogram } from './histogram.ts';
import { keystrokesOf, type Keystroke } from './keystrokes.ts';
import type { LoadJob, LoadReport, LoadResult, Seat } from './load.ts';
import { eachMarker, sharedNow, stamp } from './marker.ts';
import { RawSocket } from './raw-socket.ts';

// A process of many clients, started by load.ts: it gets a job, says when all are in, types when told to, and reports.
const AT_ONCE = 20;
/** What is still on its way when the typing ends is waited for so long. */
const DRAIN_MS = 3_000;

const received = new Histogram();
const durable = new Histogram();
let keysSent = 0;
let delivered = 0;
let measuring: { readonly from: number; readonly to: number } | null = null;

process.once('message', (job: LoadJob) => void run(job));
process.once('disconnect', () => process.exit(0));

async function run(job: LoadJob): Promise<void> {
  const keys = new Map<number, readonly Keystroke[]>();
  for (const { typist } of job.seats)
    if (typist !== null && !keys.has(typist)) keys.set(typist, keystrokesOf(typist, job.keys, job.state));
  const clients: LoadClient[] = [];
  for (let at = 0; at < job.seats.length; at += AT_ONCE)
    clients.push(...(await Promise.all(job.seats.slice(at, at + AT_ONCE).map((seat) => LoadClient.open(job, seat)))));
  report({ type: 'ready' });
  const [warmMs, measureMs]: readonly number[] = await new Promise((resolve) =>
    process.once('message', (times: readonly number[]) => resolve(times)),
  );
  const from = sharedNow() + (warmMs ?? 0);
  measuring = { from, to: from + (measureMs ?? 0) };
  const readers = clients.filter(({ reads }) => reads);
  const read = Promise.all([bytesAt(readers, measuring.from), bytesAt(readers, measuring.to)]);
  await Promise.all(clients.map((client) => client.type(keys)));
  await pause(DRAIN_MS);
  const [before, after] = await read;
  report({ type: 'result', result: resultOf(clients, after - before) });
}

function resultOf(clients: readonly LoadClient[], readBytes: number): LoadResult {
  return {
    received: received.entries,
    durable: durable.entries,
    keys: keysSent,
    delivered,
    readBytes,
    closed: clients.flatMap(({ closed }) => (closed === null ? [] : [closed])),
  };
}

function report(message: LoadReport): void {
  process.send?.(message);
}

async function bytesAt(clients: readonly LoadClient[], at: number): Promise<number> {
  await pause(at - sharedNow());
  return clients.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** One person at one deck. */
class LoadClient {
  readonly #dialect: Dialect;
  readonly #job: LoadJob;
  readonly #seat: Seat;
  readonly #barriers = new Map<number, number>();
  readonly #joined = Promise.withResolvers<void>();
  #socket: RawSocket | null = null;
  #token = 0;

  /** Resolves when the deck's state is here. */
  static async open(job: LoadJob, seat: Seat): Promise<LoadClient> {
    const client = new LoadClient(job, seat);
    await client.#connect();
    return client;
  }

  private constructor(job: LoadJob, seat: Seat) {
    this.#job = job;
    this.#seat = seat;
    this.#dialect = DIALECTS[job.dialect];
  }

  get reads(): boolean {
    return this.#seat.typist === null;
  }

  get bytes(): number {
    return this.#socket?.bytes ?? 0;
  }

  get closed(): number | null {
    return this.#socket?.closed ?? null;
  }

  /** Types all keys of its typist, evenly; nothing for a reader. */
  async type(keys: ReadonlyMap<number, readonly Keystroke[]>): Promise<void> {
    const { typist, phase } = this.#seat;
    if (typist === null) return;
    const began = sharedNow();
    for (const [index, key] of (keys.get(typist) ?? []).entries()) {
      await pause(Math.max(0, began + ((index + phase) * 1000) / this.#job.keysPerSecond - sharedNow()));
      this.#press(key, typist);
    }
  }

  async #connect(): Promise<void> {
    const { address } = this.#job;
    const { deck, person } = this.#seat;
    const url = this.#dialect.url(address, deck);
    this.#socket = await RawSocket.open(url, this.#dialect.headers(address, person), (frame) => this.#hear(frame));
    // It holds the first state, as a page with a local copy does: what is measured is what comes after.
    const vector = Y.encodeStateVectorFromUpdate(this.#job.state);
    for (const frame of this.#dialect.opening(deck, vector)) this.#socket.send(frame);
    await this.#joined.promise;
  }

  #press({ update, at }: Keystroke, typist: number): void {
    const now = sharedNow();
    const stamped = Uint8Array.from(update);
    stamp(stamped, at, typist, now);
    this.#token += 1;
    const barrier = this.#dialect.barrier(this.#token);
    this.#socket?.send(this.#dialect.update(this.#seat.deck, stamped), ...(barrier === null ? [] : [barrier]));
    if (measuring === null || now < measuring.from || now > measuring.to) return;
    keysSent += 1;
    this.#barriers.set(this.#token, now);
  }

  #hear(frame: Buffer): void {
    const now = sharedNow();
    eachMarker(frame, now, (typist, age) => this.#marker(typist, age, now));
    if (this.#barriers.size === 0 && measuring !== null) return;
    const heard = this.#dialect.read(frame);
    if (heard.type === 'state') this.#joined.resolve();
    else if (heard.type === 'acknowledged' && heard.token !== null) this.#answered(heard.token, now);
  }

  #marker(typist: number, age: number, now: number): void {
    // Some servers send everybody their own keys back: that is no delivery.
    if (typist === this.#seat.typist || measuring === null) return;
    if (now >= measuring.from && now <= measuring.to) delivered += 1;
    if (now - age >= measuring.from && now - age <= measuring.to) received.add(age);
  }

  #answered(token: number, now: number): void {
    const sent = this.#barriers.get(token);
    if (sent !== undefined) durable.add(now - sent);
    this.#barriers.delete(token);
  }
}
