import type { CallActions } from '#components/call/call-actions.ts';
import type { DeckSession } from '#components/connection/use-deck-session.ts';
import { isLeftOut, type PlacedSection } from '#lib/sections/placed-section.ts';
import type { SourcePlace } from '#lib/present/present-deck.ts';
import { holdsSlide } from '#lib/slides/holds-slide.ts';
import type { DeckView } from '#lib/views.ts';
import type { EditWatch } from './edit-watch.ts';
import type { LiveCourse } from './live-course.ts';
import type { PictureGaps } from './picture-gaps.ts';
import type { PresenterTools } from './presenter-tools.ts';

/** Everything that the parts of the presenter's page share. */
export interface PresenterParts {
  readonly view: DeckView;
  readonly session: DeckSession;
  readonly course: LiveCourse;
  readonly edits: EditWatch;
  readonly gaps: PictureGaps;
  readonly tools: PresenterTools;
  readonly actions: CallActions;
  readonly onKeys: () => void;
  /** Address of the stage document. */
  readonly stage: string;
  /** When the page was made, ISO 8601. */
  readonly madeAt: string;
}

/** The section that a slide of the stage belongs to; null for slides that are made of rows. */
export function sectionAt(sections: readonly PlacedSection[], { slide, generated }: SourcePlace): PlacedSection | null {
  if (generated !== null) return null;
  return sections.find(({ section }) => holdsSlide(section, slide)) ?? null;
}

/** The title of the section that the stage should show, if it was left out meanwhile; null if it is shown. */
export function leftOutNow(sections: readonly PlacedSection[], rowId: string | null): string | null {
  const placed = rowId === null ? undefined : sections.find(({ row }) => row?.id === rowId);
  return placed !== undefined && isLeftOut(placed) ? placed.section.title : null;
}
