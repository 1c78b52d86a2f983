import { Download } from 'lucide-react';
import Link from 'next/link';
import type { CallActions } from '#components/call/call-actions.ts';
import { CallControls } from '#components/call/call-controls.tsx';
import { CallMenu } from '#components/call/call-menu.tsx';
import { CallStateLine } from '#components/call/call-state-line.tsx';
import { SeriesCrumb } from '#components/series/series-crumb.tsx';
import { Banner } from '#components/ui/banner.tsx';
import { buttonClass } from '#components/ui/button.tsx';
import { Page, PageTitle } from '#components/ui/page.tsx';
import { messages } from '#lib/messages/en.ts';
import type { RecordView as Record } from '#lib/views.ts';
import { RecordFoot } from './record-foot.tsx';
import { RecordView } from './record-view.tsx';

const words = messages.call.record;

interface RecordPageProps {
  readonly record: Record;
  readonly actions: CallActions;
  /** Address of the stage document. */
  readonly stage: string;
  /** Running number of the slide to begin with. */
  readonly startAt: number;
  /** When the page was made, ISO 8601. */
  readonly madeAt: string;
}

/** The record of a call: its slides as they were shown, or its minutes to read, and its Markdown to take away. */
export function RecordPage({ record, actions, stage, startAt, madeAt }: RecordPageProps) {
  const { call, edition, editions, series, resumableUntil } = record;
  const newest = editions[0];
  const isNewest = newest === undefined || newest.number === edition.number;
  return (
    <Page>
      <PageTitle
        above={<SeriesCrumb series={series} />}
        title={call.title}
        lead={<CallStateLine call={call} madeAt={madeAt} />}
        actions={<Actions record={record} actions={actions} />}
      />
      {!isNewest && (
        <div className="mb-6">
          <Banner
            action={
              <Link href={newest.address} className="link-text text-14">
                {words.openNewest}
              </Link>
            }
          >
            {words.newer}
          </Banner>
        </div>
      )}
      <RecordView record={record} stage={stage} startAt={startAt} followAddress={isNewest && resumableUntil === null} />
      <RecordFoot record={record} />
    </Page>
  );
}

function Actions({ record, actions }: Pick<RecordPageProps, 'record' | 'actions'>) {
  const { resumableUntil } = record;
  return (
    <>
      <CallControls
        may={record.may}
        actions={actions}
        {...(resumableUntil === null ? {} : { resumable: { until: resumableUntil, timeZone: record.series.timeZone } })}
      />
      <a href={record.edition.markdown} download aria-label={words.downloadLong} className={buttonClass('quiet')}>
        <Download className="size-4" aria-hidden="true" />
        {words.download}
      </a>
      <CallMenu may={record.may} actions={actions} />
    </>
  );
}
