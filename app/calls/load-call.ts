import 'server-only';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { currentVisitor } from '#app/current-visitor.ts';
import { openPage } from '#app/open-page.ts';
import { parseCallAddress } from '#lib/addresses.ts';
import type { CallPageView, RecordView } from '#lib/views.ts';
import { recordPage } from '#server/archive/record-page.ts';
import { callPage } from '#server/calls/call-page.ts';
import { nothingHere } from '#server/series/find-series.ts';
import { recordMetadata } from './record-metadata.ts';

/** What stands at `/<series>/<date>` or `/<series>/<date>@<edition>`, read once a request. */
export const loadCall = cache(async (series: string, date: string): Promise<CallPageView> => {
  // An `@` arrives as %40 from some clients.
  const parsed = parseCallAddress(decodeURIComponent(date));
  // What is no address of a call may be one that Plenum took over.
  if (parsed === null) return openPage({ path: `/${series}/${date}`, series }, Promise.reject(nothingHere()));
  const { call, edition } = parsed;
  const visitor = await currentVisitor();
  const place = { path: `/${series}/${date}`, series, call };
  if (edition === null) return openPage(place, callPage(visitor, series, call));
  return { kind: 'record', record: await openPage(place, recordPage(visitor, series, call, edition)) };
});

/** The head of the page that stands there. */
export async function callMetadata(series: string, date: string): Promise<Metadata> {
  const view = await loadCall(series, date);
  if (view.kind === 'record') return recordMetadata(view.record, null);
  const { call } = view.kind === 'board' ? view.board : view.ended;
  // A board is of the moment, and not to be found.
  return { title: `${call.title}, ${call.address}`, robots: NOT_FOUND_BY_ROBOTS };
}

/** For pages that no search engine is to keep. */
const NOT_FOUND_BY_ROBOTS = { index: false, follow: false } as const;

/** The record that stands there, for its inner addresses: before it is made they lead to the call. */
export async function loadRecord(series: string, date: string): Promise<RecordView> {
  const view = await loadCall(series, date);
  if (view.kind === 'record') return view.record;
  return redirect((view.kind === 'board' ? view.board : view.ended).call.addresses.call);
}
