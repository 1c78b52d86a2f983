import { encodeFrame } from '#lib/sync/frames.ts';
import type { Member } from './member.ts';
import { mergeUpdates } from './merge-updates.ts';

// Who only reads sees no difference between this and at once, and in a rush gets a tenth of the frames.
const READERS_PAUSE_MS = 75;

interface Outgoing {
  readonly update: Uint8Array;
  /** The member that sent it, or null when it came out of the log. */
  readonly from: Member | null;
}

/** Sends a room's edits to its members, the same bytes to all: to writers with each tick, to readers less often in a rush. */
export class FanOut {
  readonly #members: ReadonlySet<Member>;
  #outgoing: Outgoing[] = [];
  /** What was sent to writers and not yet to readers, and to whom it is owed: who reads now may write a moment later. */
  #held: Uint8Array[] = [];
  readonly #owed = new Set<Member>();
  #readersAt = -Infinity;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(members: ReadonlySet<Member>) {
    this.#members = members;
  }

  /** True when nothing waits for the tick. */
  get idle(): boolean {
    return this.#outgoing.length === 0;
  }

  /** Whether this member has not yet been sent everything that the document holds. */
  isBehind(member: Member): boolean {
    return this.#outgoing.length > 0 || this.#owed.has(member);
  }

  /** Takes an edit; `send` brings it on its way. */
  push(update: Uint8Array, from: Member | null): void {
    this.#outgoing.push({ update, from });
  }

  /** Sends what waits: one frame for everybody who may write, and for the readers too when they had none for a while. */
  send(): void {
    if (this.#outgoing.length === 0) return;
    const outgoing = this.#outgoing;
    this.#outgoing = [];
    const update = mergeUpdates(outgoing.map((one) => one.update));
    const readersToo = this.#timer === null && performance.now() - this.#readersAt >= READERS_PAUSE_MS;
    if (readersToo) this.#readersAt = performance.now();
    const frame = encodeFrame.update(update);
    // Whoever wrote all of it has it already.
    const author = soleAuthor(outgoing);
    for (const member of this.#members) {
      if (member === author) continue;
      if (readersToo || member.standing.write) member.deliver(frame);
      else this.#owed.add(member);
    }
    if (this.#owed.size > 0) this.#hold(update);
  }

  /** Sends what waits to everybody, readers too: before something that speaks of this very text. */
  sendToAll(): void {
    this.send();
    this.#sendHeld();
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
  }

  #hold(update: Uint8Array): void {
    this.#held.push(update);
    this.#timer ??= setTimeout(
      () => this.#sendHeld(),
      Math.max(0, this.#readersAt + READERS_PAUSE_MS - performance.now()),
    );
  }

  #sendHeld(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    const [held, owed] = [this.#held, [...this.#owed]];
    this.#held = [];
    this.#owed.clear();
    if (held.length === 0) return;
    this.#readersAt = performance.now();
    const frame = encodeFrame.update(mergeUpdates(held));
    for (const member of owed) if (this.#members.has(member)) member.deliver(frame);
  }
}

function soleAuthor(outgoing: readonly Outgoing[]): Member | null {
  const first = outgoing[0]?.from ?? null;
  return outgoing.every(({ from }) => from === first) ? first : null;
}
