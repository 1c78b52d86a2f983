import { clsx } from 'clsx';
import { Download } from 'lucide-react';
import Link from 'next/link';
import type { CallActions } from '#components/call/call-actions.ts';
import { CallControls } from '#components/call/call-controls.tsx';
import { CallMenu } from '#components/call/call-menu.tsx';
import { CallStateLine } from '#components/call/call-state-line.tsx';
import { CorrectLink } from '#components/corrections/correct-link.tsx';
import { EditionNotice } from '#components/corrections/edition-notice.tsx';
import { RecordCorrections } from '#components/corrections/record-corrections.tsx';
import { SeriesCrumb } from '#components/series/series-crumb.tsx';
import { buttonClass } from '#components/ui/button.tsx';
import { Page, PageTitle } from '#components/ui/page.tsx';
import { sayLongDay } from '#lib/dates/say-when.ts';
import { messages } from '#lib/messages/en.ts';
import type { RecordPart } from '#lib/record/record-part.ts';
import type { RecordLook } from '#lib/record/record-views.ts';
import type { RecordView as Record } from '#lib/views.ts';
import { CiteDialog } from './cite-dialog.tsx';
import { CiteLink } from './cite-link.tsx';
import { ReadRecord } from './read-record.tsx';
import { PartFacts } from './read-part.tsx';
import { RecordFoot } from './record-foot.tsx';
import { RecordKeys } from './record-keys.tsx';
import { RecordLooks } from './record-looks.tsx';
import { RecordOutline } from './record-outline.tsx';
import { RecordView } from './record-view.tsx';
import { SectionNeighbours } from './section-neighbours.tsx';

const words = messages.call.record;

interface RecordPageProps {
  readonly record: Record;
  readonly actions: CallActions;
  readonly look: RecordLook;
  /** The section that alone is read; null for the whole record. */
  readonly section: RecordPart | null;
  /** Address of the stage document. */
  readonly stage: string;
  /** Running number of the slide to begin with. */
  readonly startAt: number;
  /** Where the site is, without a slash at the end. */
  readonly origin: string;
  /** When the page was made, ISO 8601. */
  readonly madeAt: string;
}

/** The record of a call: to read, on the stage or as an outline; one section of it alone; what can be done with it. */
export function RecordPage(props: RecordPageProps) {
  const { record, actions, look, section, origin } = props;
  const { call, edition } = record;
  const facts = {
    call: call.title,
    day: sayLongDay(new Date(call.when.at), call.when.timeZone),
    edition: edition.number,
    checksum: edition.checksum,
    sealed: edition.sealed,
    origin,
    record: call.addresses.call,
    exact: edition.address,
  };
  return (
    <Page>
      <RecordTitle {...props} />
      <EditionNotice record={record} />
      {record.kind === 'slides' && <RecordLooks record={addressOf(record)} look={look} part={section !== null} />}
      {section === null && <RecordCorrections record={record} madeAt={props.madeAt} />}
      <RecordContent {...props} />
      {section !== null && <SectionNeighbours parts={record.parts} section={section} record={addressOf(record)} />}
      <p className="mt-8 hidden text-14 [overflow-wrap:anywhere] print:block">
        {messages.reading.printedFrom(origin + edition.address, facts.day)}
      </p>
      <RecordFoot record={record} actions={actions} />
      <CiteDialog facts={facts} />
      <RecordKeys />
    </Page>
  );
}

/** Of the newest edition the record's own address, of another one that edition's. */
function addressOf({ call, edition, editions }: Record): string {
  return edition.number === (editions[0]?.number ?? edition.number) ? call.addresses.call : edition.address;
}

function RecordTitle({ record, actions, look, section, madeAt }: RecordPageProps) {
  const { call, series } = record;
  if (section !== null)
    return (
      <PageTitle
        above={
          <Link
            href={addressOf(record)}
            className="inline-flex min-h-11 items-center gap-1.5 hover:underline tablet:min-h-0"
          >
            <span aria-hidden="true">‹</span>
            {messages.reading.sectionOf(call.title)}
          </Link>
        }
        title={section.title}
        lead={
          <>
            <CallStateLine call={call} madeAt={madeAt} />
            <PartFacts part={section} />
            <CorrectLink part={section} />
          </>
        }
        actions={
          <Cite
            address={section.address ?? ''}
            heading={section.title}
            team={section.team?.name ?? null}
            label={messages.reading.cite.section(section.title)}
            shortcut="c"
          />
        }
      />
    );
  return (
    <PageTitle
      above={<SeriesCrumb series={series} />}
      title={call.title}
      lead={<CallStateLine call={call} madeAt={madeAt} />}
      actions={<Actions record={record} actions={actions} look={look} />}
    />
  );
}

function RecordContent({ record, look, section, stage, startAt }: RecordPageProps) {
  if (section !== null || look === 'read' || record.kind === 'minutes')
    return <ReadRecord record={record} section={section} />;
  if (look === 'outline') return <RecordOutline record={record} />;
  return (
    <>
      <noscript>
        <ReadRecord record={record} section={partAround(record, startAt)} />
      </noscript>
      <div className="needs-script">
        <RecordView record={record} stage={stage} startAt={startAt} followAddress={record.resumableUntil === null} />
      </div>
    </>
  );
}

/** What is read instead where no script shows the stage: the slide alone. */
function partAround({ parts, slides }: Record, slide: number): RecordPart | null {
  const part = parts.find(({ fromSlide, toSlide }) => slide >= fromSlide && slide < toSlide);
  if (part === undefined || slides[slide] === undefined) return null;
  return { ...part, fromSlide: slide, toSlide: slide + 1 };
}

function Cite(props: Parameters<typeof CiteLink>[0]) {
  return (
    <span className={clsx(buttonClass('quiet'), '[&>.cite-link]:-my-px')}>
      <CiteLink {...props} />
    </span>
  );
}

function Actions({ record, actions, look }: Pick<RecordPageProps, 'record' | 'actions' | 'look'>) {
  const { resumableUntil } = record;
  return (
    <div className="flex flex-wrap items-center gap-2 print:hidden">
      <CallControls
        may={record.may}
        actions={actions}
        {...(resumableUntil === null ? {} : { resumable: { until: resumableUntil, timeZone: record.series.timeZone } })}
      />
      {/* There the slide that is shown is cited. */}
      {(look !== 'slides' || record.kind === 'minutes') && (
        <Cite
          address={record.call.addresses.call}
          heading={null}
          team={null}
          label={messages.reading.cite.record}
          shortcut="c"
        />
      )}
      <a href={record.edition.markdown} download aria-label={words.downloadLong} className={buttonClass('quiet')}>
        <Download className="size-4" aria-hidden="true" />
        {words.download}
      </a>
      <CallMenu
        may={record.may}
        actions={actions}
        slot={null}
        {...(record.imported === null ? {} : { imported: record.imported.form })}
      />
    </div>
  );
}
