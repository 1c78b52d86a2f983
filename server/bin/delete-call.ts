import { z } from 'zod';
import { addresses } from '#lib/addresses.ts';
import { binBegins } from '#lib/bin/bin-time.ts';
import { Refusal } from '#lib/errors.ts';
import { messages } from '#lib/messages/en.ts';
import type { Visitor } from '#lib/visitor.ts';
import { audit } from '#server/audit.ts';
import { bus } from '#server/bus/open-bus.ts';
import { findCallById, type FoundCall } from '#server/calls/find-call.ts';
import { database, type Transaction } from '#server/database/client.ts';
import { flushDeck } from '#server/decks/flush-deck.ts';
import { nothingHere } from '#server/series/find-series.ts';

const rowsSchema = z.array(z.object({ state: z.enum(['planned', 'live', 'ended']), deleted_at: z.date().nullable() }));

/** Whoever else starts, deletes or brings it back at this moment waits here. */
async function holdCall(tx: Transaction, callId: string) {
  const [row] = rowsSchema.parse(
    await tx.$queryRaw`SELECT state::text, deleted_at FROM call WHERE id = ${callId}::uuid FOR UPDATE`,
  );
  if (row === undefined) throw nothingHere();
  return { state: row.state, deletedAt: row.deleted_at };
}

/** Open pages learn it first, then whatever is open is asked again and closed. */
function ring({ call }: FoundCall): void {
  const { seriesId, id: callId } = call;
  bus().publish('rows.changed', { seriesId, callId, what: 'call' });
  bus().publish('access.changed', { seriesId });
}

function acted({ call, deck }: FoundCall, personId: string | null) {
  return { personId, seriesId: call.seriesId, callId: call.id, deckId: deck.id, details: { address: call.address } };
}

/**
 * Puts a call into the bin: nobody reads or writes anything of it until a host brings it back, within 30 days. Its deck, record
 * and address stay as they are. For hosts. A live call is refused. Deleting it twice is one act.
 */
export async function deleteCall(visitor: Visitor, callId: string): Promise<{ readonly address: string }> {
  const found = await findCallById(visitor, callId, 'call.delete');
  const { call, deck } = found;
  // What is typed at this moment is there when it is brought back.
  if (call.deletedAt === null && deck.frozenAt === null) await flushDeck(deck.id);
  const personId = visitor.person?.id ?? null;
  const deleted = await database().$transaction(async (tx) => {
    const { state, deletedAt } = await holdCall(tx, callId);
    if (deletedAt !== null) return false;
    if (state === 'live') throw new Refusal('conflict', messages.bin.call.live);
    await tx.call.update({ where: { id: callId }, data: { deletedAt: new Date(), deletedById: personId } });
    await audit(tx, { act: 'call.delete', ...acted(found, personId) });
    return true;
  });
  if (deleted) ring(found);
  return { address: addresses.call(call.series.slug, call.address) };
}

/** Brings a call back from the bin, as it was. For hosts. Doing it twice is one act; after 30 days it is refused. */
export async function restoreCall(
  visitor: Visitor,
  callId: string,
  now = new Date(),
): Promise<{ readonly address: string }> {
  const found = await findCallById(visitor, callId, 'call.delete');
  const personId = visitor.person?.id ?? null;
  const restored = await database().$transaction(async (tx) => {
    const { deletedAt } = await holdCall(tx, callId);
    if (deletedAt === null) return false;
    if (deletedAt < binBegins(now)) throw new Refusal('conflict', messages.bin.tooLate);
    await tx.call.update({ where: { id: callId }, data: { deletedAt: null, deletedById: null } });
    await audit(tx, { act: 'call.restore', ...acted(found, personId) });
    return true;
  });
  if (restored) ring(found);
  return { address: addresses.call(found.call.series.slug, found.call.address) };
}
