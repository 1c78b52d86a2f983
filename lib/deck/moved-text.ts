import * as Y from 'yjs';
import type { Stretch } from '#lib/sections/section-move.ts';
import { deckText } from './deck-doc.ts';
import { itemsOf } from './items.ts';

/** A run of characters that were written by one client one after the other, and the run that stands for them now. */
interface Run {
  readonly client: number;
  readonly clock: number;
  readonly length: number;
  to: { readonly client: number; readonly clock: number } | null;
  readonly move: Move;
}

/** What was taken out and put in again in one step. */
interface Move {
  /** Clock of its first character where it stands now. */
  first: number;
}

/** Longer than any network holds an edit back that is not offline. */
const REMEMBERED_MS = 60_000;

/**
 * Characters that were moved, from where they were to where they are. What others had typed between them before they heard of
 * the move arrives in the place that was left: it is brought along. Only the one who moved does so, so that nothing is doubled.
 * What others had deleted there comes back: a letter too many is better than one too few. One for all moves of a document, as what
 * was moved may be moved again.
 */
export class MovedText {
  readonly #doc: Y.Doc;
  readonly #text: Y.Text;
  readonly #origin: unknown;
  readonly #runs: Run[] = [];
  /** By the character that they follow: the last of what was brought to it. */
  readonly #brought = new Map<string, Y.ID>();
  /** Where moved characters were, the end of their place. */
  readonly #marks = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #listen = (transaction: Y.Transaction): void => {
    if (!transaction.local) this.#bring(transaction);
  };

  constructor(doc: Y.Doc, origin: unknown) {
    this.#doc = doc;
    this.#text = deckText(doc);
    this.#origin = origin;
  }

  /** Brings nothing along any more of what was moved so far. */
  close(): void {
    clearTimeout(this.#timer);
    this.#doc.off('afterTransaction', this.#listen);
    this.#runs.length = 0;
    this.#brought.clear();
    this.#marks.clear();
  }

  /** These characters are about to be taken out. */
  remember({ from, to }: Stretch): void {
    if (this.#runs.length === 0) this.#doc.on('afterTransaction', this.#listen);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.close(), REMEMBERED_MS);
    const move: Move = { first: 0 };
    let at = 0;
    for (const item of itemsOf(this.#text)) {
      if (at >= to) break;
      if (item.deleted || !item.countable) continue;
      const [start, end] = [Math.max(from, at), Math.min(to, at + item.length)];
      if (start < end)
        this.#runs.push({
          client: item.id.client,
          clock: item.id.clock + start - at,
          length: end - start,
          to: null,
          move,
        });
      at += item.length;
    }
  }

  /**
   * They stood here, and are gone. A deleted letter marks the end of the place: Yjs puts what is typed behind all that is deleted
   * there, so who has heard of the move and goes on typing in words that are still to be brought puts the next letter behind the
   * mark, and only who has not heard of it puts it behind the last of the characters.
   */
  left(offset: number): void {
    this.#text.insert(offset, ' ');
    const mark = idAt(this.#text, offset);
    this.#text.delete(offset, 1);
    if (mark !== null) this.#marks.add(keyOf(mark));
  }

  /** They stand here again, with their new head: as one run of ours. */
  arrived(offset: number, { drop, head }: Stretch): void {
    const id = idAt(this.#text, offset);
    if (id === null) return;
    let passed = 0;
    for (const run of this.#runs.filter(({ to }) => to === null)) {
      // What was dropped has no place any more; what was typed behind it belongs behind the new head.
      const clock = id.clock + head.length + passed - drop;
      run.to = { client: id.client, clock };
      run.move.first = id.clock;
      passed += run.length;
    }
  }

  #bring(transaction: Y.Transaction): void {
    const added = addedItems(transaction, this.#text);
    if (!added.some((item) => this.#leaderOf(item) !== null)) return;
    // One by one: a letter may follow one that is taken just before it.
    this.#doc.transact(() => added.forEach((item) => this.#take(item)), this.#origin);
  }

  #take(item: Y.Item): void {
    const { content, deleted, id } = item;
    const leader = this.#leaderOf(item);
    if (leader === null || deleted || !(content instanceof Y.ContentString)) return;
    const key = keyOf(leader);
    const last = this.#brought.get(key);
    const behind = last === undefined ? this.#placeOf(leader) : (this.#placeOf(last) ?? last);
    const arrived = behind === null ? null : this.#bringBehind(behind, id, content.str);
    if (arrived === null) return;
    const { length } = content.str;
    this.#brought.set(key, Y.createID(arrived.client, arrived.clock + length - 1));
    const { move } = this.#runOf(leader) ?? { move: { first: arrived.clock } };
    this.#runs.push({ client: id.client, clock: id.clock, length, to: arrived, move });
  }

  /** The moved character that an item belongs behind, or null: the one that it was put behind, or the letter typed before it. */
  #leaderOf(item: Y.Item): Y.ID | null {
    const { origin, id } = item;
    if (origin === null) return null;
    if (!this.#marks.has(keyOf(origin))) return this.#runOf(origin) === undefined ? null : origin;
    const before = Y.createID(id.client, id.clock - 1);
    return this.#runOf(before) !== undefined && nothingBetween(before, origin, item) ? before : null;
  }

  /** Takes words from one place to another, and says who they are there. */
  #bringBehind(behind: Y.ID, id: Y.ID, words: string): Y.ID | null {
    const to = offsetOf(this.#doc, behind);
    const from = offsetOf(this.#doc, id);
    if (to === null || from === null) return null;
    this.#text.delete(from, words.length);
    const target = (to > from ? to - words.length : to) + 1;
    this.#text.insert(target, words);
    return idAt(this.#text, target);
  }

  /** What stands now for a character that was moved, maybe more than once, or null. */
  #placeOf(id: Y.ID): Y.ID | null {
    const run = this.#runOf(id);
    if (run === undefined || run.to === null) return null;
    const clock = run.to.clock + id.clock - run.clock;
    // What was dropped at the beginning is now the first that was not.
    const to = Y.createID(run.to.client, Math.max(clock, run.move.first));
    return this.#placeOf(to) ?? to;
  }

  #runOf(id: Y.ID | null): Run | undefined {
    if (id === null) return undefined;
    const { client, clock } = id;
    return this.#runs.findLast((one) => one.client === client && one.clock <= clock && clock < one.clock + one.length);
  }
}

/** Items of the text that a transaction brought, in the order of the text. */
function addedItems({ doc, beforeState, afterState }: Y.Transaction, text: Y.Text): readonly Y.Item[] {
  const isNew = ({ id }: Y.Item): boolean =>
    (beforeState.get(id.client) ?? 0) <= id.clock && id.clock < (afterState.get(id.client) ?? 0);
  const clients = [...afterState].filter(([client, clock]) => clock > (beforeState.get(client) ?? 0));
  if (clients.length === 0 || doc.store.clients.size === 0) return [];
  return [...itemsOf(text)].filter((item) => !item.deleted && isNew(item));
}

/** Whether all between two characters ahead of an item was deleted. */
function nothingBetween(first: Y.ID, second: Y.ID, { left }: Y.Item): boolean {
  let item = left;
  // Something may have been put between the second of them and the item.
  while (item !== null && !holds(item, second)) item = item.left;
  while (item !== null && item.deleted && !holds(item, first)) item = item.left;
  return item !== null && holds(item, first);
}

function holds({ id, length }: Y.Item, { client, clock }: Y.ID): boolean {
  return id.client === client && id.clock <= clock && clock < id.clock + length;
}

function keyOf({ client, clock }: Y.ID): string {
  return `${client} ${clock}`;
}

function idAt(text: Y.Text, offset: number): Y.ID | null {
  return Y.createRelativePositionFromTypeIndex(text, offset).item;
}

function offsetOf(doc: Y.Doc, id: Y.ID): number | null {
  const absolute = Y.createAbsolutePositionFromRelativePosition(new Y.RelativePosition(null, null, id), doc, false);
  return absolute?.index ?? null;
}
