import type { ActEntry, EditsEntry, HistoryEntry, HistoryPart, RevisionEntry } from '#lib/history/history-views.ts';
import { goSpans, type GoSpan } from '#lib/history/go-spans.ts';
import { sectionAmounts, type ReadMoment } from '#lib/history/section-amounts.ts';
import type { TraceView } from '#lib/history/trace.ts';
import { knownHeadings } from '#lib/sections/known-headings.ts';
import type { DeckModel } from '#lib/slides/deck-model.ts';
import type { KnownHeadings } from '#lib/slides/known-headings.ts';
import { parseDeck } from '#lib/slides/parse-deck.ts';
import { database } from '#server/database/client.ts';
import { seriesOrder } from '#server/sections/stored-order.ts';
import { nothingHere } from '#server/series/find-series.ts';
import { parseCursor, sayCursor, type HistoryCursor } from './history-cursor.ts';
import { historyPeople } from './history-people.ts';
import { logBounds } from './read-log.ts';
import { SNAPSHOT_WINDOW } from '#server/store/store.ts';
import { openTrace, slices } from './traces.ts';

/** As many as one window of a busy deck has: looking closely at each takes some milliseconds. */
const PAGE = 12;

/** Something of a history that is not looked at closely yet: what it takes to put it in order. */
interface Found {
  readonly id: string;
  readonly at: number;
  /** Number of the window in which the next part is looked for. */
  readonly window: number;
  readonly entry: RevisionEntry | ActEntry | { readonly span: GoSpan; readonly trace: TraceView };
}

/** The entries of a deck's history before a cursor, newest first. It reads window by window, as far as a page reaches. */
export async function historyEntries(
  deck: { readonly id: string; readonly seriesId: string },
  before: string | null,
): Promise<HistoryPart> {
  const cursor = before === null ? null : parseCursor(before);
  const bounds = await logBounds(deck.id);
  if (bounds === null) throw nothingHere();
  const newest = Math.floor(Math.max(bounds.head - 1, 0) / SNAPSHOT_WINDOW);
  const oldest = Math.floor(bounds.oldest / SNAPSHOT_WINDOW);
  const found: Found[] = [];
  let window = Math.min(cursor?.window ?? newest, newest);
  for (; window >= oldest; window -= 1) {
    found.push(...(await spansIn(deck.id, window, newest)).filter((each) => isBefore(each, cursor)));
    if (found.length >= PAGE) break;
  }
  const lowest = Math.max(window, oldest);
  const rest = [...(await revisionsBefore(deck.id, cursor)), ...(await actsBefore(deck.id, cursor))];
  const all = [...found, ...rest.map((each) => ({ ...each, window: lowest }))].toSorted(newestFirst);
  const page = all.slice(0, PAGE);
  const last = page.at(-1);
  return {
    entries: await looked(deck, page),
    older:
      last === undefined || (all.length <= PAGE && window < oldest)
        ? null
        : sayCursor({ ...last, window: windowOf(page, lowest) }),
  };
}

/** The next part begins in the window of the last edits that were shown: more of them may be in it. */
function windowOf(page: readonly Found[], lowest: number): number {
  return page.findLast(({ entry }) => 'span' in entry)?.window ?? lowest;
}

async function spansIn(deckId: string, window: number, newest: number): Promise<readonly Found[]> {
  const [from, to] = [window * SNAPSHOT_WINDOW, (window + 1) * SNAPSHOT_WINDOW];
  const { trace } = await openTrace(deckId, window === newest ? { from } : { from, to });
  const rows = trace.rowsBetween(from, trace.head);
  return goSpans(rows).map((span) => ({
    id: `e${String(span.to).padStart(12, '0')}`,
    at: span.endedAt,
    window,
    entry: { span, trace },
  }));
}

function newestFirst(a: Found, b: Found): number {
  return b.at - a.at || (a.id < b.id ? 1 : -1);
}

function isBefore({ at, id }: Pick<Found, 'at' | 'id'>, cursor: HistoryCursor | null): boolean {
  return cursor === null || at < cursor.at || (at === cursor.at && id < cursor.id);
}

