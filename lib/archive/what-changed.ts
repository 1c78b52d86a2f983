import { foldHeading } from '#lib/teams/fold-heading.ts';

/** One thing that a report says, or said the last time. */
export interface Statement {
  readonly kind: 'new' | 'changed' | 'repeated' | 'dropped';
  readonly text: string;
  /** What it said before, of one that changed. */
  readonly before: string | null;
}

/** A team's report held against an earlier one of its own: what it says in its order, then what it no longer says. */
export type WhatChanged = readonly Statement[];

export type ChangeCounts = Readonly<Record<Statement['kind'], number>>;

/** Two statements share at least so much of their words to be one that changed: half. */
const ALIKE = 0.5;
/** A report of more lines is no report; the rest counts as new or dropped. Bounds the pairs that are compared. */
const MOST_COMPARED = 300;
/** Words of one statement that are looked at. */
const MOST_WORDS = 80;

interface Line {
  readonly text: string;
  readonly folded: string;
  readonly words: ReadonlySet<string>;
}

/**
 * Holds what a section says against what it said before, a statement a line (as lib/record/search-text gives a slide's words). Lines that
 * say the same but for case, accents, punctuation and place are repeated; of the rest, those that share half of their words are one that
 * changed. Lines without a letter or digit say nothing. O(n·m) for at most 300 lines each.
 */
export function whatChanged(before: string, now: string): WhatChanged {
  const old = linesOf(before);
  const unmatched = new Map<string, Line[]>();
  for (const line of old) unmatched.set(line.folded, [...(unmatched.get(line.folded) ?? []), line]);
  const lines = linesOf(now).map((line) => ({ line, same: unmatched.get(line.folded)?.shift() }));
  const taken = new Set(lines.flatMap(({ same }) => (same === undefined ? [] : [same])));
  const rest = old.filter((line) => !taken.has(line));
  const pairs = alikePairs(
    rest,
    lines.flatMap(({ line, same }) => (same === undefined ? [line] : [])),
  );
  const said = lines.map(({ line, same }): Statement => {
    const earlier = pairs.get(line);
    if (same !== undefined) return { kind: 'repeated', text: line.text, before: null };
    if (earlier !== undefined) return { kind: 'changed', text: line.text, before: earlier.text };
    return { kind: 'new', text: line.text, before: null };
  });
  const found = new Set(pairs.values());
  const dropped = rest.filter((line) => !found.has(line));
  return [...said, ...dropped.map(({ text }) => ({ kind: 'dropped', text, before: null }) as const)];
}

/** How many statements of each kind. */
export function changeCounts(changed: WhatChanged): ChangeCounts {
  const counts = { new: 0, changed: 0, repeated: 0, dropped: 0 };
  for (const { kind } of changed) counts[kind] += 1;
  return counts;
}

function linesOf(text: string): readonly Line[] {
  return text
    .split('\n')
    .map((line) => ({ text: line.trim(), folded: foldHeading(line) }))
    .filter(({ folded }) => folded !== '')
    .map((line) => ({ ...line, words: new Set(line.folded.split(' ').slice(0, MOST_WORDS)) }));
}

/** For lines of now the one of before that shares most of its words; the most alike find each other first. */
function alikePairs(before: readonly Line[], now: readonly Line[]): ReadonlyMap<Line, Line> {
  const candidates = now.slice(0, MOST_COMPARED).flatMap((line, place) =>
    before
      .slice(0, MOST_COMPARED)
      .map((earlier, old) => ({ line, earlier, share: sharedWords(line.words, earlier.words), place, old }))
      .filter(({ share }) => share >= ALIKE),
  );
  const pairs = new Map<Line, Line>();
  const found = new Set<Line>();
  for (const { line, earlier } of candidates.toSorted(
    (a, b) => b.share - a.share || a.place - b.place || a.old - b.old,
  )) {
    if (pairs.has(line) || found.has(earlier)) continue;
    pairs.set(line, earlier);
    found.add(earlier);
  }
  return pairs;
}

/** From 0 (none) to 1 (all): twice the words in common over the words of both. */
function sharedWords(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  return (2 * one.intersection(other).size) / (one.size + other.size);
}
