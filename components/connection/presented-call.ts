import type { PresentInput } from '#lib/present/present-deck.ts';
import type { CallSummary, SeriesReference } from '#lib/views.ts';

/** What slides take from the call that their deck belongs to; null for a deck without one. */
export function presentedCall({
  call,
  series,
}: {
  readonly call: CallSummary | null;
  readonly series: SeriesReference;
}): PresentInput['call'] {
  return call === null ? null : { date: call.when.date, title: call.title, series: series.name };
}
