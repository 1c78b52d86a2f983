import { faultsIn } from '#components/sections/faults.ts';
import { isHere, reporterOf, statusOf, type Reporter } from '#components/sections/reporters.ts';
import { isLeftOut, type PlacedSection } from '#lib/sections/placed-section.ts';
import type { RunningOrder, SectionStatus } from '#lib/sections/running-order.ts';
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
  /** Another section of the same team stands before it. */
  readonly again: boolean;
}

/** What there is to say of a section; `before` are the sections above it. */
export function factsOf(
  placed: PlacedSection,
  before: readonly PlacedSection[],
  { model, here }: { readonly model: DeckModel; readonly here: readonly Presence[] },
): BoardFacts {
  const { section, team } = placed;
  const reporter = reporterOf(placed, model);
  return {
    reporter,
    reporterHere: isHere(reporter?.personId ?? null, here),
    status: statusOf(placed, reporter),
    slides: section.toSlide - section.fromSlide,
    faults: faultsIn(model, section.range),
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

/** Teams of the series that no section of the deck is of, each with the place where theirs would stand by the order of the teams. */
export function missingTeams(
  sections: readonly PlacedSection[],
  { teams }: RunningOrder,
): readonly { readonly id: string; readonly name: string; readonly before: number }[] {
  const place = new Map(teams.map(({ id }, index) => [id, index]));
  return teams.flatMap(({ id, name }, index) => {
    if (sections.some(({ team }) => team?.id === id)) return [];
    const next = sections.findIndex(({ team }) => team !== null && (place.get(team.id) ?? -1) > index);
    const last = sections.findLastIndex(({ team }) => team !== null);
    return [{ id, name, before: next === -1 ? last + 1 : next }];
  });
}
