import type { BlameView } from '#lib/history/history-views.ts';
import { isThere, type Run, type TraceView } from '#lib/history/trace.ts';
import type { Visitor } from '#lib/visitor.ts';
import { database } from '#server/database/client.ts';
import { flushDeck } from '#server/decks/flush-deck.ts';
import { PostgresStore } from '#server/store/postgres-store.ts';
import { historyPeople } from './history-people.ts';
import { requireHistory } from './require-history.ts';
import { SNAPSHOT_WINDOW } from '#server/store/store.ts';
import { openTrace } from './traces.ts';

/** What is older shows who wrote it, and not when. */
const ROWS_WITH_TIME = 4 * SNAPSHOT_WINDOW;

/** Who wrote which characters of a deck as it stands now. For who may look back. */
export async function readBlame(visitor: Visitor, deckId: string): Promise<BlameView> {
  await requireHistory(visitor, deckId);
  await flushDeck(deckId);
  const newest = await openTrace(deckId, { from: Infinity });
  const from = Math.max(newest.bounds.oldest, newest.trace.head - ROWS_WITH_TIME);
  const { trace } = from < newest.trace.base ? await openTrace(deckId, { from }) : newest;
  const owners = await new PostgresStore(database).owners(deckId);
  const ownerOf = new Map(owners.map(({ clientId, personId }) => [clientId, personId]));
  const written = joinedRuns(trace, (run) => ownerOf.get(run.client) ?? trace.row(run.inserted)?.personId ?? null);
  const people = [...(await historyPeople(written.map(({ personId }) => personId))).values()];
  const places = new Map(people.map(({ id }, index) => [id, index]));
  return {
    people,
    runs: written.map(({ client, clock, length, personId, seconds }) => [
      client,
      clock,
      length,
      places.get(personId ?? '') ?? -1,
      seconds,
    ]),
  };
}

interface WrittenRun {
  readonly client: number;
  readonly clock: number;
  readonly length: number;
  readonly personId: string | null;
  readonly seconds: number;
}

/** What one client wrote within a minute, one character behind the other, is one run. */
function joinedRuns(trace: TraceView, authorOf: (run: Run) => string | null): readonly WrittenRun[] {
  const runs: WrittenRun[] = [];
  for (const run of trace.runs) {
    if (!isThere(run, trace.head)) continue;
    const { client, clock, text } = run;
    const seconds = Math.floor((trace.row(run.inserted)?.at ?? 0) / 60_000) * 60;
    const last = runs.at(-1);
    const goesOn = last?.client === client && last.clock + last.length === clock && last.seconds === seconds;
    if (goesOn) runs[runs.length - 1] = { ...last, length: last.length + text.length };
    else runs.push({ client, clock, length: text.length, personId: authorOf(run), seconds });
  }
  return runs;
}
