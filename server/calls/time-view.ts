import type { TimeView } from '#lib/views.ts';
import { usualTimes } from '#server/sections/usual-times.ts';
import type { Call } from '#prisma/client/client.ts';

/** Of a deck without a call, and for who may not read it. */
export const NO_TIME: TimeView = { slot: null, usual: {} };

/** The time of a call and of its sections. Whether the visitor may read the deck was asked before. */
export async function timeView(call: Pick<Call, 'seriesId' | 'startsAt' | 'slotSeconds'>): Promise<TimeView> {
  return { slot: call.slotSeconds, usual: await usualTimes(call) };
}
