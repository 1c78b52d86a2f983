import 'server-only';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { currentVisitor } from '#app/current-visitor.ts';
import { openPage } from '#app/open-page.ts';
import { parseCallAddress } from '#lib/addresses.ts';
import type { CallPageView } from '#lib/views.ts';
import { recordPage } from '#server/archive/record-page.ts';
import { callPage } from '#server/calls/call-page.ts';

/** What stands at `/<series>/<date>` or `/<series>/<date>@<edition>`, read once a request. */
export const loadCall = cache(async (series: string, date: string): Promise<CallPageView> => {
  // An `@` arrives as %40 from some clients.
  const parsed = parseCallAddress(decodeURIComponent(date));
  if (parsed === null) return notFound();
  const { call, edition } = parsed;
  const visitor = await currentVisitor();
  const place = { path: `/${series}/${date}`, series, call };
  if (edition === null) return openPage(place, callPage(visitor, series, call));
  return { kind: 'record', record: await openPage(place, recordPage(visitor, series, call, edition)) };
});

/** The title of what stands there. */
export async function callTitle(series: string, date: string): Promise<string> {
  const view = await loadCall(series, date);
  const { call } = view.kind === 'board' ? view.board : view.record;
  return `${call.title}, ${call.address}`;
}
