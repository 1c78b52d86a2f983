import type { ReportedBy } from '#lib/sections/report-line.ts';
import { foldHeading } from './fold-heading.ts';
import { headingsOf as seenIn, type LearnableDeck, type SeenHeading } from './headings-seen.ts';
import { couldBeSame } from './same-team.ts';
import { isCommonTopic, kindsIn, teamNameOf } from './team-words.ts';

/** Somebody who reported, and in how many decks. */
export interface LearnedReporter extends ReportedBy {
  readonly decks: number;
  /** Day of the last of them. */
  readonly last: string;
}

/** A team or a topic, with the evidence. Days are `2024-12-12`. */
export interface LearnedHeading {
  /** Its most used spelling. */
  readonly name: string;
  readonly spellings: readonly {
    readonly spelling: string;
    readonly folded: string;
    readonly decks: number;
    readonly last: string;
  }[];
  /** In how many decks it has a section. */
  readonly decks: number;
  readonly first: string;
  readonly last: string;
  /** Where it usually stands, from 0 to 1. */
  readonly position: number;
  /** Most frequent first. */
  readonly reporters: readonly LearnedReporter[];
  readonly certain: boolean;
}

/** A heading that a person should look at. */
export interface DoubtfulHeading {
  readonly heading: string;
  readonly date: string;
  /** Seen once only; names several teams; or recurs with reporters though nothing in it says that it is a team. */
  readonly why: 'once' | 'several' | 'unmarked';
  /** The team that it may be, by name. */
  readonly guess: string | null;
}

/** What decks teach of a series' teams and topics; both lists in the order of the calls. */
export interface Learned {
  readonly decks: number;
  readonly teams: readonly LearnedHeading[];
  readonly topics: readonly LearnedHeading[];
  readonly doubtful: readonly DoubtfulHeading[];
}

/**
 * Finds the teams of a series in its decks. A team is a heading that calls itself one (Team, SIG, AG …) and recurs or is reported
 * by somebody; spellings are one team's when their words agree and they never stand apart in one deck. Without such a word it
 * takes a heading that recurs and is reported nearly always. Everything else is a topic.
 */
export function learnTeams(decks: readonly LearnableDeck[]): Learned {
  const seen = decks.flatMap(seenIn);
  const byFolded = Map.groupBy(seen, ({ folded }) => folded);
  const headings = [...byFolded.values()].filter((group) => group.some(({ column }) => column) || recurs(group));
  const marked = headings.filter((group) => nameOf(group) !== null);
  const clusters = cluster(marked);
  const teams = clusters.filter((group) => isTeam(group));
  const rest = [...headings.filter((group) => nameOf(group) === null), ...clusters.filter((group) => !isTeam(group))];
  const unmarked = rest.filter((group) => isReportedAlways(group, decks.length));
  const topics = rest.filter((group) => !unmarked.includes(group) && group.some(({ column }) => column));
  return {
    decks: decks.length,
    teams: ordered([
      ...teams.map((group) => learned(group, decksIn(group) > 1)),
      ...unmarked.map((group) => learned(group, false)),
    ]),
    topics: ordered(topics.map((group) => learned(group, decksIn(group) > 1))),
    doubtful: [...unmarked.map((group) => doubt(group, 'unmarked', null)), ...doubtfulTopics(topics, teams)],
  };
}

/** By folded heading the name of the team or topic that every section of these decks is of. */
export function namesOf({ teams, topics }: Learned): ReadonlyMap<string, string> {
  return new Map([...topics, ...teams].flatMap(({ name, spellings }) => spellings.map(({ folded }) => [folded, name])));
}

type Seen = readonly SeenHeading[];

function nameOf(group: Seen): ReturnType<typeof teamNameOf> {
  return teamNameOf(group[0]?.spelling ?? '');
}

function decksIn(group: Seen): number {
  return new Set(group.map(({ date }) => date)).size;
}

function recurs(group: Seen): boolean {
  return decksIn(group) > 1;
}

/** The most frequent first, so that a rare spelling joins what is known and not the other way round. */
function cluster(groups: readonly Seen[]): readonly Seen[] {
  const clusters: Seen[][] = [];
  for (const group of groups.toSorted((one, other) => decksIn(other) - decksIn(one))) {
    const fits = clusters.filter(
      (members) => members.some((member) => areOne(member, group)) && !standApart(members, group),
    );
    // One that could be either's is nobody's: it stays by itself, and a person may say.
    const [home] = fits;
    if (home === undefined || fits.length > 1) clusters.push([group]);
    else home.push(group);
  }
  return clusters.map((members) => members.flat());
}

