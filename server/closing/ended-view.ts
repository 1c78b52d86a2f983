import { closingDetailsSchema } from '#lib/closing/closing-details.ts';
import type { ClosingProgress, EndedView } from '#lib/closing/closing-views.ts';
import { requireAct } from '#server/accounts/authorize.ts';
import { callSummary } from '#server/calls/call-summary.ts';
import { callMay, resumableUntil } from '#server/calls/find-call.ts';
import type { CallParts, FoundCall } from '#server/calls/find-call.ts';
import { seriesReference } from '#server/series/series-reference.ts';

/** A call that has ended and has no record, for who may read its record. */
export function endedView(found: FoundCall): EndedView {
  const { call, asker } = found;
  requireAct(asker, 'record.read', call.series);
  const may = callMay(found);
  return {
    series: seriesReference(call.series, asker),
    call: callSummary(call.series.slug, call),
    progress: progressOf(call.closing),
    resumableUntil: may.resume ? (resumableUntil(call)?.toISOString() ?? null) : null,
    may,
    reopen: call.outcome === 'not_held' && may.delete,
  };
}

/** How far a closing has come; null without one. */
export function progressOf(closing: CallParts['closing']): ClosingProgress | null {
  if (closing === null) return null;
  const { step, picturesDone, picturesTotal, details, error } = closing;
  const { missing } = closingDetailsSchema.catch({ missing: [] }).parse(details);
  return {
    step,
    pictures: { done: picturesDone, of: picturesTotal, missing: missing.length },
    stuck: error !== null,
  };
}
