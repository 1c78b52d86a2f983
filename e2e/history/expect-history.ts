import { expect } from 'vitest';
import * as Y from 'yjs';
import { applyChanges } from '#lib/deck/edit-text.ts';
import { createDeckDoc, readDeckText } from '#lib/deck/deck-doc.ts';
import { matchPieces, sectionPieces } from '#lib/history/pieces.ts';
import { restoredText } from '#lib/history/restore-part.ts';
import { takeBack } from '#lib/history/take-back.ts';
import type { TraceView } from '#lib/history/trace.ts';
import type { DeckModel } from '#lib/slides/deck-model.ts';
import { parseDeck } from '#lib/slides/parse-deck.ts';
import { historyRun, wordsIn, type HistoryRun } from './history-run.ts';

/** What must hold of every history, whatever was done in it. */
export async function expectHistory(seed: number): Promise<void> {
  const run = await historyRun(seed);
  expectEveryMoment(run);
  expectRestored(run);
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
function expectTakenBack(run: HistoryRun, person: string, since: number): void {
  const { trace, ownerOf } = run;
  const now = trace.textAt(trace.head);
  const { changes, left } = takeBack(trace.runs, trace.head, {
    wrote: (client, row) => ownerOf(client) === person && row >= since,
    tookOut: (row) => row >= since && trace.row(row)?.personId === person,
    authorOf: (row) => trace.row(row)?.personId ?? null,
    by: person,
  });
  const [before, after] = [wordsIn(now), wordsIn(applyChanges(now, changes))];
  for (const word of run.typed.keys()) {
    const [was, is] = [before.get(word) ?? 0, after.get(word) ?? 0];
    // Two who move the same words at the same time have them twice, whatever is taken back.
    if (!run.contested.has(word))
      expect(is, `${word} after undoing ${person} since ${since}`).toBeLessThanOrEqual(Math.max(was, 1));
    // Nor is it known whose deletion counts when two took out the same words: they are named instead.
    const named = left.some(({ why, words }) => why === 'both' && words.includes(word));
    if (!named && isWanted(run, { word, person, since, was }))
      expect(is, `${word} after undoing ${person} since ${since}`).toBeGreaterThanOrEqual(1);
  }
}

interface Asked {
  readonly word: string;
  readonly person: string;
  readonly since: number;
  readonly was: number;
}

/** What others typed, or was there at the moment before, or is there now; unless others took it out. */
function isWanted({ trace, typed, removed }: HistoryRun, { word, person, since, was }: Asked): boolean {
  const earlier = trace.textAt(since - 1).includes(word);
  if (typed.get(word) === person && !earlier) return false;
  if ([...(removed.get(word) ?? [])].some((name) => name !== person)) return false;
  return was > 0 || earlier || firstRow(trace, word) >= since;
}

/** The row with which a word came into the log. */
function firstRow({ runs }: TraceView, word: string): number {
  return runs.reduce((row, { text, inserted }) => (text.includes(word) ? Math.min(row, inserted) : row), Infinity);
}

/** Restoring any section of any moment gives exactly its old text, and leaves the others byte for byte. */
function expectRestored({ trace, pick }: HistoryRun): void {
  const old = parseDeck(trace.textAt(1 + pick(trace.head)));
  const now = parseDeck(trace.textAt(trace.head));
  const matches = matchPieces(
    { text: old.text, pieces: sectionPieces(old) },
    { text: now.text, pieces: sectionPieces(now) },
  );
  for (const [index, text] of bodiesOf(old).entries()) {
    if (!isOneOfItsName(old.sections[index]?.title ?? '', [old, now])) continue;
    const after = bodiesOf(parseDeck(restoredText(old, now, { section: index })));
    expect(after).toContain(text);
    const others = bodiesOf(now).filter((_, at) => at !== matches[index] && now.sections[at]?.title !== '');
    expect(after).toEqual(expect.arrayContaining([...others]));
  }
}

/** What has no heading, or that of its neighbour, is part of whatever stands before it. */
function isOneOfItsName(title: string, models: readonly DeckModel[]): boolean {
  const named = (model: DeckModel): number =>
    model.slides.filter(({ headings }) => headings.some(({ text }) => text === title)).length;
  return title !== '' && models.every((model) => named(model) <= 1);
}

/** What its sections say, without separators and the empty lines around them. */
function bodiesOf({ text, sections, slides }: DeckModel): readonly string[] {
  return sections.map(({ range, fromSlide }) =>
    text.slice(slides[fromSlide]?.body.from ?? range.from, range.to).trim(),
  );
}
