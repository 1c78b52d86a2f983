import type { Visitor } from '#lib/visitor.ts';
import { audit } from '#server/audit.ts';
import { bus } from '#server/bus/open-bus.ts';
import { callsOf } from '#server/calls/calls-of.ts';
import { database } from '#server/database/client.ts';
import { findSeries } from './find-series.ts';

/** Says whether the baton is offered to a section's reporter when the stage comes to it, also in a call that is live. For hosts. */
export async function chooseOffers(visitor: Visitor, slug: string, offers: boolean): Promise<void> {
  const { series, asker } = await findSeries(visitor, slug, 'series.manage');
  if (series.offersBaton === offers) return;
  await database().$transaction(async (tx) => {
    await tx.series.update({ where: { id: series.id }, data: { offersBaton: offers } });
    await audit(tx, { act: 'series.offers', personId: asker.personId, seriesId: series.id, details: { offers } });
  });
  const decks = await database().deck.findMany({
    where: { kind: 'call', call: { ...callsOf(series.id), state: 'live' } },
    select: { id: true },
  });
  for (const { id } of decks) bus().publish('deck.state', { deckId: id });
}
