import type { ReportedBy } from '#lib/sections/reported-people.ts';
import { foldHeading } from './fold-heading.ts';
import type { HeadingGroup } from './heading-group.ts';
import type { SeenHeading } from './headings-seen.ts';
import { saysMoreThanName, teamNameIn } from './team-words.ts';

/** Somebody who reported, and in how many decks. */
export interface LearnedReporter extends ReportedBy {
  readonly decks: number;
  /** Day of the last of them. */
  readonly last: string;
}

/** A team or a topic, with the evidence. Days are `2024-12-12`. */
export interface LearnedHeading {
  /** The spelling that it has had of late. */
  readonly name: string;
  /** Most frequent first. */
  readonly spellings: readonly {
    readonly spelling: string;
    readonly folded: string;
    readonly decks: number;
    readonly last: string;
  }[];
  /** In how many decks it has slides of its own. */
  readonly decks: number;
  readonly first: string;
  readonly last: string;
  /** Where it usually stands, from 0 to 1. */
  readonly position: number;
  /** Most frequent first. */
  readonly reporters: readonly LearnedReporter[];
  /** False where a person should look before it is taken. */
  readonly certain: boolean;
}

/** What a group of headings teaches. */
export function learnedHeading({ seen, decks, place }: HeadingGroup, certain: boolean): LearnedHeading {
  const days = seen.map(({ date }) => date).toSorted(byText);
  return {
    name: nameOf(seen, decks),
    spellings: spellingsOf(seen),
    decks: decks.size,
    first: days[0] ?? '',
    last: days.at(-1) ?? '',
    position: place,
    reporters: reportersOf(seen),
    certain,
  };
}

/** So many decks later a spelling counts half: a new name wins when it was used three times, a slip never. */
const HALF = 3;
/** A slide below a heading may say less or more than the team's name, and so does "News from Team Docs". */
const BESIDES = 0.1;
/** "Docs" of a team that is called "SIG Docs" else, or "Taem Docs". */
const UNMARKED = 0.5;

function nameOf(seen: readonly SeenHeading[], decks: ReadonlySet<number>): string {
  const newest = [...decks].toSorted((one, other) => other - one);
  const ages = new Map(newest.map((deck, age) => [deck, age]));
  const isMarked = seen.some(({ spelling }) => teamNameIn(spelling) !== null);
  const weight = ({ deck, column, spelling }: SeenHeading): number => {
    const recent = 0.5 ** ((ages.get(deck) ?? 0) / HALF);
    if (column === null || (isMarked && saysMoreThanName(spelling))) return recent * BESIDES;
    return isMarked && teamNameIn(spelling) === null ? recent * UNMARKED : recent;
  };
  const folded = heaviest(seen, ({ folded: form }) => form, weight);
  return heaviest(
    seen.filter((each) => each.folded === folded),
    ({ spelling }) => spelling,
    weight,
  );
}

function heaviest(
  seen: readonly SeenHeading[],
  keyOf: (seen: SeenHeading) => string,
  weight: (seen: SeenHeading) => number,
): string {
  const weights = [...Map.groupBy(seen, keyOf)].map(([key, uses]): readonly [string, number] => {
    const byDeck = new Map<number, number>();
    for (const use of uses) byDeck.set(use.deck, Math.max(byDeck.get(use.deck) ?? 0, weight(use)));
    return [key, [...byDeck.values()].reduce((sum, each) => sum + each, 0)];
  });
  return weights.toSorted((one, other) => other[1] - one[1] || byText(one[0], other[0]))[0]?.[0] ?? '';
}

function spellingsOf(seen: readonly SeenHeading[]): LearnedHeading['spellings'] {
  return [...Map.groupBy(seen, ({ spelling }) => spelling)]
    .map(([spelling, uses]) => ({ spelling, folded: foldHeading(spelling), ...usesOf(uses) }))
    .toSorted((one, other) => mostFirst(one, other) || byText(one.spelling, other.spelling));
}

interface Use {
  readonly deck: number;
  readonly date: string;
}

function usesOf(uses: readonly Use[]): { readonly decks: number; readonly last: string } {
  const last = uses.reduce((latest, { date }) => (date > latest ? date : latest), '');
  return { decks: new Set(uses.map(({ deck }) => deck)).size, last };
}

function reportersOf(seen: readonly SeenHeading[]): readonly LearnedReporter[] {
  const named = seen.flatMap(({ people, date, deck }) => people.map((person) => ({ ...person, date, deck })));
  // Who is once named with a handle is known by it where only the name stands.
  const handles = new Map(
    named.flatMap(({ name, handle }) => (name === null || handle === null ? [] : [[name.toLowerCase(), handle]])),
  );
  const keyOf = ({ handle, name }: ReportedBy): string => {
    const known = handle ?? handles.get(name?.toLowerCase() ?? '');
    return (known === undefined ? `name ${name}` : `@${known}`).toLowerCase();
  };
  return [...Map.groupBy(named, keyOf).values()]
    .map((uses) => ({
      handle: uses.findLast(({ handle }) => handle !== null)?.handle ?? null,
      name: uses.findLast(({ name }) => name !== null)?.name ?? null,
      ...usesOf(uses),
    }))
    .toSorted((one, other) => mostFirst(one, other) || byText(one.handle ?? '', other.handle ?? ''));
}

type Counted = Pick<LearnedReporter, 'decks' | 'last'>;

function mostFirst(one: Counted, other: Counted): number {
  return other.decks - one.decks || byText(other.last, one.last);
}

function byText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
