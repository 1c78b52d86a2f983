import { z } from 'zod';
import { Refusal } from '#lib/errors.ts';
import type { Visitor } from '#lib/visitor.ts';
import { audit } from '#server/audit.ts';
import { keepRevision } from '#server/history/keep-revision.ts';
import { database } from '#server/database/client.ts';
import { flushDeck } from '#server/decks/flush-deck.ts';
import { oldText } from './old-text.ts';
import { requireToChange } from './require-history.ts';

const nameSchema = z.string().trim().min(1).max(120);
const momentSchema = z.number().int().nonnegative();

/** Keeps a moment under a name, so that it is found again and never thinned. For who writes the deck. */
export async function nameMoment(visitor: Visitor, deckId: string, at: number, name: string): Promise<void> {
  const { deck, author } = await requireToChange(visitor, deckId);
  const called = nameSchema.safeParse(name);
  if (!called.success) throw new Refusal('invalid', 'Give the moment a name of at most 120 characters.');
  if (!momentSchema.safeParse(at).success) throw new Refusal('invalid', 'This is no moment.');
  await flushDeck(deckId);
  const { seq, text } = await oldText(deckId, at);
  await database().$transaction(async (tx) => {
    await keepRevision(tx, { deckId, seq, text, reason: 'named', personId: author.id, name: called.data });
    await audit(tx, {
      act: 'deck.name',
      personId: author.id,
      seriesId: deck.seriesId,
      deckId,
      ...(deck.callId === null ? {} : { callId: deck.callId }),
      details: { name: called.data },
    });
  });
}
