import type { EditsEntry, HistoryEntry, HistoryPerson } from './history-views.ts';

/** One person's part in a stretch of history. */
export interface Share {
  readonly person: HistoryPerson;
  /** How often they wrote in one go. */
  readonly edits: number;
  /** Words. */
  readonly added: number;
  readonly removed: number;
  /** Number of the first row that they wrote there, and when. */
  readonly since: number;
  readonly sinceAt: string;
  readonly lastAt: string;
}

/** Who wrote in these entries, and how much: whoever wrote last comes first. */
export function whoWrote(entries: readonly HistoryEntry[]): readonly Share[] {
  const shares = new Map<string, Share>();
  for (const entry of entries) {
    if (entry.type !== 'edits' || entry.person === null) continue;
    shares.set(entry.person.id, withEntry(shares.get(entry.person.id), entry, entry.person));
  }
  return [...shares.values()].toSorted((one, other) => (one.lastAt < other.lastAt ? 1 : -1));
}

function withEntry(share: Share | undefined, entry: EditsEntry, person: HistoryPerson): Share {
  const { added, removed } = amountOf(entry);
  const { from, startedAt, endedAt } = entry;
  if (share === undefined)
    return { person, edits: 1, added, removed, since: from, sinceAt: startedAt, lastAt: endedAt };
  const earlier = from < share.since;
  return {
    person,
    edits: share.edits + 1,
    added: share.added + added,
    removed: share.removed + removed,
    since: earlier ? from : share.since,
    sinceAt: earlier ? startedAt : share.sinceAt,
    lastAt: endedAt > share.lastAt ? endedAt : share.lastAt,
  };
}

/** How many words were added and taken out in one go, in all sections together. */
export function amountOf({ sections }: EditsEntry): { readonly added: number; readonly removed: number } {
  return {
    added: sections.reduce((sum, { added }) => sum + added, 0),
    removed: sections.reduce((sum, { removed }) => sum + removed, 0),
  };
}
