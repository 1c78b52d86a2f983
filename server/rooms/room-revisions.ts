import * as Y from 'yjs';
import type { DeckModel } from '#lib/slides/deck-model.ts';
import type { Append } from '#server/store/store.ts';
import type { Delta } from './edited-places.ts';

/** A moment of a deck that is worth finding. */
export interface WorthyMoment {
  readonly deckId: string;
  /** Number of the newest row in it. */
  readonly seq: number;
  readonly reason: 'rested' | 'edited' | 'deletion';
  /** Who was the cause. */
  readonly personId: string | null;
}

/** Much was taken out at once. */
export interface LargeDeletion {
  readonly personId: string | null;
  /** The section of which most is gone; null for the whole deck. */
  readonly section: string | null;
  /** Number of the row that did it. */
  readonly seq: number;
}

export interface RevisionsEvents {
  readonly keep: (moment: Omit<WorthyMoment, 'deckId'>) => void;
  readonly deleted: (deletion: LargeDeletion) => void;
}

interface Watched extends Omit<LargeDeletion, 'seq'> {
  readonly removed: number;
  /** How many writings to the log it has seen: it is in the second at the latest. */
  readonly seen: number;
}

const REST_MS = 10 * 60_000;
const EVERY_MS = 10 * 60_000;
/** Less is no loss that somebody would look for. */
const LEAST_REMOVED = 80;

/**
 * Notices which moments of a deck are worth keeping: before the first edit after a rest, every ten minutes of editing, and before
 * somebody takes out more than half of the deck or of a section at once. Costs a comparison an edit.
 */
export class RoomRevisions {
  readonly #events: RevisionsEvents;
  readonly #model: () => DeckModel | null;
  readonly #now: () => number;
  /** Nothing is known of what was before the room. */
  #editedAt = -Infinity;
  #keptAt = -Infinity;
  #rested = false;
  #deletions: readonly Watched[] = [];

  /** `model` gives the text as it was last read, in which edits may have been made since. */
  constructor(events: RevisionsEvents, model: () => DeckModel | null, now: () => number = Date.now) {
    this.#events = events;
    this.#model = model;
    this.#now = now;
  }

  /** Somebody here edited the text, which has this length now. */
  edited(delta: readonly Delta[], personId: string | null, length: number): void {
    const now = this.#now();
    if (now - this.#editedAt >= REST_MS) this.#rested = true;
    this.#editedAt = now;
    const removed = delta.reduce((sum, each) => sum + (each.delete ?? 0), 0);
    if (removed >= LEAST_REMOVED) this.#lookAtDeletion(delta, { personId, removed, length });
  }

  /** These rows of ours are in the log; the first has this number. */
  committed(fromSeq: number, rows: Append['rows']): void {
    const now = this.#now();
    const [first] = rows;
    if (this.#rested) {
      this.#rested = false;
      this.#keptAt = now;
      this.#events.keep({ seq: fromSeq - 1, reason: 'rested', personId: first?.personId ?? null });
    } else if (now - this.#keptAt >= EVERY_MS) {
      this.#keptAt = now;
      this.#events.keep({ seq: fromSeq + rows.length - 1, reason: 'edited', personId: first?.personId ?? null });
    }
    if (this.#deletions.length === 0) return;
    rows.forEach((row, index) => this.#findDeletion(row, fromSeq + index));
    this.#deletions = this.#deletions.flatMap((each) => (each.seen > 0 ? [] : [{ ...each, seen: 1 }]));
  }

  #lookAtDeletion(
    delta: readonly Delta[],
    {
      personId,
      removed,
      length,
    }: { readonly personId: string | null; readonly removed: number; readonly length: number },
  ): void {
    const added = delta.reduce((sum, { insert }) => sum + (typeof insert === 'string' ? insert.length : 0), 0);
    const net = removed - added;
    if (net < LEAST_REMOVED) return;
    const before = length + net;
    const section = net * 2 > before ? null : this.#sectionOf(delta, added);
    if (section !== undefined) this.#deletions = [...this.#deletions, { personId, section, removed, seen: 0 }];
  }

  /** The title of a section that lost more than half, or undefined. */
  #sectionOf(delta: readonly Delta[], added: number): string | undefined {
    const lost = new Map<string, { readonly length: number; removed: number }>();
    for (const range of removedRanges(delta))
      for (const { title, range: own } of this.#model()?.sections ?? []) {
        const removed = Math.min(own.to, range.to) - Math.max(own.from, range.from);
        if (removed <= 0) continue;
        const before = lost.get(title) ?? { length: own.to - own.from, removed: 0 };
        lost.set(title, { ...before, removed: before.removed + removed });
      }
    return [...lost].find(([, { length, removed }]) => removed - added >= LEAST_REMOVED && removed * 2 > length)?.[0];
  }

  #findDeletion({ data, personId }: Append['rows'][number], seq: number): void {
    const own = this.#deletions.find((each) => each.personId === personId);
    if (own === undefined || deletedIn(data) < own.removed) return;
    this.#deletions = this.#deletions.filter((each) => each !== own);
    this.#events.keep({ seq: seq - 1, reason: 'deletion', personId });
    this.#events.deleted({ personId, section: own.section, seq });
  }
}

/** By offsets of the text before. */
function removedRanges(delta: readonly Delta[]): readonly { readonly from: number; readonly to: number }[] {
  let at = 0;
  return delta.flatMap(({ retain = 0, delete: removed = 0 }) => {
    at += retain + removed;
    return removed > 0 ? [{ from: at - removed, to: at }] : [];
  });
}

function deletedIn(update: Uint8Array): number {
  const { ds } = Y.decodeUpdate(update);
  return [...ds.clients.values()].flat().reduce((sum, { len }) => sum + len, 0);
}
