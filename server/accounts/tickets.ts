import { Refusal } from '#lib/errors.ts';
import type { Visitor } from '#lib/visitor.ts';
import { audit } from '#server/audit.ts';
import { database } from '#server/database/client.ts';
import { hueFor } from './hue.ts';
import { newToken, tokenHash } from './tokens.ts';

/** Whether the holder of a ticket may write or only read. */
export type TicketGrant = 'read' | 'write';

/** Makes a ticket for one deck and a person of its own; gives the token, which is not stored. */
export async function createTicket(
  deckId: string,
  { grant, name, minutes }: { readonly grant: TicketGrant; readonly name: string; readonly minutes: number },
): Promise<string> {
  const token = newToken();
  await database().$transaction(async (tx) => {
    const deck = await tx.deck.findUnique({ where: { id: deckId } });
    if (deck === null) throw new Refusal('not-found', `There is no deck ${deckId}: \`plenum decks\` lists them.`);
    const person = await tx.person.create({ data: { name, hue: hueFor(await tx.person.count()) } });
    await tx.ticket.create({
      data: {
        tokenHash: tokenHash(token),
        deckId,
        personId: person.id,
        grant,
        expiresAt: new Date(Date.now() + minutes * 60_000),
      },
    });
    await audit(tx, {
      act: 'ticket.create',
      personId: null,
      seriesId: deck.seriesId,
      deckId,
      details: { grant, name, minutes },
    });
  });
  return token;
}

/** Who holds this ticket for this deck, and what for; null when it is unknown, expired or for another deck. */
export async function visitorOfTicket(
  token: string,
  deckId: string,
): Promise<{ readonly visitor: Visitor; readonly grant: TicketGrant } | null> {
  const ticket = await database().ticket.findUnique({
    where: { tokenHash: tokenHash(token) },
    include: { person: true },
  });
  if (
    ticket === null ||
    ticket.deckId !== deckId ||
    ticket.expiresAt.getTime() <= Date.now() ||
    ticket.person.disabledAt !== null
  )
    return null;
  const { id, name, hue } = ticket.person;
  return { visitor: { person: { id, name, hue, admin: false, signedIn: false }, linkIds: [] }, grant: ticket.grant };
}
