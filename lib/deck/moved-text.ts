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
}

/** Longer than any network holds an edit back that is not offline. */
const REMEMBERED_MS = 60_000;

/**
 * Characters that were moved, from where they were to where they are. What others had typed between them before they heard of
 * the move arrives in the place that was left: it is brought along. Only the one who moved does so, so that nothing is doubled.
 * What others had deleted there comes back: a letter too many is better than one too few.
 */
export class MovedText {
  readonly #doc: Y.Doc;
  readonly #text: Y.Text;
  readonly #origin: unknown;
  readonly #runs: Run[] = [];
  /** The first of the characters where they are now. */
  #first: Y.ID | null = null;
  /** By the character that they follow: the last of what was brought to it. */
  readonly #brought = new Map<string, Y.ID>();
  readonly #timer: ReturnType<typeof setTimeout>;
  readonly #listen = (transaction: Y.Transaction): void => {
    if (!transaction.local) this.#bring(transaction);
  };

  constructor(doc: Y.Doc, origin: unknown) {
    this.#doc = doc;
    this.#text = deckText(doc);
    this.#origin = origin;
    doc.on('afterTransaction', this.#listen);
    this.#timer = setTimeout(() => this.close(), REMEMBERED_MS);
  }

  /** Brings nothing along any more. */
  close(): void {
    clearTimeout(this.#timer);
    this.#doc.off('afterTransaction', this.#listen);
  }

  /** These characters are about to be taken out. */
  remember({ from, to }: Stretch): void {
    let at = 0;
    for (const item of itemsOf(this.#text)) {
      if (at >= to) break;
      if (item.deleted || !item.countable) continue;
      const [start, end] = [Math.max(from, at), Math.min(to, at + item.length)];
      if (start < end)
        this.#runs.push({ client: item.id.client, clock: item.id.clock + start - at, length: end - start, to: null });
      at += item.length;
    }
  }

  /** They stand here again, with their new head: as one run of ours. */
  arrived(offset: number, { drop, head }: Stretch): void {
    const id = idAt(this.#text, offset);
    if (id === null) return;
    let passed = 0;
    for (const run of this.#runs) {
      // What was dropped has no place any more; what was typed behind it belongs behind the new head.
      const clock = id.clock + head.length + passed - drop;
      run.to = { client: id.client, clock };
      passed += run.length;
    }
    this.#first = id;
  }

  #bring(transaction: Y.Transaction): void {
    const strays = addedItems(transaction, this.#text).filter(
      ({ origin }) => origin !== null && this.#placeOf(origin) !== null,
    );
    if (strays.length > 0) this.#doc.transact(() => strays.forEach((stray) => this.#take(stray)), this.#origin);
  }

  #take({ origin, content, deleted, id }: Y.Item): void {
    if (origin === null || deleted || !(content instanceof Y.ContentString)) return;
    const key = `${origin.client} ${origin.clock}`;
    const behind = this.#brought.get(key) ?? this.#placeOf(origin);
    const arrived = behind === null ? null : this.#bringBehind(behind, id, content.str);
    if (arrived === null) return;
    const { length } = content.str;
    this.#brought.set(key, Y.createID(arrived.client, arrived.clock + length - 1));
    this.#runs.push({ client: id.client, clock: id.clock, length, to: arrived });
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

  /** What stands now for a character that was moved, or null. */
  #placeOf({ client, clock }: Y.ID): Y.ID | null {
    const run = this.#runs.findLast(
      (one) => one.client === client && one.clock <= clock && clock < one.clock + one.length,
    );
    if (run === undefined || run.to === null) return null;
    const moved = run.to.clock + clock - run.clock;
    return Y.createID(run.to.client, Math.max(moved, this.#first?.clock ?? moved));
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

function idAt(text: Y.Text, offset: number): Y.ID | null {
  return Y.createRelativePositionFromTypeIndex(text, offset).item;
}

function offsetOf(doc: Y.Doc, id: Y.ID): number | null {
  const absolute = Y.createAbsolutePositionFromRelativePosition(new Y.RelativePosition(null, null, id), doc, false);
  return absolute?.index ?? null;
}
