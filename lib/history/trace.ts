import * as Y from 'yjs';
import { deckText } from '#lib/deck/deck-doc.ts';
import { itemsOf } from '#lib/deck/items.ts';
import { IdRanges, type IdRange } from './id-ranges.ts';

/** A row of a deck's log, with when it came. */
export interface TraceRow {
  readonly seq: number;
  readonly data: Uint8Array;
  readonly personId: string | null;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** What is known of a row besides what it says. */
export type RowFacts = Omit<TraceRow, 'data'>;

/** Characters with one fate: written together, and taken out together or not at all. */
export interface Run {
  readonly text: string;
  readonly client: number;
  readonly clock: number;
  /** Number of the row that wrote them; the trace's base for what was there before it begins. */
  readonly inserted: number;
  /** Number of the row with which they came into the text: a later one when it brought what they build on. */
  readonly shown: number;
  /** Numbers of the rows that took them out, ascending; several when people did it at the same time. */
  readonly deleted: readonly number[];
}

/** Rows, or runs, between two pauses. */
const AT_ONCE = 250;

/** A history as it was at one moment: it does not change when its trace goes on. */
export class TraceView {
  /** The moment that it begins with, and the newest one. */
  readonly base: number;
  readonly head: number;
  /** All runs in the order of the text. */
  readonly runs: readonly Run[];
  readonly #rows: readonly RowFacts[];

  constructor(base: number, runs: readonly Run[], rows: readonly RowFacts[]) {
    this.base = base;
    this.head = rows.at(-1)?.seq ?? base;
    this.runs = runs;
    this.#rows = rows;
  }

  /** Facts of a row, or undefined when it is not in here. */
  row(seq: number): RowFacts | undefined {
    return seq > this.head ? undefined : this.#rows[seq - this.base - 1];
  }

  /** Facts of the rows after one moment up to another, in order. */
  rowsBetween(from: number, to: number): readonly RowFacts[] {
    return this.#rows.slice(Math.max(0, from - this.base), Math.max(0, Math.min(to, this.head) - this.base));
  }

  /** The text at a moment from `base` to `head`. */
  textAt(seq: number): string {
    let text = '';
    for (const run of this.runs) if (isThere(run, seq)) text += run.text;
    return text;
  }
}

/**
 * A deck's text with all that was ever in it since its log begins, in one order: each run of characters knows the row that wrote it
 * and the rows that took it out. The order of Yjs' list never changes, so that this is the text at every moment at once.
 */
export class Trace {
  /** The moment that the trace begins with. */
  readonly base: number;
  readonly #doc = new Y.Doc({ gc: false });
  readonly #inserted = new IdRanges();
  readonly #deleted = new IdRanges();
  readonly #shown = new IdRanges();
  /** What builds on words that are not there yet: edits of one tick are in the log person by person. */
  #waiting: readonly Waiting[] = [];
  /** By client: the clock up to which it is known who wrote. */
  readonly #known: Map<number, number>;
  readonly #rows: RowFacts[] = [];
  #view: TraceView | null = null;

