import * as Y from 'yjs';
import { chance, type Chance } from '#e2e/harness/chance.ts';
import { createDeckDoc, deckText, readDeckText } from '#lib/deck/deck-doc.ts';
import { Trace, type TraceRow, type TraceView } from '#lib/history/trace.ts';

const STEPS = 60;
const NAMES = ['ada', 'bo', 'cy', 'di', 'eve'] as const;
/** A word that is typed once in a run; where it is put again it is the same word. */
const TOKEN = /(?:ada|bo|cy|di|eve)x\d{6}/g;
const ROW_MS = 50;

/** Somebody at a page, or offline. */
interface Person {
  readonly name: string;
  readonly doc: Y.Doc;
  house: number;
  offline: boolean;
  /** What was cut and is not pasted yet. */
  clipboard: string;
}

/** A history with all that is known of it besides. */
export interface HistoryRun {
  readonly pick: Chance;
  readonly rows: readonly TraceRow[];
  readonly trace: TraceView;
  readonly people: readonly string[];
  readonly ownerOf: (client: number) => string | null;
  /** By whom a word was typed, and in which row it came, by the word. */
  readonly typed: ReadonlyMap<string, string>;
  /** Who took a word out without putting it anywhere. */
  readonly removed: ReadonlyMap<string, ReadonlySet<string>>;
  /** Numbers of the last rows of ticks. */
  readonly ticks: readonly number[];
  /** Processes died, and others than those who wrote brought along what the log had not got. */
  readonly broughtAlong: boolean;
  /** Words that two took out at the same time: the log knows only of the one who was first. */
  readonly contested: ReadonlySet<string>;
}

/** One process: its copy, and what waits for its next row. */
class House {
  readonly doc = createDeckDoc();
  readonly #waiting: { readonly person: string; readonly update: Uint8Array }[] = [];
  #author: string | null = null;
  #seen = 0;

