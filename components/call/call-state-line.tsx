'use client';

import { CallTime, ClockTime } from '#components/time/call-time.tsx';
import { StatusMark } from '#components/ui/status-mark.tsx';
import { messages } from '#lib/messages/en.ts';
import type { CallSummary } from '#lib/views.ts';

/** In one line: whether a call is planned, live or ended, and when. */
export function CallStateLine({ call, madeAt }: { readonly call: CallSummary; readonly madeAt: string }) {
  const words = messages.call;
  switch (call.state) {
    case 'planned':
      return (
        <p className="flex flex-wrap items-center gap-x-3 text-16">
          <span className="font-semibold">{words.planned}</span>
          <CallTime when={call.when} madeAt={madeAt} distance />
        </p>
      );
    case 'live':
      return (
        <p className="flex flex-wrap items-center gap-x-3 text-16">
          <StatusMark status="live">{messages.frame.callState.live}</StatusMark>
          {call.startedAt !== null && (
            <ClockTime at={call.startedAt} timeZone={call.when.timeZone} say={words.liveSince} />
          )}
        </p>
      );
    case 'ended':
      return (
        <p className="flex flex-wrap items-center gap-x-3 text-16">
          {call.outcome !== null && <span className="font-semibold">{messages.closing.outcomes[call.outcome]}</span>}
          <CallTime when={call.when} madeAt={madeAt} />
        </p>
      );
  }
}
