import {
  follow,
  hasColumns,
  isBelow,
  joined,
  shareReporters,
  shareSlot,
  standApart,
  type HeadingGroup,
} from './heading-group.ts';
import { likenessOf, type Likeness } from './same-team.ts';

/** A series has a hundred teams at most. Rarer headings than this stay as they are, so that no deck makes this slow. */
const MOST_COMPARED = 300;
/** Teams change places, but a name that stands elsewhere in the call may as well be another's. */
const FARTHEST = 0.35;

/** The groups that are one team's joined, the most frequent first. One that could be either's is nobody's. */
export function clusterTeams(groups: readonly HeadingGroup[]): readonly HeadingGroup[] {
  const frequent = mostFrequentFirst(groups);
  const once = clustered(frequent.slice(0, MOST_COMPARED));
  // Two that were joined may have become frequent enough to show where they belong.
  return [...mostFrequentFirst(clustered(mostFrequentFirst(once))), ...frequent.slice(MOST_COMPARED)];
}

function mostFrequentFirst(groups: readonly HeadingGroup[]): readonly HeadingGroup[] {
  return groups.toSorted(
    (one, other) => other.decks.size - one.decks.size || (one.folded[0] ?? '').localeCompare(other.folded[0] ?? ''),
  );
}

function clustered(groups: readonly HeadingGroup[]): readonly HeadingGroup[] {
  const clusters: HeadingGroup[] = [];
  for (const group of groups) {
    const home = homeOf(group, clusters);
    if (home === -1) clusters.push(group);
    else clusters[home] = joined([clusters[home] ?? group, group]);
  }
  return clusters;
}

function homeOf(group: HeadingGroup, clusters: readonly HeadingGroup[]): number {
  const fits = clusters.flatMap((cluster, at) => {
    const likeness = likenessTo(cluster, group);
    return likeness !== null && mayBeOne(cluster, group, likeness) ? [{ at, likeness }] : [];
  });
  const same = fits.filter(({ likeness }) => likeness === 'same');
  const best = same.length > 0 ? same : fits;
  return best.length === 1 ? (best[0]?.at ?? -1) : -1;
}

const NEAREST: readonly Likeness[] = ['same', 'alike', 'renamed'];

function likenessTo(cluster: HeadingGroup, { names }: HeadingGroup): Likeness | null {
  const all = cluster.names.flatMap((one) => names.map((other) => likenessOf(one, other)));
  return NEAREST.find((likeness) => all.includes(likeness)) ?? null;
}

/** What the words leave open is decided by where and when the headings stand. */
function mayBeOne(cluster: HeadingGroup, group: HeadingGroup, likeness: Likeness): boolean {
  if (standApart(cluster, group, likeness === 'same')) return false;
  if (likeness === 'same') return true;
  if (!hasColumns(group)) return isBelow(group, cluster);
  return isNear(cluster, group) && isInItsPlace(cluster, group, likeness);
}

/** Two words that agree are enough wherever they stand. */
function isNear(one: HeadingGroup, other: HeadingGroup): boolean {
  const say = [...one.names, ...other.names].every(({ words }) => words.length > 1);
  return say || Math.abs(one.place - other.place) <= FARTHEST;
}

function isInItsPlace(cluster: HeadingGroup, group: HeadingGroup, likeness: Likeness): boolean {
  const inTurn = isOnce(group) || follow(cluster, group);
  if (likeness === 'alike') return inTurn || takeTurns(cluster, group);
  return inTurn && cluster.decks.size > 2 && shareSlot(cluster, group);
}

function isOnce({ decks }: HeadingGroup): boolean {
  return decks.size === 1;
}

/**
 * Two that come and go by turns are two, unless they take turns at the same place; and where one word is all they have, as "Dev"
 * and "DevRel", unless the same people report.
 */
function takeTurns(one: HeadingGroup, other: HeadingGroup): boolean {
  const isWord = [...one.names, ...other.names].every(({ words }) => words.length === 1);
  return shareSlot(one, other) && (!isWord || shareReporters(one, other));
}
