import { freeCallAddress } from '#lib/dates/call-date.ts';
import type { Schedule } from '#lib/dates/call-date.ts';
import type { Transaction } from '#server/database/client.ts';
import { createDeck } from '#server/decks/create-deck.ts';
import { makeFirstSections } from '#server/sections/first-sections.ts';
import type { Call } from '#prisma/client/client.ts';
import { latestSlot } from './latest-slot.ts';

export interface NewCall {
  readonly seriesId: string;
  /** Its day in the series' zone; its address, unless another call has that. */
  readonly date: string;
  readonly schedule: Schedule;
  readonly title: string;
  readonly state: 'planned' | 'ended';
  /** The address of that day that it is meant to get, if that is still free. */
  readonly address?: string | null;
}

/** Makes a call at the next free address of its day, in the caller's transaction. */
export async function insertCall(
  tx: Transaction,
  { seriesId, date, schedule, title, state, address: wanted }: NewCall,
): Promise<Call> {
  // Whoever else plans a call of this series waits here, so that two calls of one day get two addresses.
  await tx.$queryRaw`SELECT 1 FROM series WHERE id = ${seriesId}::uuid FOR UPDATE`;
  const taken = new Set(await addressesOf(tx, seriesId, date));
  const isFree = typeof wanted === 'string' && !taken.has(wanted);
  const address = isFree ? wanted : freeCallAddress(date, (candidate) => taken.has(candidate));
  const endedAt = state === 'ended' ? schedule.startsAt : null;
  const slotSeconds = state === 'planned' ? await latestSlot(tx, seriesId) : null;
  return tx.call.create({
    data: { seriesId, address, title, state, ...schedule, startedAt: endedAt, endedAt, slotSeconds },
  });
}

/** Makes the deck of a call. */
export async function insertCallDeck(
  tx: Transaction,
  call: Call,
  { text, personId }: { readonly text: string; readonly personId: string | null },
): Promise<string> {
  const { seriesId } = call;
  const { deckId } = await createDeck(tx, { kind: 'call', seriesId, callId: call.id, text, personId });
  // So that a section can be taken before anybody has opened the deck. Of a record nothing is taken any more.
  if (call.state !== 'ended') await makeFirstSections(tx, { deckId, seriesId });
  return deckId;
}

async function addressesOf(tx: Transaction, seriesId: string, date: string): Promise<readonly string[]> {
  const where = { seriesId, address: { startsWith: date } };
  const [calls, moved] = [
    await tx.call.findMany({ where, select: { address: true } }),
    await tx.callAddress.findMany({ where, select: { address: true } }),
  ];
  return [...calls, ...moved].map((row) => row.address);
}
