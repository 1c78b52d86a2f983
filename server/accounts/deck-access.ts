import { may } from '#lib/access.ts';
import { Refusal } from '#lib/errors.ts';
import type { Visitor, VisitorPerson } from '#lib/visitor.ts';
import { findDeck } from '#server/decks/find-deck.ts';
import { askerFor } from './authorize.ts';
import { authorOn } from './deck-author.ts';

/** What a visitor may do with one deck at this moment. */
export interface DeckAccess {
  readonly deck: {
    readonly id: string;
    readonly seriesId: string;
    readonly callId: string | null;
    readonly epoch: number;
    readonly frozenAt: Date | null;
  };
  /** The author of what they write here, or null for nobody. */
  readonly author: VisitorPerson | null;
  readonly locked: boolean;
  /** Only hosts and who reports the section on the stage write now: this visitor is neither. */
  readonly held: boolean;
  readonly read: boolean;
  readonly write: boolean;
  readonly present: boolean;
  /** Takes the baton from whoever holds it. */
  readonly takeOver: boolean;
  /** Reads only because the call is live: sees the stage, not who writes. */
  readonly audienceOnly: boolean;
}

/** The one table refuses what is in the bin; holders of tickets, whom it is not asked for, are refused here. */
async function deckOutsideBin(deckId: string) {
  const deck = await findDeck(deckId);
  const deleted = deck !== null && (deck.series.deletedAt !== null || (deck.call?.deletedAt ?? null) !== null);
  if (deck === null || deleted) throw new Refusal('not-found', 'There is no such deck.');
  return deck;
}

/** Asks the one table for everything that concerns a deck. Refuses when there is no such deck. */
export async function deckAccess(visitor: Visitor, deckId: string): Promise<DeckAccess> {
  const deck = await deckOutsideBin(deckId);
  const { id, seriesId, callId, epoch, frozenAt, series } = deck;
  const [asker, author] = await Promise.all([askerFor(visitor, seriesId, deckId), authorOn(visitor, deckId)]);
  const reads = may(asker, 'deck.read', series);
  const follows = deck.call?.state === 'live' && may(asker, 'live.read', series);
  const act = deck.kind === 'template' ? 'series.manage' : 'deck.write';
  return {
    deck: { id, seriesId, callId, epoch, frozenAt },
    author,
    locked: asker.locked,
    held: asker.held,
    read: reads || follows,
    // Every word has an author: whoever came by a link and has given no name yet reads.
    write: frozenAt === null && author !== null && may(asker, act, series),
    present: frozenAt === null && may(asker, 'live.present', series),
    takeOver: frozenAt === null && may(asker, 'live.takeOver', series),
    audienceOnly: follows && !reads,
  };
}
