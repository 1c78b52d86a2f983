import { clusterTeams } from './cluster-teams.ts';
import { groupByHeading, hasColumns, isMarked, type HeadingGroup } from './heading-group.ts';
import { headingsSeen, type LearnableDeck } from './headings-seen.ts';
import { learnedHeading, type LearnedHeading } from './learned-heading.ts';
import { kindsIn } from './team-words.ts';
import {
  couldBeTeam,
  isBesideOf,
  isInRun,
  isReportedAlways,
  joinedHomes,
  runningOrder,
  withoutKinds,
} from './unmarked-teams.ts';

export type { LearnedHeading } from './learned-heading.ts';

/** A heading that a person should look at. */
export interface DoubtfulHeading {
  readonly heading: string;
  /** Day of the last deck that has it. */
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
 * Finds the teams of a series in its decks, which may come in any order. A team is a heading that calls itself one (Team, SIG, AG …)
 * and recurs or is reported by somebody; spellings are one team's when their words agree and no deck has both. Without such a
 * word it takes a heading that recurs and is reported nearly always, or stands among teams, and that is never certain.
 * Everything else is a topic.
 */
export function learnTeams(decks: readonly LearnableDeck[]): Learned {
  const groups = groupByHeading(headingsSeen(decks)).filter((group) => hasColumns(group) || recurs(group));
  const plain = groups.filter((group) => !isMarked(group));
  const marked = clusterTeams(groups.filter(isMarked));
  const homes = withoutKinds(marked, plain);
  const { teams, once, others } = markedTeams(joinedHomes(marked, homes));
  const found = unmarkedTeams(
    [...teams, ...once],
    plain.filter((group) => !homes.has(group)),
    decks.length,
  );
  const topics = [...others, ...found.topics].filter(hasColumns).toSorted((one, other) => one.place - other.place);
  const learned = teams.map((group) => learnedHeading(group, recurs(group)));
  const unsure = [...once, ...found.reported, ...found.among].map((group) => learnedHeading(group, false));
  return {
    decks: decks.length,
    teams: ordered([...learned, ...unsure]),
    topics: ordered(topics.map((group) => learnedHeading(group, recurs(group)))),
    doubtful: [
      ...found.reported.map((group) => doubt(group, 'unmarked', null)),
      ...[...topics, ...once].flatMap((group) => doubtOf(group, learned)),
    ],
  };
}

/** By folded heading the name of the team or topic that every section of these decks is of. */
export function headingsOf({ teams, topics }: Learned): ReadonlyMap<string, string> {
  return new Map([...topics, ...teams].flatMap(({ name, spellings }) => spellings.map(({ folded }) => [folded, name])));
}

interface Unmarked {
  /** Somebody reports them nearly every time. */
  readonly reported: readonly HeadingGroup[];
  /** They stand among teams, or in an order that is always the same. */
  readonly among: readonly HeadingGroup[];
  readonly topics: readonly HeadingGroup[];
}

/** The teams among headings in which no word says that they are. */
function unmarkedTeams(marked: readonly HeadingGroup[], plain: readonly HeadingGroup[], decks: number): Unmarked {
  const clusters = clusterTeams(plain.filter((group) => couldBeTeam(group)));
  const byReports = Map.groupBy(clusters, (group) => isReportedAlways(group, decks));
  const [reported, rest] = [byReports.get(true) ?? [], byReports.get(false) ?? []];
  const known = [...marked, ...reported];
  const folded = new Set(known.flatMap((group) => group.folded));
  const among = known.length === 0 ? runningOrder(rest, decks) : rest.filter((group) => isInRun(group, folded, decks));
  const taken = new Set([...reported, ...among].flatMap((group) => group.folded));
  // Topics are not joined: two talks may well be called nearly alike.
  return { reported, among, topics: plain.filter((group) => !group.folded.some((each) => taken.has(each))) };
}

function recurs({ decks }: HeadingGroup): boolean {
  return decks.size > 1;
}

function recursOrIsReported(group: HeadingGroup): boolean {
  return recurs(group) || group.seen.some(({ reported }) => reported);
}

interface Marked {
  readonly teams: readonly HeadingGroup[];
  /** Seen once, among teams of their kind. */
  readonly once: readonly HeadingGroup[];
  readonly others: readonly HeadingGroup[];
}

/** Which of the headings that call themselves teams are some: those that recur or are reported, and their like beside them. */
function markedTeams(clusters: readonly HeadingGroup[]): Marked {
  const teams = clusters.filter(recursOrIsReported);
  const rest = clusters.filter((group) => !recursOrIsReported(group));
  const kinds = Map.groupBy(clusters, kindOf);
  const folded = new Set(clusters.flatMap((group) => group.folded));
  const isLikeThem = (group: HeadingGroup): boolean =>
    teams.length > 1 && hasColumns(group) && (kinds.get(kindOf(group))?.length ?? 0) > 2 && isBesideOf(group, folded);
  const byLike = Map.groupBy(rest, isLikeThem);
  return { teams, once: byLike.get(true) ?? [], others: byLike.get(false) ?? [] };
}

function kindOf({ names }: HeadingGroup): string {
  return names[0]?.kind ?? '';
}

function ordered(headings: readonly LearnedHeading[]): readonly LearnedHeading[] {
  return headings.toSorted((one, other) => one.position - other.position || one.name.localeCompare(other.name));
}

/** Topics that read like teams: seen once, or naming several. */
function doubtOf(group: HeadingGroup, teams: readonly LearnedHeading[]): readonly DoubtfulHeading[] {
  const several = kindsIn(group.seen[0]?.spelling ?? '') > 1;
  if (!several && !isMarked(group)) return [];
  const own = ` ${group.folded[0] ?? ''} `;
  const guess = teams.find(({ spellings }) => spellings.some(({ folded }) => own.includes(` ${folded} `)));
  return [doubt(group, several ? 'several' : 'once', guess?.name ?? null)];
}

function doubt({ seen }: HeadingGroup, why: DoubtfulHeading['why'], guess: string | null): DoubtfulHeading {
  const last = seen.toSorted((one, other) => one.deck - other.deck).at(-1);
  return { heading: last?.spelling ?? '', date: last?.date ?? '', why, guess };
}
