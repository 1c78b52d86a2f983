import { applyChanges, textChanges, type TextChange } from '#lib/deck/edit-text.ts';
import { Refusal } from '#lib/errors.ts';
import type { HistoryChange, Undecided } from '#lib/history/history-views.ts';
import { restoredText } from '#lib/history/restore-part.ts';
import { takeBack, type LeftWords, type Taken } from '#lib/history/take-back.ts';
import type { TraceView } from '#lib/history/trace.ts';
import { whyOwn } from '#lib/sections/own-section.ts';
import { knownHeadings } from '#lib/sections/known-headings.ts';
import { holdsSlide } from '#lib/slides/holds-slide.ts';
import { parseDeck } from '#lib/slides/parse-deck.ts';
import { foldHeading } from '#lib/teams/fold-heading.ts';
import type { VisitorPerson } from '#lib/visitor.ts';
import { database } from '#server/database/client.ts';
import { storedOrder, type StoredOrder } from '#server/sections/stored-order.ts';
import { PostgresStore } from '#server/store/postgres-store.ts';
import { historyPeople } from './history-people.ts';
import { oldText } from './old-text.ts';
import type { HistoryDeck } from './require-history.ts';
import { openTrace } from './traces.ts';

/** What a change from history does to the text of a moment. */
export interface PlannedChange {
  /** The newest moment, on which it is made. */
  readonly head: number;
  readonly before: string;
  /** In order, by offsets of `before`. */
  readonly changes: readonly TextChange[];
  readonly after: string;
  readonly undecided: readonly Undecided[];
  /** What it is about: a section's title, or somebody's name; null for the whole deck. */
  readonly about: string | null;
}

type Changer = HistoryDeck & { readonly author: VisitorPerson };

/** Finds out what a change does. Refuses what this person may not do, and moments that are not kept. */
export async function planChange(found: Changer, change: HistoryChange): Promise<PlannedChange> {
  const from = change.type === 'restore' ? Infinity : (change.type === 'undo' ? change.since : change.from) - 1;
  const { trace } = await openTrace(found.deck.id, { from });
  return change.type === 'restore' ? planRestore(found, change, trace) : planTakingBack(found, change, trace);
}

async function planRestore(
  found: Changer,
  { at, part }: Extract<HistoryChange, { type: 'restore' }>,
  trace: TraceView,
): Promise<PlannedChange> {
  const { deck, host } = found;
  const order = await storedOrder({ deckId: deck.id, seriesId: deck.seriesId }, database());
  const known = knownHeadings(order);
  const before = trace.textAt(trace.head);
  const old = parseDeck((await oldText(deck.id, at)).text, undefined, known);
  const title = titleOf(old, part);
  if (!host && (part === 'deck' || !isOwnSection(title, order, found.author.id)))
    throw new Refusal('not-allowed', 'You restore sections that you report; hosts restore everything.');
  const after = restoredOrRefuse(old, parseDeck(before, undefined, known), part);
  return {
    head: trace.head,
    before,
    changes: textChanges(before, after),
    after,
    undecided: [],
    about: part === 'deck' ? null : title,
  };
}

function restoredOrRefuse(...parameters: Parameters<typeof restoredText>): string {
  try {
    return restoredText(...parameters);
  } catch (error) {
    if (error instanceof RangeError) throw new Refusal('not-found', 'The deck had no such part at that moment.');
    throw error;
  }
}

type Part = Extract<HistoryChange, { type: 'restore' }>['part'];

function titleOf({ sections }: ReturnType<typeof parseDeck>, part: Part): string {
  if (part === 'deck') return '';
  const section = 'section' in part ? sections[part.section] : sections.find((each) => holdsSlide(each, part.slide));
  return section?.title ?? '';
}

