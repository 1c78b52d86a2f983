import Link from 'next/link';
import { CallTime } from '#components/time/call-time.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { LinkButton } from '#components/ui/button.tsx';
import { Page, PagePart, PageTitle } from '#components/ui/page.tsx';
import { StatusMark } from '#components/ui/status-mark.tsx';
import { BinLink } from './bin-link.tsx';
import { Yours } from './yours.tsx';
import { RecordRow } from '#components/archive/record-row.tsx';
import { addresses } from '#lib/addresses.ts';
import { messages } from '#lib/messages/en.ts';
import type { SectionActions } from '#components/sections/section-actions.ts';
import type { CallSummary, HomeView, SeriesSummary } from '#lib/views.ts';

const words = messages.home;

interface HomeOverviewProps {
  readonly home: HomeView;
  /** Changes a section of the visitor's. */
  readonly change: SectionActions['change'];
  /** When the page was made, ISO 8601. */
  readonly madeAt: string;
}

/** What is next, what was last, and the series they belong to. */
export function HomeOverview({ home, change, madeAt }: HomeOverviewProps) {
  const coming = home.series.flatMap((summary) => comingOf(summary)).toSorted(bySoonest);
  const lately = home.series.filter((summary) => summary.lastRecord !== null).toSorted(byLatest);
  return (
    <Page>
      <PageTitle title={words.title} actions={home.may.createSeries && <Doors />} />
      <Yours yours={home.yours} change={change} madeAt={madeAt} />
      <PagePart title={words.next}>
        {coming.length === 0 && <EmptyState>{words.noNext}</EmptyState>}
        <ul>
          {coming.map(({ summary, call }) => (
            <ComingRow key={call.id} summary={summary} call={call} madeAt={madeAt} />
          ))}
        </ul>
      </PagePart>
      <PagePart title={words.lately}>
        {lately.length === 0 && <EmptyState>{words.noLately}</EmptyState>}
        <ul>
          {lately.map(
            ({ series, lastRecord }) =>
              lastRecord !== null && (
                <RecordRow key={series.id} record={lastRecord} series={series.name} madeAt={madeAt} />
              ),
          )}
        </ul>
      </PagePart>
      <PagePart title={words.series}>
        <ul>
          {home.series.map((summary) => (
            <SeriesRow key={summary.series.id} summary={summary} />
          ))}
        </ul>
        <BinLink inBin={home.inBin} />
      </PagePart>
    </Page>
  );
}

interface Coming {
  readonly summary: SeriesSummary;
  readonly call: CallSummary;
}

function comingOf(summary: SeriesSummary): readonly Coming[] {
  const call = summary.live ?? summary.next;
  return call === null ? [] : [{ summary, call }];
}

function bySoonest(one: Coming, other: Coming): number {
  const live = Number(other.call.state === 'live') - Number(one.call.state === 'live');
  return live === 0 ? one.call.when.at.localeCompare(other.call.when.at) : live;
}

function byLatest(one: SeriesSummary, other: SeriesSummary): number {
  return (other.lastRecord?.call.when.at ?? '').localeCompare(one.lastRecord?.call.when.at ?? '');
}

function Doors() {
  return (
    <>
      <LinkButton href={addresses.import()}>{words.importDecks}</LinkButton>
      <LinkButton href={addresses.newSeries()}>{words.newSeries}</LinkButton>
    </>
  );
}

function ComingRow({ summary, call, madeAt }: Coming & { readonly madeAt: string }) {
  const live = call.state === 'live';
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 border-b border-line py-4">
      <div className="min-w-0 flex-1 basis-72">
        <p className="truncate text-14 text-soft">{summary.series.name}</p>
        <p className="text-20 font-semibold [overflow-wrap:anywhere]">
          <Link href={call.addresses.call} className="hover:underline hover:decoration-1 hover:underline-offset-4">
            {call.title}
          </Link>
        </p>
      </div>
      <div className="text-14">
        {live ? (
          <StatusMark status="live">{messages.frame.callState.live}</StatusMark>
        ) : (
          <CallTime when={call.when} madeAt={madeAt} distance />
        )}
      </div>
      <LinkButton href={live ? call.addresses.live : call.addresses.call} tone={live ? 'live' : 'main'}>
        {live ? words.follow : words.openBoard}
      </LinkButton>
    </li>
  );
}

function SeriesRow({ summary }: { readonly summary: SeriesSummary }) {
  const { series, records } = summary;
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 border-b border-line py-3">
      <Link
        href={series.addresses.series}
        className="flex min-h-11 min-w-0 flex-1 basis-60 items-center font-medium [overflow-wrap:anywhere] hover:underline hover:decoration-1 hover:underline-offset-4 tablet:min-h-0"
      >
        {series.name}
      </Link>
      <span className="flex gap-6 text-14 text-soft">
        {series.role !== null && <span>{messages.series.roles[series.role]}</span>}
        {records > 0 && (
          <Link href={series.addresses.archive} className="tabular underline-offset-4 hover:text-ink hover:underline">
            {messages.archive.lead(records)}
          </Link>
        )}
      </span>
    </li>
  );
}
