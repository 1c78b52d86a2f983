import { addresses } from '#lib/addresses.ts';
import { dateIn } from '#lib/dates/call-date.ts';
import type { CallSummary } from '#lib/views.ts';
import type { Call } from '#prisma/client/client.ts';

/** A call as lists and pages show it. */
export function callSummary(slug: string, call: Call): CallSummary {
  return {
    id: call.id,
    address: call.address,
    title: call.title,
    state: call.state,
    when: {
      at: call.startsAt.toISOString(),
      timeZone: call.timeZone,
      hasTime: call.hasTime,
      date: dateIn(call.startsAt, call.timeZone),
    },
    startedAt: call.startedAt?.toISOString() ?? null,
    endedAt: call.endedAt?.toISOString() ?? null,
    outcome: call.outcome,
    addresses: {
      call: addresses.call(slug, call.address),
      deck: addresses.deck(slug, call.address),
      present: addresses.present(slug, call.address),
      live: addresses.live(slug, call.address),
    },
  };
}
