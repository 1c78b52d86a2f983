import type { LiveView } from '#lib/views.ts';
import type { Visitor } from '#lib/visitor.ts';
import { assetMap } from '#server/assets/asset-map.ts';
import { deckReference, hiddenDeck } from '#server/decks/deck-reference.ts';
import { personView } from '#server/series/person-view.ts';
import { seriesReference } from '#server/series/series-reference.ts';

import { callSummary } from './call-summary.ts';
import { callMay, findCall, liveStateOf } from './find-call.ts';
import type { FoundCall } from './find-call.ts';

/** What the audience of a call sees; before and after it without the deck, unless the visitor may read that anyway. */
export async function livePage(visitor: Visitor, slug: string, address: string): Promise<LiveView> {
  return liveView(await findCall(visitor, slug, address, 'live.read'));
}

/** The same for a call that was found already. */
export async function liveView(found: FoundCall): Promise<LiveView> {
  const { call, deck, asker } = found;
  const may = callMay(found);
  const live = liveStateOf(call);
  const shows = live !== null || may.readDeck;
  return {
    series: seriesReference(call.series, asker),
    call: callSummary(call.series.slug, call),
    deck: shows ? await deckReference(deck) : { ...hiddenDeck(deck) },
    pictures: { assets: shows ? await assetMap(call.seriesId) : {}, foreignPictures: call.series.foreignPictures },
    live,
    person: personView(found.author),
    may,
  };
}
