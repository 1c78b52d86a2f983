import { faultsIn } from '#components/sections/faults.ts';
import { isHere, reporterOf, statusOf, type Reporter } from '#components/sections/reporters.ts';
import { messages } from '#lib/messages/en.ts';
import { isLeftOut, type PlacedSection } from '#lib/sections/placed-section.ts';
import type { RunningOrder, SectionStatus } from '#lib/sections/running-order.ts';
import { usualOf, type UsualTimes } from '#lib/sections/usual-time.ts';
import type { DeckModel } from '#lib/slides/deck-model.ts';
import type { Presence } from '#lib/sync/connection-status.ts';

/** What a row of the board says. */
export interface BoardFacts {
  readonly reporter: Reporter | null;
  readonly reporterHere: boolean;
  /** Null for a topic of which nobody has said anything. */
  readonly status: SectionStatus | null;
  readonly slides: number;
  readonly faults: number;
  /** Seconds that it took of late; null where that is not known. */
  readonly usual: number | null;
  /** Another section of the same team stands before it. */
  readonly again: boolean;
}

/** What there is to say of a section; `before` are the sections above it. */
export function factsOf(
  placed: PlacedSection,
  before: readonly PlacedSection[],
  { model, here, usual }: { readonly model: DeckModel; readonly here: readonly Presence[]; readonly usual: UsualTimes },
): BoardFacts {
  const { section, team } = placed;
  const reporter = reporterOf(placed, model);
  return {
    reporter,
    reporterHere: isHere(reporter?.personId ?? null, here),
    status: statusOf(placed, reporter),
    slides: section.toSlide - section.fromSlide,
    faults: faultsIn(model, section.range),
    usual: isLeftOut(placed) ? null : usualOf(usual, placed),
    again: team !== null && before.some((each) => each.team?.id === team.id),
  };
}

/** What the line above the board says. Topics that nobody was asked about are not to do. */
export interface BoardSummary {
  readonly ready: number;
  readonly nothing: number;
  readonly open: number;
  /** Seconds, of what is shown. */
  readonly planned: number;
}

export function summaryOf(sections: readonly PlacedSection[]): BoardSummary {
  const count = (wanted: (placed: PlacedSection) => boolean): number => sections.filter(wanted).length;
  return {
    ready: count(({ row }) => row?.status === 'ready'),
    nothing: count(({ row }) => row?.status === 'nothing'),
    open: count(
      ({ row, team }) =>
        row?.skipped !== true &&
        (team !== null || row?.reporter != null) &&
        (row === null || row.status === 'empty' || row.status === 'draft'),
    ),
    planned: sections.reduce((sum, placed) => sum + (isLeftOut(placed) ? 0 : (placed.row?.plannedSeconds ?? 0)), 0),
  };
}

/** Teams of the series that no section of the deck is of, each with the number of the section before which theirs would stand. */
export function missingTeams(
  sections: readonly PlacedSection[],
  { teams }: RunningOrder,
): readonly { readonly id: string; readonly name: string; readonly before: number }[] {
  const placeOf = new Map(teams.map(({ id }, index) => [id, index]));
  const places = sections.map(({ team }) => (team === null ? null : (placeOf.get(team.id) ?? null)));
  return teams.flatMap(({ id, name }, place) =>
    places.includes(place) ? [] : [{ id, name, before: placeFor(place, places) }],
  );
}

/** Before the next team's section; else behind the last team's; where there is none, before the topic that closes the deck. */
function placeFor(place: number, places: readonly (number | null)[]): number {
  const next = places.findIndex((each) => each !== null && each > place);
  if (next !== -1) return next;
  const last = places.findLastIndex((each) => each !== null);
  if (last !== -1) return last + 1;
  return places.length > 1 ? places.length - 1 : places.length;
}

/** What a section is called on the board. */
export function titleOf({ section }: PlacedSection): string {
  return section.title === '' ? messages.sections.board.untitled : section.title;
}
