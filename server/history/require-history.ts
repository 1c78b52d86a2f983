import { may, type Asker } from '#lib/access.ts';
import { Refusal } from '#lib/errors.ts';
import type { Visitor, VisitorPerson } from '#lib/visitor.ts';
import { authorize } from '#server/accounts/authorize.ts';
import { authorOn } from '#server/accounts/deck-author.ts';
import { findDeck } from '#server/decks/find-deck.ts';
import { nothingHere } from '#server/series/find-series.ts';

export type FoundDeck = NonNullable<Awaited<ReturnType<typeof findDeck>>>;

/** A deck whose history the visitor may see. */
export interface HistoryDeck {
  readonly deck: FoundDeck;
  readonly asker: Asker;
  /** As whom the visitor writes there; null for nobody. */
  readonly author: VisitorPerson | null;
  /** Whether they may bring back and take back anything. */
  readonly host: boolean;
  /** Whether they may write at all. */
  readonly writes: boolean;
}

/** Refuses who may not look back: what was taken out of a text is for those who write it, and for members. */
export async function requireHistory(visitor: Visitor, deckId: string): Promise<HistoryDeck> {
  const deck = await findDeck(deckId);
  if (deck === null) throw nothingHere();
  const asker = await authorize(visitor, 'deck.history', deck.series, deck.id);
  const author = await authorOn(visitor, deck.id);
  const open = deck.frozenAt === null && author !== null;
  const act = deck.kind === 'template' ? 'series.manage' : 'deck.write';
  return {
    deck,
    asker,
    author,
    host: open && may(asker, 'section.manage', deck.series),
    writes: open && may(asker, act, deck.series),
  };
}

/** The same for who changes something: refuses when the record is made, and who does not write. */
export async function requireToChange(
  visitor: Visitor,
  deckId: string,
): Promise<HistoryDeck & { readonly author: VisitorPerson }> {
  const found = await requireHistory(visitor, deckId);
  const { deck, author, writes } = found;
  if (deck.frozenAt !== null) throw new Refusal('frozen', 'The call has ended: its record can no longer be changed.');
  if (!writes || author === null) throw new Refusal('not-allowed', 'You may not write this deck.');
  return { ...found, author };
}
