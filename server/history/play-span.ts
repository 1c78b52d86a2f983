import { Refusal } from '#lib/errors.ts';
import type { PlayStep, PlayView } from '#lib/history/history-views.ts';
import { changesBetween, stepRows, type StepRows } from '#lib/history/play-steps.ts';
import type { TraceView } from '#lib/history/trace.ts';
import type { Visitor } from '#lib/visitor.ts';
import { flushDeck } from '#server/decks/flush-deck.ts';
import { historyPeople } from './history-people.ts';
import { requireHistory } from './require-history.ts';
import { openTrace, slices } from './traces.ts';

/** How a deck's text came from one moment to another, in at most 200 steps. For who may look back. */
export async function playSpan(visitor: Visitor, deckId: string, from: number, to: number): Promise<PlayView> {
  await requireHistory(visitor, deckId);
  if (!Number.isSafeInteger(from) || !Number.isSafeInteger(to) || from < 0 || from >= to)
    throw new Refusal('invalid', 'There is nothing to play between these moments.');
  await flushDeck(deckId);
  const { trace } = await openTrace(deckId, { from });
  if (from < trace.base || to > trace.head)
    throw new Refusal('not-found', 'What was written then is older than what is kept.');
  const rows = trace.rowsBetween(from, to);
  const people = [...(await historyPeople(rows.map(({ personId }) => personId))).values()];
  const places = new Map(people.map(({ id }, index) => [id, index]));
  const pause = slices();
  const steps: PlayStep[] = [];
  for (const step of stepRows(rows)) {
    steps.push(stepOf(trace, step, places));
    await pause();
  }
  return { start: trace.textAt(from), steps, people };
}

function stepOf(trace: TraceView, step: StepRows, places: ReadonlyMap<string, number>): PlayStep {
  const facts = trace.rowsBetween(step.from, step.to);
  const authors = new Set(facts.map(({ personId }) => personId));
  const [only = null] = authors.size === 1 ? authors : [];
  return {
    seq: step.to,
    at: new Date(facts.at(-1)?.at ?? 0).toISOString(),
    person: only === null ? null : (places.get(only) ?? null),
    changes: changesBetween(trace.runs, step),
  };
}
