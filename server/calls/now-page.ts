import { may } from '#lib/access.ts';
import { recordView } from '#server/archive/record-page.ts';
import type { NowView, RecordView } from '#lib/views.ts';
import type { Visitor } from '#lib/visitor.ts';
import { database } from '#server/database/client.ts';
import { findSeries } from '#server/series/find-series.ts';
import type { FoundSeries } from '#server/series/find-series.ts';
import { seriesReference } from '#server/series/series-reference.ts';
import { Refusal } from '#lib/errors.ts';

import { callSummary } from './call-summary.ts';
import { callsOf } from './calls-of.ts';
import { findCall } from './find-call.ts';
import { liveView } from './live-page.ts';
import { nextCallAfter } from './next-call.ts';

/** The one address of a series that is always right: the call that runs, else when the next is, with the last record. */
export async function nowPage(visitor: Visitor, slug: string): Promise<NowView> {
  const { series, asker } = await findSeries(visitor, slug, 'series.read');
  const running = await database().call.findFirst({
    where: { ...callsOf(series.id), state: 'live' },
    orderBy: { startedAt: 'desc' },
  });
  if (running !== null && may(asker, 'live.read', series)) {
    return { kind: 'live', live: await liveView(await findCall(visitor, slug, running.address, 'live.read')) };
  }
  const next = running ?? (await nextCallAfter(series, new Date()));
  return {
    kind: 'waiting',
    series: seriesReference(series, asker),
    next: next === null ? null : callSummary(slug, next),
    lastRecord: may(asker, 'record.read', series) ? await lastRecord(visitor, { series, asker }) : null,
  };
}

async function lastRecord(visitor: Visitor, { series }: FoundSeries): Promise<RecordView | null> {
  const last = await database().call.findFirst({
    where: { ...callsOf(series.id), record: { isNot: null } },
    orderBy: [{ startsAt: 'desc' }, { address: 'desc' }],
  });
  if (last === null) return null;
  try {
    return await recordView(await findCall(visitor, series.slug, last.address, 'record.read'), null);
  } catch (error) {
    // Its call was resumed between the two questions.
    if (error instanceof Refusal && error.code === 'not-found') return null;
    throw error;
  }
}