function areOne(one: Seen, other: Seen): boolean {
  const [left, right] = [nameOf(one), nameOf(other)];
  return left !== null && right !== null && couldBeSame(left, right);
}

/** Two that stand in one deck with something between them are two. */
function standApart(members: readonly Seen[], group: Seen): boolean {
  const places = Map.groupBy(
    members.flat().filter(({ column }) => column),
    ({ date }) => date,
  );
  return group.some(
    ({ date, slide, column }) => column && (places.get(date) ?? []).some((other) => Math.abs(other.slide - slide) > 1),
  );
}

function isTeam(group: Seen): boolean {
  return recurs(group) || group.some(({ reported }) => reported);
}

/** Nothing in the name says that it is a team, but somebody reports it nearly every time. */
function isReportedAlways(group: Seen, all: number): boolean {
  const own = group.filter(({ column, opens }) => column && !opens);
  const reported = own.filter((one) => one.reported).length;
  const often = Math.max(2, Math.ceil(all / 4));
  const heading = group[0]?.spelling ?? '';
  return (
    decksIn(own) >= often &&
    reported >= 2 &&
    reported * 3 >= own.length * 2 &&
    !isCommonTopic(heading) &&
    kindsIn(heading) === 0
  );
}

function learned(group: Seen, certain: boolean): LearnedHeading {
  const days = group.map(({ date }) => date).toSorted();
  const spellings = spellingsOf(group);
  return {
    name: spellings[0]?.spelling ?? '',
    spellings,
    decks: decksIn(group),
    first: days[0] ?? '',
    last: days.at(-1) ?? '',
    position: middle(group.filter(({ column }) => column).map(({ place }) => place)),
    reporters: reportersOf(group),
    certain,
  };
}

function spellingsOf(group: Seen): LearnedHeading['spellings'] {
  const written = Map.groupBy(group, ({ spelling }) => spelling);
  return [...written]
    .map(([spelling, uses]) => ({
      spelling,
      folded: foldHeading(spelling),
      decks: decksIn(uses),
      last:
        uses
          .map(({ date }) => date)
          .toSorted()
          .at(-1) ?? '',
    }))
    .toSorted((one, other) => other.decks - one.decks || other.last.localeCompare(one.last));
}

function reportersOf(group: Seen): readonly LearnedReporter[] {
  const named = group.flatMap(({ people, date }) => people.map((person) => ({ ...person, date })));
  const byPerson = Map.groupBy(named, ({ handle, name }) =>
    (handle === null ? `name ${name}` : `@${handle}`).toLowerCase(),
  );
  return [...byPerson.values()]
    .map((uses) => {
      const days = uses.map(({ date }) => date).toSorted();
      return {
        handle: uses[0]?.handle ?? null,
        name: uses[0]?.name ?? null,
        decks: new Set(days).size,
        last: days.at(-1) ?? '',
      };
    })
    .toSorted((one, other) => other.decks - one.decks || other.last.localeCompare(one.last));
}

function ordered(headings: readonly LearnedHeading[]): readonly LearnedHeading[] {
  return headings.toSorted((one, other) => one.position - other.position || one.name.localeCompare(other.name));
}

function middle(places: readonly number[]): number {
  const sorted = places.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 1;
}

/** Topics that read like teams: seen once, or naming several. */
function doubtfulTopics(topics: readonly Seen[], teams: readonly Seen[]): readonly DoubtfulHeading[] {
  return topics.flatMap((group) => {
    const heading = group[0]?.spelling ?? '';
    const guess = teams.find((team) => team.some(({ folded }) => ` ${foldHeading(heading)} `.includes(` ${folded} `)));
    const guessed = guess === undefined ? null : (spellingsOf(guess)[0]?.spelling ?? null);
    if (kindsIn(heading) > 1) return [doubt(group, 'several', guessed)];
    return nameOf(group) === null ? [] : [doubt(group, 'once', guessed)];
  });
}

function doubt(group: Seen, why: DoubtfulHeading['why'], guess: string | null): DoubtfulHeading {
  const last = group.toSorted((one, other) => one.date.localeCompare(other.date)).at(-1);
  return { heading: last?.spelling ?? '', date: last?.date ?? '', why, guess };
}
