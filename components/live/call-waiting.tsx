'use client';

import Link from 'next/link';
import { Countdown } from '#components/call/countdown.tsx';
import { Lookout } from '#components/call/lookout.tsx';
import { OfflineLine } from '#components/call/offline-line.tsx';
import { useNow } from '#components/time/clock.ts';
import { CallTime } from '#components/time/call-time.tsx';
import { LinkButton } from '#components/ui/button.tsx';
import { RESUME_WINDOW } from '#lib/calls/resume-window.ts';
import { messages } from '#lib/messages/en.ts';
import type { CallMay, CallSummary, SeriesReference } from '#lib/views.ts';

const words = messages.live.waiting;
const LOOK_EVERY_MS = 15_000;

interface CallWaitingProps {
  readonly series: Pick<SeriesReference, 'name' | 'addresses'>;
  readonly call: CallSummary;
  readonly may: Pick<CallMay, 'readRecord'>;
  /** When the page was made, ISO 8601. */
  readonly madeAt: string;
}

/** The audience's page while the call is not live: before it a countdown, after it the way to the record. */
export function CallWaiting({ series, call, may, madeAt }: CallWaitingProps) {
  const ended = call.state === 'ended';
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-[44rem] flex-col justify-center gap-6 px-6 py-16">
      <p className="flex flex-wrap gap-x-4 text-14 text-soft">
        <Link href={series.addresses.series} className="link-text">
          {series.name}
        </Link>
        <CallTime when={call.when} madeAt={madeAt} />
      </p>
      <h1 className="text-31 font-semibold tracking-tight tablet:text-39">{call.title}</h1>
      <p className="max-w-[60ch] text-16 text-soft">{ended ? endedWords(may) : plannedWords(call)}</p>
      <Waiting call={call} madeAt={madeAt} />
      <OfflineLine />
      {ended && may.readRecord && (
        <div>
          <LinkButton tone="main" href={call.addresses.call}>
            {messages.live.openRecord}
          </LinkButton>
        </div>
      )}
    </main>
  );
}

function Waiting({ call, madeAt }: Pick<CallWaitingProps, 'call' | 'madeAt'>) {
  const now = useNow(madeAt);
  if (call.state === 'ended') {
    const ago = now.getTime() - Date.parse(call.endedAt ?? madeAt);
    // A call that was ended too early goes on within this time.
    return ago < RESUME_WINDOW ? <Lookout every={2 * LOOK_EVERY_MS} call={call} /> : null;
  }
  if (call.when.hasTime) return <Countdown call={call} at={call.when.at} madeAt={madeAt} />;
  return <Lookout every={LOOK_EVERY_MS} call={call} />;
}

function endedWords({ readRecord }: CallWaitingProps['may']): string {
  return readRecord ? words.ended : `${messages.live.ended} ${messages.audience.waiting.noRecord}`;
}

function plannedWords({ when }: CallSummary): string {
  return when.hasTime ? words.planned : messages.audience.waiting.noTime;
}
