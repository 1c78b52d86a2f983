import type { DeckModel } from '#lib/slides/deck-model.ts';
import { knownHeadings } from './known-headings.ts';
import { matchSections } from './match-sections.ts';
import type { PlacedSection } from './placed-section.ts';
import type { RunningOrder } from './running-order.ts';

/**
 * The sections of a text with their rows, in the order of the text. `offsets` are those of the rows' anchors, null where one does
 * not live in this text or nothing is known of that.
 */
export function placeSections(
  model: DeckModel,
  order: RunningOrder,
  offsets: readonly (number | null)[],
): readonly PlacedSection[] {
  const { teamOf } = knownHeadings(order);
  const teams = new Map(order.teams.map((team) => [team.id, team]));
  const remembered = order.sections.map(({ title, position }, index) => ({
    title,
    position,
    team: teamOf(title) ?? null,
    offset: offsets[index] ?? null,
    stood: null,
    words: null,
  }));
  const found = matchSections({ model, remembered });
  return model.sections.map((section, index) => {
    const at = found[index];
    const row = at === null || at === undefined ? null : (order.sections[at] ?? null);
    return { section, row, team: teams.get(row?.team ?? section.team ?? '') ?? null };
  });
}
