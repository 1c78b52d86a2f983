import { Cell } from '#components/connection/cell.ts';
import type { CopyAnswer, KeptCopy } from '#lib/assets/foreign-pictures.ts';
import { messages } from '#lib/messages/en.ts';
import type { ExternalStore } from '#lib/sync/external-store.ts';

/** Asks the server for a copy of the picture at an address that the deck shows. */
export type KeepCopy = (address: string) => Promise<CopyAnswer>;

/** How far keeping copies has come, since it last began. */
export interface Copies {
  /** The one that is fetched now; null while nothing is. */
  readonly current: string | null;
  readonly waiting: readonly string[];
  readonly kept: number;
  readonly failed: readonly { readonly address: string; readonly reason: string }[];
  /** Those that nobody asked for any more because it was stopped. */
  readonly left: number;
}

const NOTHING: Copies = { current: null, waiting: [], kept: 0, failed: [], left: 0 };

/** Keeps copies of foreign pictures one after the other, and goes on when one cannot be had. */
export class CopiesStore implements ExternalStore<Copies> {
  readonly #keepCopy: KeepCopy;
  readonly #onKept: (copy: KeptCopy) => void;
  readonly #copies = new Cell(NOTHING);

  /** `onKept` is called with each as soon as it is there. */
  constructor(keepCopy: KeepCopy, onKept: (copy: KeptCopy) => void) {
    this.#keepCopy = keepCopy;
    this.#onKept = onKept;
  }

  readonly subscribe = (listener: () => void): (() => void) => this.#copies.subscribe(listener);

  readonly getSnapshot = (): Copies => this.#copies.getSnapshot();

  /** Keeps these, behind those that wait already. */
  readonly keep = (addresses: readonly string[]): void => {
    const { current, waiting, ...soFar } = this.getSnapshot();
    const more = [...new Set(addresses)].filter((address) => address !== current && !waiting.includes(address));
    if (more.length === 0) return;
    const before = current === null ? NOTHING : soFar;
    this.#copies.set({ ...NOTHING, ...before, current, waiting: [...waiting, ...more] });
    if (current === null) void this.#work();
  };

  /** Begins no other. The one that is fetched now still comes. */
  readonly stop = (): void => {
    const now = this.getSnapshot();
    this.#copies.set({ ...now, waiting: [], left: now.left + now.waiting.length });
  };

  /** Says nothing more of what is over. */
  readonly putAway = (): void => {
    if (this.getSnapshot().current === null) this.#copies.set(NOTHING);
  };

  async #work(): Promise<void> {
    for (let next = this.#next(); next !== null; next = this.#next()) {
      const answer = await this.#keepCopy(next).catch(() => UNREACHABLE);
      this.#take(next, answer);
    }
  }

  #next(): string | null {
    const now = this.getSnapshot();
    const [current = null, ...waiting] = now.waiting;
    this.#copies.set({ ...now, current, waiting });
    return current;
  }

  #take(address: string, answer: CopyAnswer): void {
    const now = this.getSnapshot();
    if ('kept' in answer) {
      this.#copies.set({ ...now, kept: now.kept + 1 });
      this.#onKept(answer.kept);
      return;
    }
    this.#copies.set({ ...now, failed: [...now.failed, { address, reason: answer.refusal }] });
    // The others would be refused, too.
    if (answer.final) this.stop();
  }
}

const UNREACHABLE: CopyAnswer = { refusal: messages.sections.problems.unreachable, final: true };
