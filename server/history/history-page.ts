import { addresses } from '#lib/addresses.ts';
import { may } from '#lib/access.ts';
import type { HistoryPart, HistoryView } from '#lib/history/history-views.ts';
import type { CallSummary } from '#lib/views.ts';
import type { Visitor } from '#lib/visitor.ts';
import { authorize } from '#server/accounts/authorize.ts';
import { assetMap } from '#server/assets/asset-map.ts';
import { callSummary } from '#server/calls/call-summary.ts';
import { findCall } from '#server/calls/find-call.ts';
import { lockOf } from '#server/decks/deck-page.ts';
import { flushDeck } from '#server/decks/flush-deck.ts';
import { putOutOf } from '#server/decks/put-out.ts';
import { environment } from '#server/environment.ts';
import { findSeries, nothingHere } from '#server/series/find-series.ts';
import { personView } from '#server/series/person-view.ts';
import { seriesReference } from '#server/series/series-reference.ts';
import { templateDeck } from '#server/series/template-deck.ts';
import { historyEntries } from './history-entries.ts';
import { logBounds } from './read-log.ts';
import { requireHistory, type HistoryDeck } from './require-history.ts';

/** The history of a call's deck. For members, and for who writes it. */
export async function historyPage(visitor: Visitor, slug: string, address: string): Promise<HistoryView> {
  const { call, deck } = await findCall(visitor, slug, address, 'deck.history');
  return view(await requireHistory(visitor, deck.id), callSummary(slug, call));
}

/** The history of a series' template. For members, and for who writes its decks. */
export async function templateHistory(visitor: Visitor, slug: string): Promise<HistoryView> {
  const { series } = await findSeries(visitor, slug, 'series.read');
  const deck = await templateDeck(series.id);
  if (deck === null) throw nothingHere();
  await authorize(visitor, 'deck.history', series, deck.id);
  return view(await requireHistory(visitor, deck.id), null);
}

/** The part of a history before the one that ended with this cursor. */
export async function olderHistory(visitor: Visitor, deckId: string, cursor: string): Promise<HistoryPart> {
  const { deck } = await requireHistory(visitor, deckId);
  return historyEntries(deck, cursor);
}

async function view(found: HistoryDeck, call: CallSummary | null): Promise<HistoryView> {
  const { deck, asker, author } = found;
  const { series } = deck;
  // What is typed at this moment is part of it.
  await flushDeck(deck.id);
  const rights = mayOf(found, call !== null);
  const [part, bounds] = [await historyEntries(deck, null), await logBounds(deck.id)];
  return {
    ...part,
    series: seriesReference(series, asker),
    call,
    deck: {
      id: deck.id,
      address: call?.addresses.deck ?? addresses.template(series.slug),
      frozen: deck.frozenAt !== null,
      lock: await lockOf(deck),
    },
    pictures: { assets: await assetMap(series.id), foreignPictures: series.foreignPictures },
    putOut: rights.putOut ? await putOutOf(deck.id) : [],
    head: bounds?.head ?? 0,
    keptDays: environment().historyDays,
    may: rights,
    you: personView(author),
  };
}

function mayOf({ deck, asker, host, writes }: HistoryDeck, ofCall: boolean): HistoryView['may'] {
  const open = deck.frozenAt === null && ofCall;
  return {
    restoreAll: host && writes,
    restoreOwn: writes,
    undoOthers: host && writes,
    name: writes,
    lock: open && may(asker, 'deck.lock', deck.series),
    putOut: open && may(asker, 'deck.putOut', deck.series),
  };
}