  constructor() {
    this.doc.on('update', (update: Uint8Array) => {
      if (this.#author !== null) this.#waiting.push({ person: this.#author, update });
    });
  }

  take(person: string, update: Uint8Array): void {
    this.#author = person;
    Y.applyUpdate(this.doc, update);
    this.#author = null;
  }

  /** Writes a row a person, as a room's tick does. */
  write(rows: TraceRow[]): void {
    for (const [personId, own] of Map.groupBy(this.#waiting.splice(0), ({ person }) => person)) {
      const data = Y.mergeUpdates(own.map(({ update }) => update));
      rows.push({ seq: rows.length + 1, data, personId, at: rows.length * ROW_MS });
    }
  }

  /** Hears of what the other one wrote. */
  hear(rows: readonly TraceRow[]): void {
    for (const { data } of rows.slice(this.#seen)) Y.applyUpdate(this.doc, data);
    this.#seen = rows.length;
  }
}

/**
 * A history of several people at two processes: they type words, delete, cut and paste, go offline and come back, by chance. Words are
 * whole at every moment, so that they can be counted.
 */
export async function historyRun(seed: number): Promise<HistoryRun> {
  const pick = chance(seed);
  const rows: TraceRow[] = [];
  const houses = [new House(), new House()];
  const broughtAlong = pick(4) === 0;
  const ticks = new Set<number>([0]);
  const people = NAMES.slice(0, 3 + pick(3)).map((name, index) => newPerson(name, index));
  const book = new WordBook();
  const first = people[0];
  if (first !== undefined) type(first, 0, sectionsBy(first.name, book));
  for (let step = 0; step < STEPS; step += 1) {
    for (const person of people) if (!person.offline && pick(3) > 0) meet(person, houses);
    if (!broughtAlong) settle(houses, rows);
    const person = people[pick(people.length)];
    if (person !== undefined) act(person, { pick, book });
    tick(houses, rows, pick);
    ticks.add(rows.length);
  }
  come(people, { houses, rows, pick });
  ticks.add(rows.length);
  const trace = new Trace(0, null);
  await trace.add(rows, () => Promise.resolve());
  const owners = new Map(people.map(({ doc, name }) => [doc.clientID, name]));
  return {
    pick,
    rows,
    trace: await trace.view(() => Promise.resolve()),
    people: people.map(({ name }) => name),
    ownerOf: (client) => owners.get(client) ?? null,
    typed: book.typed,
    removed: book.removed,
    contested: book.contested,
    ticks: [...ticks],
    broughtAlong,
  };
}

/** Everybody pastes what they have cut, comes back, and hears everything. */
function come(
  people: readonly Person[],
  { houses, rows, pick }: { readonly houses: readonly House[]; readonly rows: TraceRow[]; readonly pick: Chance },
): void {
  for (const person of people) {
    paste(person, pick);
    person.offline = false;
  }
  for (let round = 0; round < 3; round += 1) {
    for (const person of people) meet(person, houses);
    settle(houses, rows);
  }
}

function newPerson(name: string, index: number): Person {
  const doc = createDeckDoc();
  doc.clientID = index + 1;
  return { name, doc, house: index % 2, offline: false, clipboard: '' };
}

function meet({ name, doc, house }: Person, houses: readonly House[]): void {
  const at = houses[house];
  if (at === undefined) return;
  // Everything that the process lacks, words of others too: whoever has them brings them along.
  at.take(name, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(at.doc)));
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(at.doc, Y.encodeStateVector(doc)));
}

/** Whoever changes the process finds there what was written before. */
function settle(houses: readonly House[], rows: TraceRow[]): void {
  for (const house of houses) house.write(rows);
  for (const house of houses) house.hear(rows);
}

function tick(houses: readonly House[], rows: TraceRow[], pick: Chance): void {
  const house = houses[pick(houses.length)];
  if (pick(2) === 0) house?.write(rows);
  if (pick(2) === 0) house?.hear(rows);
}

interface Acting {
  readonly pick: Chance;
  readonly book: WordBook;
}

/** What the test knows of every word. */
class WordBook {
  readonly typed = new Map<string, string>();
  readonly removed = new Map<string, Set<string>>();
  readonly contested = new Set<string>();
  readonly #takers = new Map<string, string>();

  fresh(name: string): string {
    const token = `${name}x${String(this.typed.size + 1).padStart(6, '0')}`;
    this.typed.set(token, name);
    return token;
  }

  remove(name: string, text: string): void {
    for (const token of text.match(TOKEN) ?? [])
      this.removed.set(token, (this.removed.get(token) ?? new Set()).add(name));
  }

  /** Somebody took these out, to remove or to move them. */
  take(name: string, words: readonly TakenWord[]): void {
    for (const { id, word } of words) {
      if ((this.#takers.get(id) ?? name) !== name) this.contested.add(word);
      this.#takers.set(id, name);
    }
  }
}

function sectionsBy(name: string, book: WordBook): string {
  const section = (): string =>
    `# ${book.fresh(name)}\n\n- ${book.fresh(name)}\n- ${book.fresh(name)}\n- ${book.fresh(name)}\n`;
  return [section(), section(), section()].join('\n---\n\n');
}

/** A word where it stands, by the id of its first character. */
interface TakenWord {
  readonly id: string;
  readonly word: string;
}

function act(person: Person, acting: Acting): void {
  const { pick, book } = acting;
  const what = pick(12);
  if (what === 0) person.offline = !person.offline;
  else if (what === 1) person.house = 1 - person.house;
  else if (person.clipboard !== '') paste(person, pick);
  else if (what < 8) type(person, placeIn(person, pick), `${pick(3) === 0 ? '\n- ' : ' '}${book.fresh(person.name)} `);
  else if (what < 10) take(person, acting, (text) => book.remove(person.name, text));
  else take(person, acting, (text) => (person.clipboard = text));
}

function type({ doc }: Person, at: number, text: string): void {
  deckText(doc).insert(at, text);
}

function paste(person: Person, pick: Chance): void {
  if (person.clipboard !== '') type(person, placeIn(person, pick), person.clipboard);
  person.clipboard = '';
}

/** Takes out some words that stand one behind the other; seldom very many. */
function take(person: Person, { pick, book }: Acting, then: (text: string) => unknown): void {
  const text = readDeckText(person.doc);
  const from = placeIn(person, pick);
  const tokens = [...text.slice(from).matchAll(TOKEN)].slice(0, pick(8) === 0 ? 40 : 1 + pick(4));
  const last = tokens.at(-1);
  if (last === undefined) return;
  const to = from + last.index + last[0].length;
  then(text.slice(from, to));
  book.take(
    person.name,
    tokens.map(({ index, 0: word }) => {
      const id = Y.createRelativePositionFromTypeIndex(deckText(person.doc), from + index).item;
      return { id: `${id?.client} ${id?.clock}`, word };
    }),
  );
  deckText(person.doc).delete(from, to - from);
}

/** An offset that is in no word. */
function placeIn({ doc }: Person, pick: Chance): number {
  const text = readDeckText(doc);
  const ends = [0, ...[...text.matchAll(TOKEN)].map(({ index, 0: word }) => index + word.length), text.length];
  return ends[pick(ends.length)] ?? 0;
}

/** How often each word stands in a text. */
export function wordsIn(text: string): ReadonlyMap<string, number> {
  const count = new Map<string, number>();
  for (const token of text.match(TOKEN) ?? []) count.set(token, (count.get(token) ?? 0) + 1);
  return count;
}
