import type { DeckModel, Section, SourceRange } from '#lib/slides/deck-model.ts';
import { foldHeading } from '#lib/teams/fold-heading.ts';
import { sharedText, type WordHashes } from './word-hashes.ts';

/** What is remembered of a section to find it again. */
export interface RememberedSection {
  readonly title: string;
  /** Its place among the sections, from 0. */
  readonly position: number;
  /** Id of its team, by its heading of then. */
  readonly team: string | null;
  /** Offset of the letter that it was anchored at, while that lives; null when it was deleted. */
  readonly offset: number | null;
  /** Where that letter stood, when it was deleted. */
  readonly stood: number | null;
  /** Hashes of its words; null where only the server knows them. */
  readonly words: WordHashes | null;
}

export interface SectionsToMatch {
  readonly model: DeckModel;
  readonly remembered: readonly RememberedSection[];
  /** Hashes of the words of a section of the text; without them text does not count. */
  readonly wordsOf?: ((section: Section) => WordHashes) | undefined;
  /** The line of a section's heading; without it, where a deleted letter stood does not count. */
  readonly headingOf?: ((section: Section) => SourceRange) | undefined;
}

// The heading's own letter outweighs a title that others may have as well; a text that is nowhere else outweighs both.
const BY_ANCHOR = 4;
const BY_TITLE = 3;
const BY_TEAM = 2;
const BY_TEXT = 8;
// Of two that have grown together the one that comes first gave it its name.
const BY_OPENING = 1;
const OPENING = 6;
const BY_STAND = 2.6;
// Where the letter stood, a title, a team and a little of its text, or a third of its text.
const ENOUGH = 2.5;
const BY_PLACE = 0.001;

/**
 * Which remembered section each section of the text is: its number in `remembered`, or null for one that is new. The anchor counts,
 * and where it died (the heading was typed anew, or all was cut and pasted elsewhere) title, team and text. Each is found once.
 */
export function matchSections({ model, remembered, wordsOf, headingOf }: SectionsToMatch): readonly (number | null)[] {
  const { sections } = model;
  const anchored = remembered.map(({ offset }) => (offset === null ? -1 : sectionWith(sections, offset)));
  const found = untouched(sections, remembered, { anchored, wordsOf });
  const left = new Set(remembered.keys());
  for (const row of found) if (row !== null) left.delete(row);
  if (left.size === 0) return found;
  const open = sections.flatMap((section, index) =>
    found[index] === null ? [describe(section, index, { wordsOf, headingOf })] : [],
  );
  for (const { section, row } of pairs(open, left, { remembered, anchored })) {
    if (found[section] !== null || !left.has(row)) continue;
    found[section] = row;
    left.delete(row);
  }
  return found;
}

/** Those that stand where they stood, under their heading, alone: nearly all, at nearly every key that is pressed. */
function untouched(
  sections: readonly Section[],
  remembered: readonly RememberedSection[],
  { anchored, wordsOf }: { readonly anchored: readonly number[]; readonly wordsOf: SectionsToMatch['wordsOf'] },
): (number | null)[] {
  const found: (number | null)[] = sections.map(() => null);
  for (const [section, rows] of groupBy(anchored)) {
    const [only] = rows;
    const [row, here] = [remembered[only ?? -1], sections[section]];
    if (only === undefined || row === undefined || here === undefined || rows.length > 1) continue;
    if (row.title === here.title && !lostItsWords(row, wordsOf?.(here))) found[section] = only;
  }
  return found;
}

/** Somebody typed a heading anew while somebody else took the section away: then it is only the heading that stands here. */
function lostItsWords({ words }: RememberedSection, here: WordHashes | undefined): boolean {
  return words !== null && words.length > 0 && here !== undefined && sharedText(words, here) === 0;
}

interface OpenSection {
  readonly index: number;
  readonly folded: string;
  readonly team: string | null;
  readonly words: WordHashes | null;
  readonly heading: SourceRange | null;
}

function describe(
  section: Section,
  index: number,
  { wordsOf, headingOf }: Pick<SectionsToMatch, 'wordsOf' | 'headingOf'>,
): OpenSection {
  const { title, team } = section;
  return {
    index,
    folded: foldHeading(title),
    team,
    words: wordsOf?.(section) ?? null,
    heading: headingOf?.(section) ?? null,
  };
}

interface Remembered {
  readonly remembered: readonly RememberedSection[];
  readonly anchored: readonly number[];
}

/** All pairs that say enough for each other, the best first. */
function pairs(
  open: readonly OpenSection[],
  left: ReadonlySet<number>,
  { remembered, anchored }: Remembered,
): readonly { readonly section: number; readonly row: number }[] {
  const all: { section: number; row: number; score: number }[] = [];
  for (const row of left) {
    const known = remembered[row];
    if (known === undefined) continue;
    const folded = foldHeading(known.title);
    for (const section of open) {
      const score = scoreOf(section, { ...known, folded, anchored: anchored[row] === section.index });
      if (score >= ENOUGH) all.push({ section: section.index, row, score });
    }
  }
  return all.toSorted((a, b) => b.score - a.score);
}

interface Candidate extends RememberedSection {
  readonly folded: string;
  readonly anchored: boolean;
}

function scoreOf(section: OpenSection, row: Candidate): number {
  const anchor = row.anchored ? BY_ANCHOR : stoodThere(section, row) ? BY_STAND : 0;
  return (
    anchor +
    nameScore(section, row) +
    textScore(section, row) -
    BY_PLACE * Math.min(Math.abs(section.index - row.position), 100)
  );
}

/** A heading whose first letter was typed anew has its anchor's grave in its line; one that was cut out whole has not. */
function stoodThere({ heading }: OpenSection, { stood }: Candidate): boolean {
  return heading !== null && stood !== null && heading.from < stood && stood <= heading.to;
}

function textScore({ words: here }: OpenSection, { words: then }: Candidate): number {
  if (here === null || then === null) return 0;
  return BY_TEXT * sharedText(here, then) + BY_OPENING * sharedText(here.slice(0, OPENING), then);
}

function nameScore(section: OpenSection, row: Candidate): number {
  if (section.folded === row.folded) return BY_TITLE;
  return section.team !== null && section.team === row.team ? BY_TEAM : 0;
}

/** Number of the section that an offset stands in; the first for what stands above it. */
function sectionWith(sections: readonly Section[], offset: number): number {
  let low = 0;
  let high = sections.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((sections[middle]?.range.from ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function groupBy(anchored: readonly number[]): ReadonlyMap<number, readonly number[]> {
  const groups = new Map<number, number[]>();
  for (const [row, section] of anchored.entries()) {
    if (section === -1) continue;
    const group = groups.get(section);
    if (group === undefined) groups.set(section, [row]);
    else group.push(row);
  }
  return groups;
}
