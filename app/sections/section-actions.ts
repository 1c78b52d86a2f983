import type { SectionActions } from '#components/sections/section-actions.ts';
import { changeSectionAction, lastSectionsAction } from './actions.ts';

/** What a page of this deck can do with its sections. */
export function sectionActions(deckId: string): SectionActions {
  return { change: changeSectionAction, lastTime: lastSectionsAction.bind(null, deckId) };
}
