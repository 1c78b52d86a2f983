import { hasColumns, joined, shareSlot, standApart, type HeadingGroup } from './heading-group.ts';
import { areSame } from './same-team.ts';
import { kindsIn } from './team-words.ts';
import { isCommonTopic } from './topic-words.ts';
import { isTypo } from './word-likeness.ts';

// A name has few words; a sentence has many.
const MOST_WORDS = 4;
/** More teams than any series has, so that no deck makes this slow. */
const MOST_TEAMS = 200;

/** Whether a heading without a word that says so could be a team's. */
export function couldBeTeam({ seen, names }: HeadingGroup): boolean {
  const heading = seen[0]?.spelling ?? '';
  const words = names[0]?.words.length ?? 0;
  return (
    words <= MOST_WORDS &&
    !/[?!…@]|\.\s|\d{2}/.test(heading) &&
    kindsIn(heading) === 0 &&
    !isCommonTopic(heading) &&
    seen.some(({ opens, column }) => !opens && column !== null)
  );
}

/**
 * Headings that leave out what a team is, or misspell it, beside the number of the team: "Docs" once where "SIG Docs" stands
 * else. Only where no deck has both, and beside teams or where the team stands else.
 */
export function withoutKinds(
  teams: readonly HeadingGroup[],
  groups: readonly HeadingGroup[],
): ReadonlyMap<HeadingGroup, number> {
  const folded = new Set(teams.flatMap((team) => team.folded));
  const homes = new Map<HeadingGroup, number>();
  const frequent = teams.slice(0, MOST_TEAMS);
  for (const group of groups) {
    if (!couldBeTeam(group)) continue;
    const beside = isBesideOf(group, folded);
    const fits = frequent.flatMap((team, at) => (isWithoutKind(group, team, beside) ? [at] : []));
    const [home] = fits;
    if (home !== undefined && fits.length === 1) homes.set(group, home);
  }
  return homes;
}

function isWithoutKind(group: HeadingGroup, team: HeadingGroup, beside: boolean): boolean {
  return namesAgree(team, group) && !standApart(team, group, false) && (beside || shareSlot(team, group));
}

function namesAgree(team: HeadingGroup, { names, folded }: HeadingGroup): boolean {
  const [own = ''] = folded;
  const words = names[0]?.words ?? [];
  return (
    team.folded.some((each) => isTypo(each, own)) ||
    (own.length > 2 && team.names.some((name) => areSame(name.words, words)))
  );
}

/** Whether one of these columns is a neighbour somewhere. */
export function isBesideOf({ seen }: HeadingGroup, teams: ReadonlySet<string>): boolean {
  return seen.some(({ before, behind }) => teams.has(before ?? '') || teams.has(behind ?? ''));
}

/** Somebody reports it nearly every time, and it comes often since it came first. */
export function isReportedAlways(group: HeadingGroup, decks: number): boolean {
  const own = group.seen.filter(({ column, opens }) => column !== null && !opens);
  const reported = own.filter((one) => one.reported).length;
  const first = Math.min(...group.decks);
  const often = Math.max(decks > 4 ? 3 : 2, Math.ceil((decks - first) / 4));
  return group.columns.size >= often && reported >= 2 && reported * 3 >= own.length * 2;
}

/** It comes often, and mostly stands between two teams. */
export function isInRun(group: HeadingGroup, teams: ReadonlySet<string>, decks: number): boolean {
  const own = group.seen.filter(({ column }) => column !== null);
  const inside = own.filter(({ before, behind }) => teams.has(before ?? '') && teams.has(behind ?? '')).length;
  return comesOften(group, decks, 0.3) && inside * 3 >= own.length * 2;
}

function comesOften({ columns }: HeadingGroup, decks: number, share: number): boolean {
  return columns.size >= Math.max(3, Math.ceil(decks * share));
}

/**
 * Where nothing says what a team is and nobody reports: three headings or more that come most times, mostly one behind the other,
 * are a running order.
 */
export function runningOrder(groups: readonly HeadingGroup[], decks: number): readonly HeadingGroup[] {
  const often = groups.filter((group) => hasColumns(group) && comesOften(group, decks, 0.6));
  const folded = new Set(often.flatMap((group) => group.folded));
  const run = often.filter(({ seen }) => {
    const own = seen.filter(({ column }) => column !== null);
    const beside = own.filter(({ before, behind }) => folded.has(before ?? '') || folded.has(behind ?? '')).length;
    return beside * 3 >= own.length * 2;
  });
  return run.length >= 3 ? run : [];
}

/** The teams with the headings that turned out to be theirs. */
export function joinedHomes(
  teams: readonly HeadingGroup[],
  homes: ReadonlyMap<HeadingGroup, number>,
): readonly HeadingGroup[] {
  const byHome = Map.groupBy([...homes], ([, home]) => home);
  return teams.map((team, at) => joined([team, ...(byHome.get(at) ?? []).map(([group]) => group)]));
}