  /** Begins with the state of a deck at a moment, or with nothing. */
  constructor(base: number, state: Uint8Array | null) {
    this.base = base;
    if (state !== null) Y.applyUpdate(this.#doc, state);
    this.#known = new Map(Y.decodeStateVector(Y.encodeStateVector(this.#doc)));
  }

  /** The newest moment. */
  get head(): number {
    return this.#rows.at(-1)?.seq ?? this.base;
  }

  /**
   * Takes up rows that follow its head, in order. `pause` is awaited every few milliseconds, so that
   * others are not held up. Throws a RangeError when rows are missing.
   */
  async add(rows: readonly TraceRow[], pause: () => Promise<void>): Promise<void> {
    const [first] = rows;
    if (first !== undefined && first.seq !== this.head + 1)
      throw new RangeError(`Row ${this.head + 1} was expected, and row ${first.seq} came.`);
    for (let from = 0; from < rows.length; from += AT_ONCE) {
      const part = rows.slice(from, from + AT_ONCE);
      this.#doc.transact(() => part.forEach((row) => this.#take(row)));
      await pause();
    }
  }

  /** What was added, to read. */
  async view(pause: () => Promise<void>): Promise<TraceView> {
    if (this.#view === null || this.#view.head !== this.head)
      this.#view = new TraceView(this.base, await this.#walk(pause), [...this.#rows]);
    return this.#view;
  }

  #take({ data, ...facts }: TraceRow): void {
    const { structs, ds } = Y.decodeUpdate(data);
    for (const { id, length } of structs) this.#wrote(id, length, facts.seq);
    for (const [client, deletions] of ds.clients)
      for (const { clock, len } of deletions)
        this.#deleted.add(client, { from: clock, to: clock + len, row: facts.seq });
    Y.applyUpdate(this.#doc, data);
    this.#rows.push(facts);
    if (this.#doc.store.pendingStructs !== null)
      this.#waiting = [
        ...this.#waiting,
        ...structs.map(({ id, length }) => ({
          client: id.client,
          from: id.clock,
          to: id.clock + length,
          row: facts.seq,
        })),
      ];
    if (this.#waiting.length > 0) this.#show(facts.seq);
  }

  /** Finds what of the waiting words a row brought into the text. */
  #show(row: number): void {
    this.#waiting = this.#waiting.flatMap((one) => {
      const there = Math.min(Math.max(Y.getState(this.#doc.store, one.client), one.from), one.to);
      // What came with its own row needs no note.
      if (row > one.row) this.#shown.add(one.client, { from: one.from, to: there, row });
      return there < one.to ? [{ ...one, from: there }] : [];
    });
  }

  /** Somebody may send again what is there already: it stays whose it was. */
  #wrote({ client, clock }: Y.ID, length: number, row: number): void {
    const known = this.#known.get(client) ?? 0;
    this.#inserted.add(client, { from: Math.max(clock, known), to: clock + length, row });
    this.#known.set(client, Math.max(known, clock + length));
  }

  async #walk(pause: () => Promise<void>): Promise<readonly Run[]> {
    const runs: Run[] = [];
    let pauseAt = AT_ONCE;
    for (const item of itemsOf(deckText(this.#doc))) {
      if (item.content instanceof Y.ContentString) this.#cut(item, item.content.str, runs);
      if (runs.length < pauseAt) continue;
      await pause();
      pauseAt = runs.length + AT_ONCE;
    }
    return runs;
  }

  /** An item may hold what several rows wrote, or took out, one after the other. */
  #cut({ id: { client, clock: from }, length }: Y.Item, text: string, runs: Run[]): void {
    const written = fates(this.#inserted.after(client, from));
    const taken = fates(this.#deleted.after(client, from));
    const shown = fates(this.#shown.after(client, from));
    for (let clock = from; clock < from + length;) {
      const [by, out, late] = [written(clock), taken(clock), shown(clock)];
      const until = Math.min(from + length, by.until, out.until, late.until);
      const inserted = by.rows[0] ?? this.base;
      const part = { text: text.slice(clock - from, until - from), client, clock, inserted };
      runs.push({ ...part, shown: late.rows[0] ?? inserted, deleted: this.#meant(out.rows) });
      clock = until;
    }
  }

  /** An update may name all that was ever taken out: only who did so at about the same time as the first meant it. */
  #meant(rows: readonly number[]): readonly number[] {
    const [first] = rows;
    if (rows.length < 2 || first === undefined) return rows;
    const at = (row: number): number => this.#rows[row - this.base - 1]?.at ?? 0;
    return rows.filter((row) => at(row) <= at(first) + SAME_TIME_MS);
  }
}

/** Two processes hear of each other's edits in a moment; what is taken out later than this was gone already. */
const SAME_TIME_MS = 10_000;

interface Waiting {
  readonly client: number;
  readonly from: number;
  readonly to: number;
  readonly row: number;
}

const NONE: readonly number[] = [];

/** Asked with growing clocks: the rows that concern a character, and the clock up to which the same is true. */
function fates(
  ranges: Iterable<IdRange>,
): (clock: number) => { readonly rows: readonly number[]; readonly until: number } {
  const walk = ranges[Symbol.iterator]();
  let next = walk.next();
  return (clock) => {
    while (next.done !== true && next.value.to <= clock) next = walk.next();
    if (next.done === true) return { rows: NONE, until: Infinity };
    const { from, to, rows } = next.value;
    return from > clock ? { rows: NONE, until: from } : { rows, until: to };
  };
}

/** Whether a run is part of the text at a moment. */
export function isThere({ shown, deleted: [deleted = Infinity] }: Run, seq: number): boolean {
  return shown <= seq && deleted > seq;
}
