import { SeriesCrumb } from '#components/series/series-crumb.tsx';
import { CallTime } from '#components/time/call-time.tsx';
import { LinkButton } from '#components/ui/button.tsx';
import { Page, PagePart, PageTitle } from '#components/ui/page.tsx';
import { messages } from '#lib/messages/en.ts';
import type { CallSummary, NowView } from '#lib/views.ts';
import { Countdown } from './countdown.tsx';
import { OfflineLine } from './offline-line.tsx';
import { Lookout } from './lookout.tsx';
import type { ReactNode } from 'react';

const words = messages.call.now;
/** A call whose time is not known may begin whenever its host likes. */
const LOOK_EVERY_MS = 15_000;

interface NowWaitingProps {
  readonly now: Extract<NowView, { readonly kind: 'waiting' }>;
  /** The last record on its stage. */
  readonly record: ReactNode;
  /** When the page was made, ISO 8601. */
  readonly madeAt: string;
}

/** The address for the audience while no call runs: the countdown, and the last record. */
export function NowWaiting({ now, record, madeAt }: NowWaitingProps) {
  const { next, lastRecord, series } = now;
  return (
    <Page>
      <PageTitle
        above={<SeriesCrumb series={series} />}
        title={next?.title ?? series.name}
        lead={next === null ? words.none : <CallTime when={next.when} madeAt={madeAt} distance />}
      />
      <div className="mb-14 flex flex-col gap-4">
        {next !== null && <Waiting next={next} madeAt={madeAt} />}
        <OfflineLine />
      </div>
      {lastRecord !== null && (
        <PagePart title={words.last}>
          <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-4">
            <div>
              <p className="text-20 font-semibold [overflow-wrap:anywhere]">{lastRecord.call.title}</p>
              <p className="text-14 text-soft">
                <CallTime when={lastRecord.call.when} madeAt={madeAt} />
              </p>
            </div>
            <div className="flex flex-wrap gap-2">
              <LinkButton href={lastRecord.call.addresses.call}>{words.openRecord}</LinkButton>
              <LinkButton href={series.addresses.archive}>{words.past}</LinkButton>
            </div>
          </div>
          {record}
        </PagePart>
      )}
    </Page>
  );
}

function Waiting({ next, madeAt }: { readonly next: CallSummary; readonly madeAt: string }) {
  if (next.when.hasTime) return <Countdown call={next} at={next.when.at} madeAt={madeAt} />;
  return (
    <>
      <p className="max-w-[60ch] text-16 text-soft">{messages.audience.waiting.noTime}</p>
      <Lookout every={LOOK_EVERY_MS} call={next} />
    </>
  );
}
