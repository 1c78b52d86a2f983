import { Prisma } from '#prisma/client/client.ts';
import { Refusal } from '#lib/errors.ts';
import { MOST_DECK_CHARACTERS } from '#lib/deck/deck-limits.ts';
import { seedUpdate } from '#lib/deck/deck-doc.ts';
import type { Transaction } from '#server/database/client.ts';
import { newDeckId } from './deck-id.ts';

export interface NewDeck {
  readonly kind: 'call' | 'correction' | 'template';
  readonly seriesId: string;
  readonly callId: string | null;
  /** Markdown to begin with. */
  readonly text: string;
  /** Who is its author; null for the command line. */
  readonly personId: string | null;
}

/**
 * Makes a deck with its first text as row 1 of its log. Only here a deck is given content: in the transaction that creates
 * it, so that it cannot happen twice.
 */
export async function createDeck(
  tx: Transaction,
  { kind, seriesId, callId, text, personId }: NewDeck,
): Promise<{ readonly deckId: string }> {
  if (text.length > MOST_DECK_CHARACTERS) {
    throw new Refusal(
      'too-large',
      `A deck may have ${MOST_DECK_CHARACTERS.toLocaleString('en')} characters; this text has ${text.length.toLocaleString('en')}.`,
    );
  }
  const seed = seedUpdate(text);
  const deckId = newDeckId();
  await tx.deck.create({
    data: { id: deckId, kind, seriesId, callId, headSeq: seed === null ? 0 : 1 },
  });
  if (seed !== null) {
    await tx.$executeRaw(
      Prisma.sql`INSERT INTO deck_update (deck_id, seq, data, person_id) VALUES (${deckId}, 1, ${seed}, ${personId}::uuid)`,
    );
  }
  return { deckId };
}
