import { meters } from '#server/metrics/meters.ts';
import type { Append, AppendOutcome, Store } from '#server/store/store.ts';

// A statement that waits for one held row, or for a database that is silent, holds up the other decks no longer than this.
const LONGEST_TURN_MS = 100;

interface Waiting {
  readonly append: Append;
  readonly resolve: (outcome: AppendOutcome) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Writes for all rooms of this process: one statement a tick, and while it is on its way the next one gathers; a statement
 * that takes long goes on beside the next. What fails together is tried again deck by deck, so that one deck's trouble stays its own.
 */
export class LogWriter {
  readonly #store: Store;
  #waiting: Waiting[] = [];
  #running = false;

  constructor(store: Store) {
    this.#store = store;
  }

  /** Settles when the rows are durable or refused; rejects when the store failed. At most one at a time for each deck. */
  append(append: Append): Promise<AppendOutcome> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ append, resolve, reject });
      if (this.#running) return;
      this.#running = true;
      // Rooms that tick in the same turn of the loop go together.
      setImmediate(() => void this.#run());
    });
  }

  async #run(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting;
      this.#waiting = [];
      await inTurn(this.#write(batch));
    }
    this.#running = false;
  }

  async #write(batch: readonly Waiting[]): Promise<void> {
    try {
      const outcomes = await this.#append(batch.map(({ append }) => append));
      for (const one of batch) this.#settle(one, outcomes.get(one.append.deckId));
    } catch (error) {
      if (batch.length === 1) batch[0]?.reject(error);
      else for (const one of batch) this.#alone(one);
    }
  }

  #settle(one: Waiting, outcome: AppendOutcome | undefined): void {
    if (outcome === undefined || outcome.type === 'busy') this.#alone(one);
    else one.resolve(outcome);
  }

  async #append(batch: readonly Append[]): Promise<ReadonlyMap<string, AppendOutcome>> {
    const began = performance.now();
    try {
      const outcomes = await this.#store.append(batch);
      meters.commits.observe((performance.now() - began) / 1_000);
      return outcomes;
    } catch (error) {
      meters.failedCommits.add(1);
      throw error;
    }
  }

  /** Not awaited by the loop: a deck that is held elsewhere must not hold up the next batch. */
  #alone({ append, resolve, reject }: Waiting): void {
    this.#append([append]).then((outcomes) => resolve(outcomes.get(append.deckId) ?? { type: 'gone' }), reject);
  }
}

/** Settles when the work is done or its turn is over; then it goes on beside the next. */
async function inTurn(work: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, LONGEST_TURN_MS);
  });
  await Promise.race([work, over]);
  clearTimeout(timer);
}
