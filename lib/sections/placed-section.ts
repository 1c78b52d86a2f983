import type { Section } from '#lib/slides/deck-model.ts';
import type { OrderTeam, SectionRow } from './running-order.ts';

/** A section of the text with what is known of it beside the text. */
export interface PlacedSection {
  readonly section: Section;
  /** Null until the room has found it: then nobody reports and it is empty. */
  readonly row: SectionRow | null;
  /** Whose it is: as somebody said, else by its heading; null for a topic. */
  readonly team: OrderTeam | null;
}

/** Whether a section is left out on the stage. */
export function isLeftOut({ row }: PlacedSection): boolean {
  return row !== null && (row.skipped || row.status === 'nothing');
}
