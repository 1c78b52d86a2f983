import type { KnownHeadings } from '#lib/slides/known-headings.ts';
import { foldHeading } from '#lib/teams/fold-heading.ts';
import type { RunningOrder } from './running-order.ts';

/** The headings that a series knows, to read decks by. */
export function knownHeadings({ headings }: Pick<RunningOrder, 'headings'>): KnownHeadings {
  const teams = new Map(headings.map(({ folded, team }) => [folded, team]));
  return { teamOf: (heading) => teams.get(foldHeading(heading)) };
}
