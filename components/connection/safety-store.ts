import type { ConnectionStatus } from '#lib/sync/connection-status.ts';
import type { ExternalStore } from '#lib/sync/external-store.ts';
import { Cell } from './cell.ts';

/** How the text stands, as the page shows it. */
export interface Safety {
  readonly status: ConnectionStatus;
  /** The server is there but has not confirmed for a while: its database may be away. */
  readonly slow: boolean;
}

/** "Saved" is shown this much later than it is true, so that the sentence does not flicker while somebody types. */
const CALM_MILLISECONDS = 400;
/** A commit takes milliseconds; after this many something is wrong. */
const SLOW_MILLISECONDS = 5000;

/**
 * The connection's status, calmed: bad news at once, good news a moment later and only if it still holds. Nothing is ever
 * shown as saved that is not.
 */
export class SafetyStore implements ExternalStore<Safety> {
  readonly #shown: Cell<Safety>;
  readonly #source: ExternalStore<ConnectionStatus>;
  readonly #unsubscribe: () => void;
  #calm: ReturnType<typeof setTimeout> | null = null;
  #slow: ReturnType<typeof setTimeout> | null = null;

  constructor(source: ExternalStore<ConnectionStatus>) {
    this.#source = source;
    this.#shown = new Cell<Safety>({ status: source.getSnapshot(), slow: false });
    this.#unsubscribe = source.subscribe(() => this.#changed());
    this.#changed();
  }

  readonly subscribe = (listener: () => void): (() => void) => this.#shown.subscribe(listener);

  readonly getSnapshot = (): Safety => this.#shown.getSnapshot();

  destroy(): void {
    this.#unsubscribe();
    this.#stop();
  }

  #changed(): void {
    const status = this.#source.getSnapshot();
    const before = this.#shown.getSnapshot();
    if (isUnsaved(status)) {
      this.#stopCalm();
      this.#slow ??= setTimeout(
        () => this.#shown.set({ status: this.#source.getSnapshot(), slow: true }),
        SLOW_MILLISECONDS,
      );
      if (!isUnsaved(before.status)) this.#shown.set({ status, slow: false });
    } else if (status.type === 'live' && isUnsaved(before.status)) {
      this.#stop();
      this.#calm = setTimeout(
        () => this.#shown.set({ status: this.#source.getSnapshot(), slow: false }),
        CALM_MILLISECONDS,
      );
    } else {
      this.#stop();
      this.#shown.set({ status, slow: false });
    }
  }

  #stopCalm(): void {
    if (this.#calm !== null) clearTimeout(this.#calm);
    this.#calm = null;
  }

  #stop(): void {
    this.#stopCalm();
    if (this.#slow !== null) clearTimeout(this.#slow);
    this.#slow = null;
  }
}

function isUnsaved(status: ConnectionStatus): boolean {
  return status.type === 'live' && !status.saved;
}
