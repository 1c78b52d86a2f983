import { parseCallAddress } from '#lib/addresses.ts';
import { parseDeck } from '#lib/slides/parse-deck.ts';
import type { CallPageView, CallView } from '#lib/views.ts';
import type { Visitor } from '#lib/visitor.ts';
import { recordView } from '#server/archive/record-page.ts';
import { database } from '#server/database/client.ts';
import { readDeck } from '#server/decks/read-deck.ts';
import { nothingHere } from '#server/series/find-series.ts';
import { seriesReference } from '#server/series/series-reference.ts';

import { callSummary } from './call-summary.ts';
import { callMay, findCall } from './find-call.ts';
import type { FoundCall } from './find-call.ts';

/** What an address `2024-12-12`, `2024-12-12-2` or `2024-12-12@2` of a series shows: the board, or once ended the record. */
export async function callPage(visitor: Visitor, slug: string, address: string): Promise<CallPageView> {
  const parsed = parseCallAddress(address);
  if (parsed === null) throw nothingHere();
  const found = await findCall(visitor, slug, parsed.call, 'call.read');
  if (found.call.state === 'ended') return { kind: 'record', record: await recordView(found, parsed.edition) };
  if (parsed.edition !== null) throw nothingHere();
  return { kind: 'board', board: await boardOf(found) };
}

async function boardOf(found: FoundCall): Promise<CallView> {
  const { call, asker } = found;
  const may = callMay(found);
  return {
    series: seriesReference(call.series, asker),
    call: callSummary(call.series.slug, call),
    deck: may.readDeck ? await outlineOf(found) : null,
    may,
  };
}

async function outlineOf({ deck }: FoundCall): Promise<CallView['deck']> {
  const [{ text }, newest] = await Promise.all([
    readDeck(deck.id),
    database().deckUpdate.findFirst({
      where: { deckId: deck.id, seq: { gt: 1 } },
      orderBy: { seq: 'desc' },
      select: { createdAt: true },
    }),
  ]);
  const model = parseDeck(text);
  return {
    id: deck.id,
    slides: model.slides.length,
    sections: model.sections.map(({ key, title, fromSlide, toSlide }) => ({
      key,
      title,
      fromSlide,
      slides: toSlide - fromSlide,
    })),
    changedAt: newest?.createdAt.toISOString() ?? null,
  };
}
