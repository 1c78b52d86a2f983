import type { ClosingProgress } from '#lib/closing/closing-views.ts';
import type { CallSummary } from '#lib/views.ts';
import type { Visitor } from '#lib/visitor.ts';
import { isUuid } from '#lib/uuid.ts';
import { authorize } from '#server/accounts/authorize.ts';
import { database } from '#server/database/client.ts';
import { progressOf } from '#server/closing/ended-view.ts';
import { nothingHere } from '#server/series/find-series.ts';

/** Whether a call is planned, live or ended, and how far its end has come while there is no record. */
export interface CallStateView extends Pick<CallSummary, 'state'> {
  readonly closing: ClosingProgress | null;
}

/** What pages ask that wait for a call, by the thousand, so nothing else is read. */
export async function callState(visitor: Visitor, callId: string): Promise<CallStateView> {
  if (!isUuid(callId)) throw nothingHere();
  const call = await database().call.findUnique({
    where: { id: callId },
    select: {
      state: true,
      series: true,
      decks: { where: { kind: 'call' }, select: { id: true } },
      closing: { select: { step: true, picturesTotal: true, picturesDone: true, details: true, error: true } },
    },
  });
  if (call === null) throw nothingHere();
  await authorize(visitor, 'call.read', call.series, call.decks[0]?.id);
  const { state, closing } = call;
  const open = closing !== null && (closing.step === 'pictures' || closing.step === 'edition');
  return { state, closing: open ? progressOf(closing) : null };
}
