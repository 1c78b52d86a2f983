import { log } from '#server/log.ts';
import type { Append, AppendOutcome } from '#server/store/store.ts';
import type { LogWriter } from './log-writer.ts';
import { mergeUpdates } from './merge-updates.ts';

const FIRST_RETRY_MS = 100;
const LONGEST_RETRY_MS = 5_000;
// A commit takes milliseconds: after so many it hangs, and people are told while it is waited for.
const SLOW_MS = 4_000;

interface Edit {
  readonly update: Uint8Array;
  readonly personId: string | null;
}

interface Waiter {
  readonly number: number;
  readonly call: () => void;
}

type Committed = Extract<AppendOutcome, { type: 'appended' }>;

export interface SaverEvents {
  /** These rows of this room are durable, with these numbers. */
  readonly committed: (range: Committed, rows: Append['rows']) => void;
  /** The log will never take these rows. Nothing more is written. */
  readonly refused: (outcome: Exclude<AppendOutcome, Committed>) => void;
  readonly degraded: () => void;
  readonly recovered: () => void;
}

/** Brings a room's edits into the log, in order, however long that takes. Edits are counted from 1. */
export class RoomSaver {
  readonly #writer: LogWriter;
  readonly #deck: { readonly deckId: string; readonly epoch: number };
  readonly #events: SaverEvents;
  #pending: Edit[] = [];
  #received = 0;
  #durable = 0;
  #saving = false;
  #failures = 0;
  #degraded = false;
  #backlog = 0;
  #stopped = false;
  #waiters: Waiter[] = [];
  #retry: { readonly timer: ReturnType<typeof setTimeout>; readonly now: () => void } | null = null;

  constructor(writer: LogWriter, deck: { readonly deckId: string; readonly epoch: number }, events: SaverEvents) {
    this.#writer = writer;
    this.#deck = deck;
    this.#events = events;
  }

  /** True when nothing waits to be written. */
  get clean(): boolean {
    return this.#durable === this.#received;
  }

  /** True while the database refuses to be written, or does not answer. */
  get degraded(): boolean {
    return this.#degraded;
  }

  /** Bytes that wait to be written. */
  get backlog(): number {
    return this.#backlog;
  }

  /** Takes an edit; `save` brings it on its way. */
  add(edit: Edit): void {
    this.#pending.push(edit);
    this.#received += 1;
    this.#backlog += edit.update.length;
  }

  /** Calls back once everything taken so far is durable: at once when it is. Never, when it is refused. */
  whenDurable(call: () => void): void {
    if (this.clean) call();
    else if (!this.#stopped) this.#waiters.push({ number: this.#received, call });
  }

  /** Writes what is pending, unless that is already going on. */
  save(): void {
    if (this.#saving || this.#stopped || this.#pending.length === 0) return;
    this.#saving = true;
    void this.#drain();
  }

  /** Gives up what is not written. Only for a room whose words the log refuses, or whose process ends. */
  stop(): void {
    this.#stopped = true;
    this.#waiters = [];
    this.#retry?.now();
  }

  async #drain(): Promise<void> {
    while (this.#pending.length > 0 && !this.#stopped) {
      const edits = this.#pending;
      this.#pending = [];
      await this.#write(edits);
    }
    this.#saving = false;
  }

  async #write(edits: readonly Edit[]): Promise<void> {
    while (!this.#stopped) {
      const written = await this.#tryWrite(edits);
      if (written !== null) return this.#settle(written.outcome, edits, written.rows);
    }
  }

  async #tryWrite(
    edits: readonly Edit[],
  ): Promise<{ readonly outcome: AppendOutcome; readonly rows: Append['rows'] } | null> {
    const slow = setTimeout(() => this.#degrade(), SLOW_MS);
    try {
      const rows = mergeByPerson(edits);
      return { rows, outcome: await this.#writer.append({ ...this.#deck, rows }) };
    } catch (error) {
      // An append whose answer was lost may be in the log: written twice it says the same once.
      await this.#pause(error);
      return null;
    } finally {
      clearTimeout(slow);
    }
  }

  #settle(outcome: AppendOutcome, edits: readonly Edit[], rows: Append['rows']): void {
    this.#failures = 0;
    if (this.#degraded) this.#events.recovered();
    this.#degraded = false;
    if (outcome.type !== 'appended') {
      this.stop();
      return this.#events.refused(outcome);
    }
    this.#durable += edits.length;
    this.#backlog -= edits.reduce((bytes, { update }) => bytes + update.length, 0);
    this.#events.committed(outcome, rows);
    this.#answer();
  }

  #answer(): void {
    const ready = this.#waiters.filter(({ number }) => number <= this.#durable);
    this.#waiters = this.#waiters.filter(({ number }) => number > this.#durable);
    for (const { call } of ready) call();
  }

  #degrade(): void {
    if (this.#degraded || this.#stopped) return;
    this.#degraded = true;
    this.#events.degraded();
  }

  async #pause(error: unknown): Promise<void> {
    this.#failures += 1;
    this.#degrade();
    log.error('A deck could not be saved: it stays open and is tried again.', {
      deckId: this.#deck.deckId,
      failures: this.#failures,
      error,
    });
    await new Promise<void>((resolve) => {
      const now = (): void => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(resolve, Math.min(FIRST_RETRY_MS * 2 ** (this.#failures - 1), LONGEST_RETRY_MS));
      this.#retry = { timer, now };
    });
    this.#retry = null;
  }
}

/** One row a person: who typed what is kept, and rows stay few. */
function mergeByPerson(
  edits: readonly Edit[],
): readonly { readonly data: Uint8Array; readonly personId: string | null }[] {
  const byPerson = Map.groupBy(edits, ({ personId }) => personId);
  return [...byPerson].map(([personId, own]) => ({ personId, data: mergeUpdates(own.map(({ update }) => update)) }));
}
