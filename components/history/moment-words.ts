import type { HistoryEntry, HistoryPerson, RevisionEntry } from '#lib/history/history-views.ts';
import { messages } from '#lib/messages/en.ts';

const words = messages.history.timeline;

/** A moment that can be chosen, and what it is called. */
export interface NamedMoment {
  readonly seq: number;
  readonly title: string;
  readonly at: string;
}

/** What a person is called in history, who may be unknown. */
export function nameOf(person: Pick<HistoryPerson, 'name'> | null): string {
  return person?.name ?? messages.history.people.program;
}

/** What a revision is called: the name that it was given, else what happened then. */
export function revisionTitle({ name, reason }: RevisionEntry): string {
  if (name === null || !(reason === 'named' || reason === 'restored' || reason === 'undone'))
    return words.reasons[reason];
  return words[reason](name);
}

/** The moment that choosing an entry of the timeline means; null where it is none. */
export function momentOf(entry: HistoryEntry): NamedMoment | null {
  if (entry.type === 'act') return null;
  if (entry.type === 'revision') return { seq: entry.seq, title: revisionTitle(entry), at: entry.at };
  return { seq: entry.from - 1, title: words.before(nameOf(entry.person)), at: entry.startedAt };
}

/** Everything that a moment can be compared with, newest first. */
export function comparable(entries: readonly HistoryEntry[]): readonly NamedMoment[] {
  const seen = new Set<number>();
  return entries
    .flatMap((entry) => {
      const moment = momentOf(entry);
      if (moment === null) return [];
      if (entry.type !== 'edits') return [moment];
      return [{ seq: entry.to, title: words.after(nameOf(entry.person)), at: entry.endedAt }, moment];
    })
    .filter(({ seq }) => !seen.has(seq) && seen.add(seq));
}

/** Goes by this in lists. */
export function keyOf(entry: HistoryEntry): string {
  return entry.type === 'edits' ? `edits ${entry.from} ${entry.person?.id ?? ''}` : entry.id;
}

/** When an entry stands in the timeline. */
export function timeOf(entry: HistoryEntry): string {
  return entry.type === 'edits' ? entry.endedAt : entry.at;
}
