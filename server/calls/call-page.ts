import { parseCallAddress } from '#lib/addresses.ts';
import type { CallPageView, CallView } from '#lib/views.ts';
import type { Visitor } from '#lib/visitor.ts';
import { endedView } from '#server/closing/ended-view.ts';
import { recordView } from '#server/archive/record-page.ts';
import { deckReference } from '#server/decks/deck-reference.ts';
import { nothingHere } from '#server/series/find-series.ts';
import { personView } from '#server/series/person-view.ts';
import { seriesReference } from '#server/series/series-reference.ts';

import { callSummary } from './call-summary.ts';
import { callMay, findCall } from './find-call.ts';
import type { FoundCall } from './find-call.ts';
import { NO_TIME, timeView } from './time-view.ts';

/** What an address `2024-12-12`, `2024-12-12-2` or `2024-12-12@2` of a series shows: the board, or once ended the record. */
export async function callPage(visitor: Visitor, slug: string, address: string): Promise<CallPageView> {
  const parsed = parseCallAddress(address);
  if (parsed === null) throw nothingHere();
  const found = await findCall(visitor, slug, parsed.call, 'call.read');
  const { state, record } = found.call;
  if (state === 'ended' && parsed.edition === null && record?.editions[0] === undefined)
    return { kind: 'ended', ended: endedView(found) };
  if (state === 'ended') return { kind: 'record', record: await recordView(found, parsed.edition) };
  if (parsed.edition !== null) throw nothingHere();
  return { kind: 'board', board: await boardOf(found) };
}

async function boardOf(found: FoundCall): Promise<CallView> {
  const { call, deck, asker } = found;
  const may = callMay(found);
  return {
    series: seriesReference(call.series, asker),
    call: callSummary(call.series.slug, call),
    deck: may.readDeck ? await deckReference(deck) : null,
    time: may.readDeck ? await timeView(call) : NO_TIME,
    person: personView(found.author),
    may,
  };
}
