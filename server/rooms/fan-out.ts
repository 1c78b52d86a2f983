import { encodeFrame } from '#lib/sync/frames.ts';
import type { Member } from './member.ts';
import { mergeUpdates } from './merge-updates.ts';

// Alone, an edit goes out at once; in a rush, edits of so many milliseconds go together.
const SHORTEST_PAUSE_MS = 5;
const LONGEST_PAUSE_MS = 100;
/** Of a process's time, sending one deck's edits to a crowd may take a quarter: what is typed meanwhile goes together. */
const REST_PER_SENDING = 3;

interface Outgoing {
  readonly update: Uint8Array;
  /** The member that sent it, or null when it came out of the log. */
  readonly from: Member | null;
}

/** Sends a room's edits to its members, the same bytes to all, in ticks that are longer the longer sending takes. */
export class FanOut {
  readonly #members: ReadonlySet<Member>;
  readonly #tick: () => void;
  #outgoing: Outgoing[] = [];
  /** Takes the next tick back; null while none is to come. */
  #cancel: (() => void) | null = null;
  #sentAt = -Infinity;
  #pause = SHORTEST_PAUSE_MS;

  /** `tick` is called when it is time to `send`. */
  constructor(members: ReadonlySet<Member>, tick: () => void) {
    this.#members = members;
    this.#tick = tick;
  }

  /** True when nothing waits for the tick. */
  get idle(): boolean {
    return this.#outgoing.length === 0;
  }

  /** Takes an edit, which goes out with the next tick. */
  push(update: Uint8Array, from: Member | null): void {
    this.#outgoing.push({ update, from });
    this.#schedule();
  }

  /** Sends what waits, as one frame. */
  send(): void {
    this.stop();
    if (this.#outgoing.length === 0) return;
    const outgoing = this.#outgoing;
    this.#outgoing = [];
    const began = performance.now();
    const { buffer, byteOffset, length } = encodeFrame.update(mergeUpdates(outgoing.map(({ update }) => update)));
    // As a socket wants it: else each would make one of its own.
    const frame = Buffer.from(buffer, byteOffset, length);
    // Whoever wrote all of it has it already.
    const author = soleAuthor(outgoing);
    for (const member of this.#members) if (member !== author) member.deliver(frame);
    this.#sentAt = performance.now();
    this.#pause = Math.min(Math.max((this.#sentAt - began) * REST_PER_SENDING, SHORTEST_PAUSE_MS), LONGEST_PAUSE_MS);
  }

  /** Calls no more ticks, unless something is pushed. */
  stop(): void {
    this.#cancel?.();
    this.#cancel = null;
  }

  #schedule(): void {
    if (this.#cancel !== null) return;
    const rest = this.#sentAt + this.#pause - performance.now();
    this.#cancel = rest > 0 ? after(rest, this.#tick) : nextTurn(this.#tick);
  }
}

function after(milliseconds: number, call: () => void): () => void {
  const timer = setTimeout(call, milliseconds);
  return () => clearTimeout(timer);
}

function nextTurn(call: () => void): () => void {
  const turn = setImmediate(call);
  return () => clearImmediate(turn);
}

function soleAuthor(outgoing: readonly Outgoing[]): Member | null {
  const first = outgoing[0]?.from ?? null;
  return outgoing.every(({ from }) => from === first) ? first : null;
}
