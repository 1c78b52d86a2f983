import { log } from '#server/log.ts';
import type { ClientOwner, Store } from '#server/store/store.ts';

const RETRY_MS = 2_000;

/** Hears whose a client id is by the store, which may have known better. */
export type OwnersSettled = (owners: readonly ClientOwner[]) => void;

/**
 * Keeps for all rooms of this process which person each Yjs client belongs to: once for every page that is opened, in one
 * statement for all that came meanwhile, and never on the path of a keystroke.
 */
export class ClientRegister {
  readonly #store: Pick<Store, 'claim'>;
  readonly #settled: OwnersSettled;
  #waiting: ClientOwner[] = [];
  #writing: Promise<void> | null = null;
  #retry: ReturnType<typeof setTimeout> | null = null;

  constructor(store: Pick<Store, 'claim'>, settled: OwnersSettled) {
    this.#store = store;
    this.#settled = settled;
  }

  /** Keeps it soon, however long that takes. */
  keep(claim: ClientOwner): void {
    this.#waiting.push(claim);
    if (this.#retry === null) void this.flush();
  }

  /** Settles once everything was tried that waits. */
  flush(): Promise<void> {
    this.#writing ??= this.#write().finally(() => {
      this.#writing = null;
    });
    return this.#writing;
  }

  stop(): void {
    if (this.#retry !== null) clearTimeout(this.#retry);
  }

  async #write(): Promise<void> {
    // Pages that open in the same turn of the loop go together.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#waiting.length > 0) {
      const claims = this.#waiting;
      this.#waiting = [];
      try {
        this.#settled(await this.#store.claim(claims));
      } catch (error) {
        this.#waiting = [...claims, ...this.#waiting];
        return this.#later(error);
      }
    }
  }

  #later(error: unknown): void {
    log.warn('Whose clients these are could not be kept: it is tried again.', { error });
    this.#retry ??= setTimeout(() => {
      this.#retry = null;
      void this.flush();
    }, RETRY_MS).unref();
  }
}
