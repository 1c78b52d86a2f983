import { addresses } from '#lib/addresses.ts';
import { whyOwn } from '#lib/sections/own-section.ts';
import type { PlacedSection } from '#lib/sections/placed-section.ts';
import { nextCallAfter } from '#server/calls/next-call.ts';
import { callsOf } from '#server/calls/calls-of.ts';
import { database } from '#server/database/client.ts';
import { readDeck } from '#server/decks/read-deck.ts';
import type { Series } from '#prisma/client/client.ts';
import { placedSections } from './placed-sections.ts';

/**
 * Where somebody goes who comes to write: into the deck of the call that is live or next, at their own section where they have
 * one. Without a call to come, the series' page.
 */
export async function whereToWrite(series: Series, personId: string | null): Promise<string> {
  const call =
    (await database().call.findFirst({ where: { ...callsOf(series.id), state: 'live' } })) ??
    (await nextCallAfter(series, new Date()));
  const deck = call === null ? null : await database().deck.findFirst({ where: { callId: call.id, kind: 'call' } });
  if (call === null || deck === null) return addresses.series(series.slug);
  return addresses.deck(series.slug, call.address, await keyOf(deck, (one) => whyOwn(one, personId) !== null));
}

/** Where a section of a deck is written. */
export async function sectionAddress(
  place: { readonly series: string; readonly call: string },
  deck: { readonly id: string; readonly seriesId: string },
  sectionId: string,
): Promise<string> {
  return addresses.deck(place.series, place.call, await keyOf(deck, ({ row }) => row?.id === sectionId));
}

async function keyOf(
  deck: { readonly id: string; readonly seriesId: string },
  is: (placed: PlacedSection) => boolean,
): Promise<string | undefined> {
  const { sections } = await placedSections(
    { deckId: deck.id, seriesId: deck.seriesId },
    await readDeck(deck.id),
    database(),
  );
  return sections.find(is)?.section.key;
}
