import type { SectionActions } from '#components/sections/section-actions.ts';
import { changeSectionAction, createSectionLinkAction, lastSectionsAction } from './actions.ts';

/** What a page of this deck can do with its sections. */
export function sectionActions(deckId: string): SectionActions {
  return {
    change: changeSectionAction,
    link: createSectionLinkAction,
    lastTime: lastSectionsAction.bind(null, deckId),
  };
}
