import Link from 'next/link';
import { CallTime } from '#components/time/call-time.tsx';
import { LinkButton } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PagePart } from '#components/ui/page.tsx';
import { StatusMark } from '#components/ui/status-mark.tsx';
import { messages } from '#lib/messages/en.ts';
import type { CallSummary, SeriesReference } from '#lib/views.ts';

const words = messages.series.page;

interface NextCallProps {
  readonly call: CallSummary | null;
  readonly series: SeriesReference;
  /** When the page was made, ISO 8601. */
  readonly madeAt: string;
}

/** The call that runs, or the one that comes next, with the way in. */
export function NextCall({ call, series, madeAt }: NextCallProps) {
  if (call === null) {
    return (
      <PagePart title={words.next}>
        <EmptyState>{series.may.plan ? words.noNextHost : words.noNext}</EmptyState>
      </PagePart>
    );
  }
  const live = call.state === 'live';
  return (
    <PagePart title={live ? words.live : words.next}>
      <div className="flex flex-col gap-4 py-5">
        <div>
          <p className="mb-1 text-16">
            {live ? (
              <StatusMark status="live">{messages.frame.callState.live}</StatusMark>
            ) : (
              <CallTime when={call.when} madeAt={madeAt} distance />
            )}
          </p>
          <p className="text-25 font-semibold tracking-tight [overflow-wrap:anywhere]">
            <Link href={call.addresses.call} className="hover:underline hover:decoration-1 hover:underline-offset-4">
              {call.title}
            </Link>
          </p>
        </div>
        <div className="flex flex-wrap gap-2">
          {live && (
            <LinkButton href={call.addresses.live} tone="live">
              {messages.call.follow}
            </LinkButton>
          )}
          <LinkButton href={call.addresses.call} tone={live ? 'quiet' : 'main'}>
            {messages.home.openBoard}
          </LinkButton>
          {series.may.readDecks && (
            <LinkButton href={call.addresses.deck}>
              {series.may.writeDecks ? messages.call.openDeck : messages.call.readDeck}
            </LinkButton>
          )}
        </div>
      </div>
    </PagePart>
  );
}
