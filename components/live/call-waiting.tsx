import Link from 'next/link';
import { Countdown } from '#components/call/countdown.tsx';
import { Lookout } from '#components/call/lookout.tsx';
import { CallTime } from '#components/time/call-time.tsx';
import { LinkButton } from '#components/ui/button.tsx';
import { messages } from '#lib/messages/en.ts';
import type { CallMay, CallSummary, SeriesReference } from '#lib/views.ts';

const words = messages.live.waiting;
const EVERY = 15_000;

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
      <p className="max-w-[60ch] text-16 text-soft">{ended ? words.ended : words.planned}</p>
      {!ended && (call.when.hasTime ? <Countdown at={call.when.at} madeAt={madeAt} /> : <Lookout every={EVERY} />)}
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