/** Whether somebody reports the section of this title, stands in for it, or is in its team; also when its text is gone. */
export function isOwnSection(title: string, order: StoredOrder, personId: string): boolean {
  const { teamOf } = knownHeadings(order);
  const folded = foldHeading(title);
  const team = order.teams.find(({ id }) => id === teamOf(title)) ?? null;
  const rows = order.sections.filter(
    (row) => foldHeading(row.title) === folded || (team !== null && (row.team ?? teamOf(row.title)) === team.id),
  );
  const place = { team, section: { title, key: '', team: null, fromSlide: 0, toSlide: 0, range: { from: 0, to: 0 } } };
  return (
    title !== '' && (rows.length === 0 ? [null] : rows).some((row) => whyOwn({ ...place, row }, personId) !== null)
  );
}

async function planTakingBack(
  found: Changer,
  change: Exclude<HistoryChange, { type: 'restore' }>,
  trace: TraceView,
): Promise<PlannedChange> {
  const deckId = found.deck.id;
  const first = change.type === 'undo' ? change.since : change.from;
  if (first <= trace.base || first > trace.head)
    throw new Refusal('not-found', 'What was written then is older than what is kept.');
  const by = change.type === 'undo' ? change.personId : (trace.row(change.from)?.personId ?? null);
  await requireRightToTakeBack(found, change, by);
  const taken = await takenBy(deckId, trace, { change, by });
  const before = trace.textAt(trace.head);
  const { changes, left } = takeBack(trace.runs, trace.head, taken);
  const after = applyChanges(before, changes);
  const people = await historyPeople([by]);
  return {
    head: trace.head,
    before,
    changes,
    after,
    undecided: await undecidedOf(left, before, taken),
    about: people.get(by ?? '')?.name ?? null,
  };
}

/** Everybody takes back what they did themselves, hosts what anybody did, and whoever writes a deletion that everybody was told of. */
async function requireRightToTakeBack(
  { deck, host, author }: Changer,
  change: Exclude<HistoryChange, { type: 'restore' }>,
  by: string | null,
): Promise<void> {
  if (host || by === author.id) return;
  if (change.type === 'takeBack' && change.from === change.to) {
    const told = await database().revision.count({
      where: { deckId: deck.id, reason: 'deletion', seq: BigInt(change.from - 1) },
    });
    if (told > 0) return;
  }
  throw new Refusal('not-allowed', 'You take back what you wrote yourself; hosts what anybody wrote.');
}

async function takenBy(
  deckId: string,
  trace: TraceView,
  { change, by }: { readonly change: Exclude<HistoryChange, { type: 'restore' }>; readonly by: string | null },
): Promise<Taken> {
  const [from, to] = change.type === 'undo' ? [change.since, trace.head] : [change.from, change.to];
  const owners = new Map(
    (await new PostgresStore(database).owners(deckId)).map(({ clientId, personId }) => [clientId, personId]),
  );
  const authorOf = (row: number): string | null => trace.row(row)?.personId ?? null;
  const inSpan = (row: number): boolean => from <= row && row <= to;
  return {
    // Words are whose client wrote them, whoever brought them here.
    wrote: (client, row) => inSpan(row) && (owners.get(client) ?? authorOf(row)) === by,
    tookOut: (row) => inSpan(row) && authorOf(row) === by,
    authorOf,
    by,
  };
}

async function undecidedOf(
  left: readonly LeftWords[],
  text: string,
  { authorOf }: Taken,
): Promise<readonly Undecided[]> {
  if (left.length === 0) return [];
  const people = await historyPeople(left.map(({ row }) => authorOf(row)));
  const model = parseDeck(text);
  return left.slice(0, MOST_UNDECIDED).map(({ why, words, at, row }) => ({
    why,
    words: words.slice(0, 300),
    person: people.get(authorOf(row) ?? '') ?? null,
    section: model.sections.findLast(({ range }) => range.from <= at)?.title ?? '',
  }));
}

/** More are no list that somebody reads. */
const MOST_UNDECIDED = 100;
