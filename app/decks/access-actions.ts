import type { DeckAccessActions } from '#components/workspace/access-actions.ts';
import { letInAction, lockDeckAction, putOutAction, unlockDeckAction } from './actions.ts';

/** What a page of this deck can do about who writes in it. */
export function deckAccessActions(deckId: string): DeckAccessActions {
  return {
    lock: lockDeckAction.bind(null, deckId),
    unlock: unlockDeckAction.bind(null, deckId),
    putOut: putOutAction.bind(null, deckId),
    letIn: letInAction.bind(null, deckId),
  };
}
