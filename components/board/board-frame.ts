import type { SectionsStore } from '#components/connection/sections-store.ts';
import type { SectionActions } from '#components/sections/section-actions.ts';
import type { SectionMay } from '#components/sections/section-menu.tsx';
import type { Presence } from '#lib/sync/connection-status.ts';

/** What all rows of a board have in common: the same object while none of it changes. */
export interface BoardFrame {
  /** Asked when a menu opens: whom a section can be given to. */
  readonly sections: SectionsStore;
  readonly here: readonly Presence[];
  readonly personId: string | null;
  readonly may: SectionMay;
  readonly actions: SectionActions;
  /** Status, reporters and time are used in this series. */
  readonly used: boolean;
  readonly timeZone: string;
  readonly madeAt: string;
  /** Moves a section by so many places; null while that cannot be done. */
  readonly move: ((from: number, to: number) => void) | null;
  readonly count: number;
  /** Address of the teams' page with this topic to make a team of, for who may; else null. */
  readonly makeTeam: (title: string) => string | null;
}