/** Those of the same moment as the cursor are asked for as well, and left out here. */
async function revisionsBefore(
  deckId: string,
  cursor: HistoryCursor | null,
): Promise<readonly Omit<Found, 'window'>[]> {
  const rows = await database().revision.findMany({
    where: { deckId, ...(cursor === null ? {} : { createdAt: { lte: new Date(cursor.at) } }) },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 2 * PAGE,
    omit: { text: true },
  });
  const people = await historyPeople(rows.flatMap(({ personId, authors }) => [personId, ...authors]));
  return rows
    .map(({ id, seq, createdAt, reason, name, personId, authors }) => ({
      id,
      at: createdAt.getTime(),
      entry: {
        type: 'revision' as const,
        id,
        seq: Number(seq),
        at: createdAt.toISOString(),
        reason,
        name,
        person: people.get(personId ?? '') ?? null,
        authors: authors.flatMap((author) => people.get(author) ?? []),
      },
    }))
    .filter((each) => isBefore(each, cursor));
}

const ACTS = ['deck.lock', 'deck.unlock', 'deck.putOut', 'deck.letIn'] as const;

async function actsBefore(deckId: string, cursor: HistoryCursor | null): Promise<readonly Omit<Found, 'window'>[]> {
  const rows = await database().auditEntry.findMany({
    where: { deckId, act: { in: [...ACTS] }, ...(cursor === null ? {} : { at: { lte: new Date(cursor.at) } }) },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: 2 * PAGE,
  });
  const people = await historyPeople(rows.flatMap(({ personId, details }) => [personId, personIn(details)]));
  return rows
    .flatMap(({ id, at, act, personId, details }) => {
      const known = ACTS.find((one) => one === act);
      if (known === undefined) return [];
      const person = people.get(personId ?? '') ?? null;
      const about = people.get(personIn(details) ?? '') ?? null;
      return [
        {
          id,
          at: at.getTime(),
          entry: { type: 'act' as const, id, at: at.toISOString(), act: known, person, about },
        },
      ];
    })
    .filter((each) => isBefore(each, cursor));
}

function personIn(details: unknown): string | null {
  if (typeof details !== 'object' || details === null || !('person' in details)) return null;
  return typeof details.person === 'string' ? details.person : null;
}

/** What a page shows is looked at closely: whose it was, and what it did to which sections. */
async function looked(deck: { readonly seriesId: string }, page: readonly Found[]): Promise<readonly HistoryEntry[]> {
  const people = await historyPeople(page.map(({ entry }) => ('span' in entry ? entry.span.personId : null)));
  const known = knownHeadings(await seriesOrder(deck.seriesId, database()));
  const pause = slices();
  const entries: HistoryEntry[] = [];
  const reader = new MomentReader(known);
  for (const { entry } of page) {
    if ('span' in entry) entries.push(editsEntry(entry.trace, entry.span, { people, reader }));
    else entries.push(entry);
    await pause();
  }
  return entries;
}

interface Context {
  readonly people: Awaited<ReturnType<typeof historyPeople>>;
  readonly reader: MomentReader;
}

/** Reads texts that are much alike one after the other: what did not change is not read again. */
class MomentReader {
  readonly #known: KnownHeadings;
  #last: DeckModel | undefined;

  constructor(known: KnownHeadings) {
    this.#known = known;
  }

  read(trace: TraceView, seq: number): ReadMoment {
    this.#last = parseDeck(trace.textAt(seq), this.#last, this.#known);
    return { seq, model: this.#last };
  }
}

function editsEntry(trace: TraceView, span: GoSpan, { people, reader }: Context): EditsEntry {
  const { from, to, personId, startedAt, endedAt } = span;
  const [before, after] = [reader.read(trace, from - 1), reader.read(trace, to)];
  return {
    type: 'edits',
    person: people.get(personId ?? '') ?? null,
    from,
    to,
    startedAt: new Date(startedAt).toISOString(),
    endedAt: new Date(endedAt).toISOString(),
    sections: sectionAmounts(trace.runs, { before, after }, (row) => trace.row(row)?.personId === personId),
  };
}
