import { foldHeading } from '#lib/teams/fold-heading.ts';
import type { PlacedSection } from './placed-section.ts';

/** How long sections took of late, in seconds: by `usualKey`. */
export type UsualTimes = Readonly<Record<string, number>>;

/** What a team's sections have in common over the calls, or a topic's: the team's id, else its heading. */
export function usualKey(team: string | null, title: string): string {
  return team ?? `topic ${foldHeading(title)}`;
}

/** How long this section usually takes; null where it was on no stage of late. */
export function usualOf(usual: UsualTimes, { team, section }: PlacedSection): number | null {
  return usual[usualKey(team?.id ?? null, section.title)] ?? null;
}

/** The middle one, or the mean of the two in the middle; null of none. */
export function median(numbers: readonly number[]): number | null {
  const sorted = numbers.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(half) - 1], sorted[Math.floor(half)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
