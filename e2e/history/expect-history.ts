import { expect } from 'vitest';
import * as Y from 'yjs';
import { applyChanges } from '#lib/deck/edit-text.ts';
import { createDeckDoc, readDeckText } from '#lib/deck/deck-doc.ts';
import { takeBack } from '#lib/history/take-back.ts';
import type { TraceView } from '#lib/history/trace.ts';
import { historyRun, wordsIn, type HistoryRun } from './history-run.ts';

/** What must hold of every history, whatever was done in it. */
export async function expectHistory(seed: number): Promise<void> {
  const run = await historyRun(seed);
  expectEveryMoment(run);
  // Yjs does not say whose a deletion was that somebody else brought along.
  if (run.broughtAlong) return;
  for (const person of run.people) expectTakenBack(run, person, 1 + (run.ticks[run.pick(run.ticks.length)] ?? 0));
}

/** The text at any logged moment equals a replay by Yjs alone. */
function expectEveryMoment({ rows, trace }: HistoryRun): void {
  const doc = createDeckDoc();
  for (const { seq, data } of rows) {
    Y.applyUpdate(doc, data);
    expect(trace.textAt(seq)).toBe(readDeckText(doc));
  }
}

/** Undoing all by somebody leaves every word that others typed exactly once, and none of theirs. */
function expectTakenBack(
  { trace, typed, removed, contested, ownerOf, ...run }: HistoryRun,
  person: string,
  since: number,
): void {
  const now = trace.textAt(trace.head);
  const { changes, left } = takeBack(trace.runs, trace.head, {
    wrote: (client, row) => ownerOf(client) === person && row >= since,
    tookOut: (row) => row >= since && trace.row(row)?.personId === person,
    authorOf: (row) => trace.row(row)?.personId ?? null,
    by: person,
  });
  const [before, after] = [wordsIn(now), wordsIn(applyChanges(now, changes))];
  const earlier = wordsIn(trace.textAt(since - 1));
  for (const [word, by] of typed) {
    const [was, is] = [before.get(word) ?? 0, after.get(word) ?? 0];
    // Two who move the same words at the same time have them twice, whatever is taken back.
    if (!contested.has(word))
      expect(is, `${word} after undoing ${person} since ${since}`).toBeLessThanOrEqual(Math.max(was, 1));
    // Nor is it known whose deletion counts when two took out the same words: they are named instead.
    if (left.some(({ why, words }) => why === 'both' && words.includes(word))) continue;
    // What was typed by others, or there at the moment before, or there now; unless others took it out.
    const wanted = was > 0 || earlier.has(word) || firstRow(trace, word) >= since;
    const others = [...(removed.get(word) ?? [])].some((name) => name !== person);
    const own = by === person && !earlier.has(word);
    if (wanted && !own && !others)
      expect(is, `${word} after undoing ${person} since ${since}`).toBeGreaterThanOrEqual(1);
  }
}

/** The row with which a word came into the log. */
function firstRow({ runs }: TraceView, word: string): number {
  return runs.reduce((row, { text, inserted }) => (text.includes(word) ? Math.min(row, inserted) : row), Infinity);
}
