import { parseDeck } from '#lib/slides/parse-deck.ts';
import { scheduleOf } from '#lib/dates/call-date.ts';
import { writeEdition } from '#server/archive/write-edition.ts';
import { insertCall, insertCallDeck } from '#server/calls/insert-call.ts';
import { database } from '#server/database/client.ts';

/** Writes a call of that day with its sealed record straight into the database: the quick way to an archive. Gives the call's id. */
export async function pastCall(seriesId: string, date: string, text: string, title = 'Harbour call'): Promise<string> {
  const schedule = scheduleOf(date, undefined, 'UTC');
  const provenance = { type: 'call', deck: 'none', epoch: 1, seq: 1, endedAt: `${date}T13:00:00.000Z` } as const;
  const material = {
    kind: 'slides',
    title,
    ...schedule,
    model: parseDeck(text),
    anchorOf: null,
    sections: null,
  } as const;
  return database().$transaction(async (tx) => {
    const call = await insertCall(tx, { seriesId, date, schedule, title, state: 'ended' });
    const deckId = await insertCallDeck(tx, call, { text, personId: null });
    await tx.deck.update({ where: { id: deckId }, data: { frozenAt: new Date() } });
    await writeEdition(tx, {
      callId: call.id,
      source: new TextEncoder().encode(text),
      material: { ...material, assets: {}, provenance },
      personId: null,
      sealsAt: new Date(0),
    });
    return call.id;
  });
}
