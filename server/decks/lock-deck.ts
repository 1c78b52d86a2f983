import { Refusal } from '#lib/errors.ts';
import type { Visitor } from '#lib/visitor.ts';
import { may } from '#lib/access.ts';
import { messages } from '#lib/messages/en.ts';
import { audit } from '#server/audit.ts';
import { bus } from '#server/bus/open-bus.ts';
import { database } from '#server/database/client.ts';
import { requireOnDeck } from './require-on-deck.ts';

/** Lets only members of the series write in a deck, at once. For hosts, and for whoever reports in it. Doing it again changes nothing. */
export async function lockDeck(visitor: Visitor, deckId: string): Promise<void> {
  const { deck, asker } = await requireOnDeck(visitor, deckId, 'deck.lock');
  await setLock(deck, { at: new Date(), by: asker.personId });
}

/** Opens a locked deck again. For hosts, and for whoever locked it as long as they write in it. */
export async function unlockDeck(visitor: Visitor, deckId: string): Promise<void> {
  const { deck, asker, series } = await requireOnDeck(visitor, deckId, 'deck.lock');
  if (!may(asker, 'series.manage', series) && deck.lockedById !== asker.personId)
    throw new Refusal('not-allowed', messages.deck.lock.notYours);
  await setLock(deck, { at: null, by: asker.personId });
}

interface LockableDeck {
  readonly id: string;
  readonly seriesId: string;
  readonly callId: string | null;
}

async function setLock(
  { id, seriesId, callId }: LockableDeck,
  { at, by }: { readonly at: Date | null; readonly by: string | null },
): Promise<void> {
  await database().$transaction(async (tx) => {
    const { count } = await tx.deck.updateMany({
      where: { id, lockedAt: at === null ? { not: null } : null },
      data: { lockedAt: at, lockedById: at === null ? null : by },
    });
    if (count === 0) return;
    await audit(tx, {
      act: at === null ? 'deck.unlock' : 'deck.lock',
      personId: by,
      seriesId,
      deckId: id,
      ...(callId === null ? {} : { callId }),
    });
  });
  bus().publish('access.changed', { seriesId });
  bus().publish('rows.changed', { seriesId, callId, what: 'deck' });
}
