import { may } from '#lib/access.ts';
import type { HomeView, SeriesSummary } from '#lib/views.ts';
import type { Visitor } from '#lib/visitor.ts';
import { askerFor } from '#server/accounts/authorize.ts';
import { countRecords, recordSummaries } from '#server/archive/record-summaries.ts';
import { countOwnBin } from '#server/bin/bin-pages.ts';
import { yourSections } from '#server/sections/your-sections.ts';
import { callSummary } from '#server/calls/call-summary.ts';
import { nextCallAfter } from '#server/calls/next-call.ts';
import { callsOf } from '#server/calls/calls-of.ts';
import { database } from '#server/database/client.ts';
import type { Prisma, Series } from '#prisma/client/client.ts';

import { seriesReference } from './series-reference.ts';

/** The home page: every series that the visitor may see something of, their own first. */
export async function listSeries(visitor: Visitor): Promise<HomeView> {
  const series = await database().series.findMany({ where: visibleTo(visitor), orderBy: { name: 'asc' } });
  const summaries = await Promise.all(series.map((one) => summaryOf(visitor, one)));
  const visible = summaries.filter((summary) => summary !== null);
  return {
    inBin: await countOwnBin(visitor),
    yours: await yourSections(visitor),
    series: [
      ...visible.filter((one) => one.series.role !== null),
      ...visible.filter((one) => one.series.role === null),
    ],
    may: { createSeries: visitor.person?.signedIn ?? false },
  };
}

/** Narrows a search to series that a visitor may see something of; the table of lib/access has the last word on each. */
export function visibleTo({ person, linkIds }: Visitor): Prisma.SeriesWhereInput {
  const open: Prisma.SeriesWhereInput[] = [{ readDecks: 'public' }, { readLive: 'public' }, { readRecords: 'public' }];
  if (person !== null) open.push({ memberships: { some: { personId: person.id } } });
  if (person?.signedIn === true) open.push({ write: 'signed_in' });
  if (linkIds.length > 0) open.push({ links: { some: { id: { in: [...linkIds] } } } });
  return { deletedAt: null, OR: open };
}

async function summaryOf(visitor: Visitor, series: Series): Promise<SeriesSummary | null> {
  const asker = await askerFor(visitor, series.id);
  if (!may(asker, 'series.read', series)) return null;
  const readsRecords = may(asker, 'record.read', series);
  const [live, next, latest, records] = await Promise.all([
    database().call.findFirst({ where: { ...callsOf(series.id), state: 'live' }, orderBy: { startedAt: 'desc' } }),
    nextCallAfter(series, new Date()),
    readsRecords ? recordSummaries(series, { limit: 1 }) : [],
    readsRecords ? countRecords(series.id) : 0,
  ]);
  return {
    series: seriesReference(series, asker),
    live: live === null ? null : callSummary(series.slug, live),
    next: next === null ? null : callSummary(series.slug, next),
    lastRecord: latest[0] ?? null,
    records,
  };
}
