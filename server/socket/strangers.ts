import type { DeckAccess } from '#server/accounts/deck-access.ts';
import type { Doors } from './admission.ts';

type Access = Doors['access'];

/** Asks once for all strangers who come to a deck while the answer is on its way: when a call begins, thousands do. */
export function onceForStrangers(access: Access): Access {
  const asked = new Map<string, Promise<DeckAccess>>();
  return (visitor, deckId) => {
    if (visitor.person !== null || visitor.linkIds.length > 0 || visitor.program !== undefined)
      return access(visitor, deckId);
    const answer = asked.get(deckId) ?? access(visitor, deckId).finally(() => asked.delete(deckId));
    asked.set(deckId, answer);
    return answer;
  };
}
