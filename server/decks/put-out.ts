import { z } from 'zod';
import { Refusal } from '#lib/errors.ts';
import { messages } from '#lib/messages/en.ts';
import type { PersonView } from '#lib/views.ts';
import type { Visitor } from '#lib/visitor.ts';
import { audit } from '#server/audit.ts';
import { bus } from '#server/bus/open-bus.ts';
import { database } from '#server/database/client.ts';
import { nothingHere } from '#server/series/find-series.ts';
import { requireOnDeck } from './require-on-deck.ts';

/** Takes one person or guest out of a deck, at once: they write there no more. Everybody else stays. Hosts only, and no host is put out. */
export async function putOut(visitor: Visitor, deckId: string, personId: string): Promise<void> {
  const { deck, series, asker } = await requireOnDeck(visitor, deckId, 'deck.putOut');
  if (!z.uuid().safeParse(personId).success) throw nothingHere();
  const person = await database().person.findUnique({
    where: { id: personId },
    select: { memberships: { where: { seriesId: series.id, role: 'host' } } },
  });
  if (person === null) throw nothingHere();
  if (person.memberships.length > 0) throw new Refusal('conflict', messages.deck.putOut.host);
  await database().$transaction(async (tx) => {
    const { count } = await tx.putOut.createMany({
      data: [{ deckId, personId, byId: asker.personId }],
      skipDuplicates: true,
    });
    if (count === 0) return;
    await audit(tx, { act: 'deck.putOut', personId: asker.personId, ...placeOf(deck), details: { person: personId } });
  });
  bus().publish('access.changed', { seriesId: series.id, personId });
}

/** Lets somebody who was put out in again. Hosts only. */
export async function letIn(visitor: Visitor, deckId: string, personId: string): Promise<void> {
  const { deck, series, asker } = await requireOnDeck(visitor, deckId, 'deck.putOut');
  if (!z.uuid().safeParse(personId).success) throw nothingHere();
  await database().$transaction(async (tx) => {
    const { count } = await tx.putOut.deleteMany({ where: { deckId, personId } });
    if (count === 0) return;
    await audit(tx, { act: 'deck.letIn', personId: asker.personId, ...placeOf(deck), details: { person: personId } });
  });
  bus().publish('access.changed', { seriesId: series.id, personId });
}

/** Who was put out of a deck, the latest first. */
export async function putOutOf(deckId: string): Promise<readonly PersonView[]> {
  const rows = await database().putOut.findMany({
    where: { deckId },
    orderBy: { createdAt: 'desc' },
    select: { person: { select: { id: true, name: true, hue: true } } },
  });
  return rows.map(({ person }) => person);
}

function placeOf({ id, seriesId, callId }: { id: string; seriesId: string; callId: string | null }) {
  return { seriesId, deckId: id, ...(callId === null ? {} : { callId }) };
}
