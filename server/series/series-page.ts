import { may } from '#lib/access.ts';
import type { SeriesView } from '#lib/views.ts';
import type { Visitor } from '#lib/visitor.ts';
import { addresses } from '#lib/addresses.ts';
import { countRecords, recordSummaries } from '#server/archive/record-summaries.ts';
import { callSummary } from '#server/calls/call-summary.ts';
import { callsOf } from '#server/calls/calls-of.ts';
import { database } from '#server/database/client.ts';
import type { Series } from '#prisma/client/client.ts';

import { findSeries } from './find-series.ts';
import { seriesReference } from './series-reference.ts';
import { templateDeck } from './template-deck.ts';

const LATEST = 6;
const LATEST_NOT_HELD = 3;
/** Older ones tell nobody anything. */
const OF_LATE_MS = 90 * 86_400_000;

/** A series' own page: what runs, what is to come, what was. Records and template only for who may read them. */
export async function seriesPage(visitor: Visitor, slug: string): Promise<SeriesView> {
  const { series, asker } = await findSeries(visitor, slug, 'series.read');
  const readsRecords = may(asker, 'record.read', series);
  const [coming, notHeld, latestRecords, records, template, teams] = await Promise.all([
    database().call.findMany({
      where: { ...callsOf(series.id), state: { not: 'ended' } },
      orderBy: [{ startsAt: 'asc' }, { address: 'asc' }],
    }),
    readsRecords ? notHeldOf(series) : [],
    readsRecords ? recordSummaries(series, { limit: LATEST }) : [],
    readsRecords ? countRecords(series.id) : 0,
    may(asker, 'deck.read', series) ? templateOf(series) : null,
    readsRecords ? teamsOf(series, may(asker, 'team.manage', series)) : null,
  ]);
  const live = coming.find((call) => call.state === 'live');
  const { readDecks, readLive, readRecords, write } = series;
  return {
    series: seriesReference(series, asker),
    audiences: { readDecks, readLive, readRecords, write },
    live: live === undefined ? null : callSummary(slug, live),
    planned: coming.filter((call) => call.state === 'planned').map((call) => callSummary(slug, call)),
    notHeld: notHeld.map((call) => callSummary(slug, call)),
    latestRecords,
    records,
    template,
    teams,
  };
}

async function notHeldOf(series: Series) {
  return database().call.findMany({
    where: { ...callsOf(series.id), outcome: 'not_held', startsAt: { gt: new Date(Date.now() - OF_LATE_MS) } },
    orderBy: { startsAt: 'desc' },
    take: LATEST_NOT_HELD,
  });
}

async function templateOf(series: Series): Promise<SeriesView['template']> {
  const deck = await templateDeck(series.id);
  return deck === null ? null : { deckId: deck.id, address: addresses.template(series.slug) };
}

/** Ceremony stays away until it is used: only hosts are told that there could be teams. */
async function teamsOf(series: Series, always: boolean): Promise<SeriesView['teams']> {
  const count = await database().team.count({ where: { seriesId: series.id } });
  return count > 0 || always ? { count, address: addresses.teams(series.slug) } : null;
}
