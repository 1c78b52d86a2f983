import type { WebSocket } from 'ws';
import { meters } from '#server/metrics/meters.ts';

// Above this a reader is slow: what it misses is not kept for it, but made up for by one difference later.
const MOST_BUFFERED = 1_000_000;
const LOOK_MS = 250;
/** Without any progress for so long a reader is gone. */
const LONGEST_STANDSTILL_MS = 10_000;

/** Hears how somebody reads. */
export interface Reader {
  /** The reader has stopped: called once, when the first frame is withheld. */
  stalled(): void;
  /** The reader has read everything: what it missed can be sent. */
  drained(): void;
}

/** Sends frames as fast as the other end reads, and never keeps more than about a megabyte for it. */
export class Outbox {
  readonly #socket: WebSocket;
  readonly #reader: Reader;
  #stalled = false;
  #timer: ReturnType<typeof setInterval> | null = null;

  constructor(socket: WebSocket, reader: Reader) {
    this.#socket = socket;
    this.#reader = reader;
  }

  /** Sends a frame of the stream; nothing while the reader is behind. */
  deliver(frame: Uint8Array): void {
    if (this.#stalled) return;
    this.tell(frame);
    if (this.#socket.bufferedAmount > MOST_BUFFERED) this.#stall();
  }

  /** Sends a small frame whatever the reader does. */
  tell(frame: Uint8Array): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    meters.sent.add(frame.length);
    this.#socket.send(frame);
  }

  close(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
  }

  #stall(): void {
    this.#stalled = true;
    this.#reader.stalled();
    let least = this.#socket.bufferedAmount;
    let movedAt = performance.now();
    this.#timer = setInterval(() => {
      const { bufferedAmount } = this.#socket;
      if (bufferedAmount === 0) return this.#resume();
      if (bufferedAmount < least) movedAt = performance.now();
      least = Math.min(least, bufferedAmount);
      if (performance.now() - movedAt > LONGEST_STANDSTILL_MS) this.#socket.terminate();
    }, LOOK_MS);
  }

  #resume(): void {
    this.close();
    this.#timer = null;
    this.#stalled = false;
    this.#reader.drained();
  }
}
