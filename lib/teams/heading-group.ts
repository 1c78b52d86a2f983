import type { ReportedBy } from '#lib/sections/reported-people.ts';
import { foldHeading } from './fold-heading.ts';
import type { SeenHeading } from './headings-seen.ts';
import { teamNameIn, type TeamName } from './team-words.ts';

/** All that was seen of one heading, or of several that are one team's. */
export interface HeadingGroup {
  /** Folded, the most frequent first. */
  readonly folded: readonly string[];
  /** How each of them reads as a team's name; without a word that says so the kind is empty. */
  readonly names: readonly TeamName[];
  readonly seen: readonly SeenHeading[];
  /** Numbers of the decks that have it. */
  readonly decks: ReadonlySet<number>;
  /** The columns that it begins, by the number of the deck. */
  readonly columns: ReadonlyMap<number, readonly number[]>;
  /** Where it usually stands, from 0 to 1. */
  readonly place: number;
  /** The columns that it stands behind and before. */
  readonly neighbours: ReadonlySet<string>;
}

/** One group for each folded heading. */
export function groupByHeading(seen: readonly SeenHeading[]): readonly HeadingGroup[] {
  return [...Map.groupBy(seen, ({ folded }) => folded).values()].map(groupOf);
}

/** The groups as one. */
export function joined(groups: readonly HeadingGroup[]): HeadingGroup {
  const [only] = groups;
  if (only !== undefined && groups.length === 1) return only;
  return {
    ...groupOf(groups.flatMap(({ seen }) => seen)),
    folded: groups.flatMap(({ folded }) => folded),
    names: groups.flatMap(({ names }) => names),
  };
}

function groupOf(seen: readonly SeenHeading[]): HeadingGroup {
  const own = seen.filter(({ column }) => column !== null);
  const spelling = seen[0]?.spelling ?? '';
  const folded = foldHeading(spelling);
  return {
    folded: [folded],
    names: [teamNameIn(spelling) ?? { kind: '', words: folded.split(' ') }],
    seen,
    decks: new Set(seen.map(({ deck }) => deck)),
    columns: columnsOf(own),
    place: median((own.length > 0 ? own : seen).map(({ place }) => place)),
    neighbours: new Set(own.flatMap(({ before, behind }) => [`before ${before}`, `behind ${behind}`])),
  };
}

function columnsOf(seen: readonly SeenHeading[]): ReadonlyMap<number, readonly number[]> {
  const columns = new Map<number, number[]>();
  for (const { deck, column } of seen) {
    if (column === null) continue;
    const own = columns.get(deck);
    if (own === undefined) columns.set(deck, [column]);
    else own.push(column);
  }
  return columns;
}

function median(places: readonly number[]): number {
  const sorted = places.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 1;
}

/** Whether it begins a column somewhere. */
export function hasColumns({ columns }: HeadingGroup): boolean {
  return columns.size > 0;
}

/** Whether it mostly stands in the other's columns. */
export function isBelow({ seen }: HeadingGroup, { folded }: HeadingGroup): boolean {
  return seen.filter(({ under }) => folded.includes(under ?? '')).length * 2 > seen.length;
}

/** Whether a word in it says that it is a team. */
export function isMarked({ names }: HeadingGroup): boolean {
  return names.some(({ kind }) => kind !== '');
}

/** Whether both begin columns of one deck: then they are two, unless somebody misspelt the same in the column behind. */
export function standApart(one: HeadingGroup, other: HeadingGroup, besideIsOne: boolean): boolean {
  const [fewer, more] = one.columns.size <= other.columns.size ? [one, other] : [other, one];
  for (const [deck, columns] of fewer.columns) {
    const others = more.columns.get(deck);
    if (others === undefined) continue;
    if (!besideIsOne || !columns.some((column) => others.some((each) => Math.abs(each - column) === 1))) return true;
  }
  return false;
}

/** Whether one took the other's place: no deck of one lies between those of the other. */
export function follow(one: HeadingGroup, other: HeadingGroup): boolean {
  const [left, right] = [[...one.decks], [...other.decks]];
  return Math.max(...left) < Math.min(...right) || Math.max(...right) < Math.min(...left);
}

/** Whether both stand behind the same column somewhere, or before the same. */
export function shareSlot(one: HeadingGroup, other: HeadingGroup): boolean {
  for (const neighbour of one.neighbours) if (other.neighbours.has(neighbour)) return true;
  return false;
}

/** Whether somebody reported for both. */
export function shareReporters(one: HeadingGroup, other: HeadingGroup): boolean {
  const people = new Set(one.seen.flatMap((seen) => seen.people.flatMap(keysOf)));
  return other.seen.some((seen) => seen.people.some((person) => keysOf(person).some((key) => people.has(key))));
}

function keysOf({ handle, name }: ReportedBy): readonly string[] {
  return [`@${handle}`, `${name}`].filter((key) => !key.endsWith('null')).map((key) => key.toLowerCase());
}
