import Link from 'next/link';
import { Fragment, type ReactNode } from 'react';
import { RecordRow } from '#components/archive/record-row.tsx';
import { CopyButton } from '#components/ui/copy-button.tsx';
import { Folded } from '#components/ui/folded.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Page, PagePart, PageTitle } from '#components/ui/page.tsx';
import type { FormAction } from '#lib/forms/form-state.ts';
import { addresses } from '#lib/addresses.ts';
import { sayShortDay } from '#lib/dates/say-when.ts';
import { messages } from '#lib/messages/en.ts';
import type { SeriesView } from '#lib/views.ts';
import { NextCall } from './next-call.tsx';
import { PlannedRow } from './planned-row.tsx';
import { PlanCallForm } from './plan-call-form.tsx';

const words = messages.series.page;
const inTeams = messages.teams;

interface SeriesOverviewProps {
  readonly view: SeriesView;
  readonly planCall: FormAction;
  /** Where the site is, `https://plenum.example.org`. */
  readonly site: string;
  /** When the page was made, ISO 8601. */
  readonly madeAt: string;
}

/** The page of a series: the next call large, then what comes, what was, and what belongs to it beside. */
export function SeriesOverview({ view, planCall, site, madeAt }: SeriesOverviewProps) {
  const { series } = view;
  const next = view.live ?? view.planned[0] ?? null;
  const later = view.planned.filter((call) => call.id !== next?.id);
  return (
    <Page>
      <PageTitle title={series.name} above={series.role === null ? undefined : messages.series.roles[series.role]} />
      <div className="desk:grid desk:grid-cols-[1fr_19rem] desk:gap-14">
        <div className="min-w-0">
          <NextCall call={next} series={series} madeAt={madeAt} />
          {later.length > 0 && (
            <PagePart title={words.coming}>
              <ul>
                {later.map((call) => (
                  <PlannedRow key={call.id} call={call} madeAt={madeAt} />
                ))}
              </ul>
            </PagePart>
          )}
          {series.may.readRecords && <Records view={view} madeAt={madeAt} />}
        </div>
        <aside className="flex flex-col gap-10">
          {series.may.plan && (
            <SidePart title={words.plan}>
              <Folded title={words.planOpen} open={next === null}>
                <PlanCallForm action={planCall} timeZone={series.timeZone} />
              </Folded>
            </SidePart>
          )}
          <SidePart title={words.now}>
            <p className="mb-3 text-14 text-soft">{words.nowText}</p>
            <p className="mb-3 font-mono text-12 [overflow-wrap:anywhere]">{site + series.addresses.now}</p>
            <CopyButton text={site + series.addresses.now} label={words.copy} />
          </SidePart>
          {view.template !== null && (
            <LinkPart title={words.template} text={words.templateText} link={words.openTemplate} to={view.template} />
          )}
          {view.teams !== null && (
            <LinkPart
              title={inTeams.link}
              text={inTeams.linkText(view.teams.count)}
              link={inTeams.openTeams}
              to={view.teams}
            />
          )}
          <Readers view={view} />
          <LinkPart
            title={messages.exports.title}
            text={messages.exports.series.linkText}
            link={messages.exports.series.link}
            to={{ address: addresses.seriesExport(series.slug) }}
          />
          {series.role !== null && <MemberLinks series={series} />}
        </aside>
      </div>
    </Page>
  );
}

function SidePart({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <h2 className="label-caps mb-3 border-b border-line pb-2">{title}</h2>
      {children}
    </section>
  );
}

interface LinkPartProps {
  readonly title: string;
  readonly text: string;
  readonly link: string;
  readonly to: { readonly address: string };
}

/** What belongs to the series and has a page of its own. */
function LinkPart({ title, text, link, to }: LinkPartProps) {
  return (
    <SidePart title={title}>
      <p className="mb-2 text-14 text-soft">{text}</p>
      <Link href={to.address} className="link-text inline-flex min-h-11 items-center text-14 tablet:min-h-0">
        {link}
      </Link>
    </SidePart>
  );
}

/** Pages that members alone have. */
function MemberLinks({ series: { slug, may } }: { readonly series: SeriesView['series'] }) {
  const { pictures, people } = messages;
  return (
    <>
      <LinkPart
        title={pictures.title}
        text={pictures.linkText}
        link={pictures.open}
        to={{ address: addresses.pictures(slug) }}
      />
      <LinkPart
        title={people.title}
        text={may.manage ? people.lead : people.memberLead}
        link={may.manage ? people.open : people.openMember}
        to={{ address: addresses.people(slug) }}
      />
    </>
  );
}

function Records({ view, madeAt }: { readonly view: SeriesView; readonly madeAt: string }) {
  const all = view.records > 0 && (
    <Link
      href={view.series.addresses.archive}
      className="tabular flex min-h-11 items-center text-14 text-soft underline-offset-4 hover:text-ink hover:underline tablet:min-h-0"
    >
      {`${words.allRecords} (${view.records})`}
    </Link>
  );
  return (
    <PagePart title={words.records} aside={all}>
      {view.latestRecords.length === 0 && <EmptyState>{words.noRecords}</EmptyState>}
      <ul>
        {view.latestRecords.map((record) => (
          <RecordRow key={record.call.id} record={record} madeAt={madeAt} />
        ))}
      </ul>
      {view.notHeld.length > 0 && (
        <p className="pt-3 text-14 text-soft">
          {`${messages.closing.outcomes.not_held}: `}
          {view.notHeld.map((call, index) => (
            <Fragment key={call.id}>
              {index > 0 && ', '}
              <Link href={call.addresses.call} className="link-text">
                <time dateTime={call.when.date}>{sayShortDay(new Date(call.when.at), call.when.timeZone)}</time>
              </Link>
            </Fragment>
          ))}
        </p>
      )}
      <div className="mt-3 flex flex-wrap gap-x-6">
        {view.records > 0 && (
          <Link
            href={addresses.search({ series: view.series.slug })}
            className="link-text inline-flex min-h-11 items-center text-14 tablet:min-h-0"
          >
            {messages.search.within}
          </Link>
        )}
        {view.series.may.importDecks && (
          <Link
            href={addresses.import(view.series.slug)}
            className="link-text inline-flex min-h-11 items-center text-14 tablet:min-h-0"
          >
            {words.import}
          </Link>
        )}
      </div>
    </PagePart>
  );
}

function Readers({ view }: { readonly view: SeriesView }) {
  const readers = messages.series.readers;
  const { audiences } = view;
  const rows = [
    { title: readers.decks, who: audiences.readDecks },
    { title: readers.live, who: audiences.readLive },
    { title: readers.records, who: audiences.readRecords },
  ];
  return (
    <SidePart title={words.readers}>
      <dl className="text-14">
        {rows.map(({ title, who }) => (
          <div key={title} className="flex justify-between gap-4 py-0.5">
            <dt className="text-soft">{title}</dt>
            <dd className="text-right">{readers[who]}</dd>
          </div>
        ))}
      </dl>
    </SidePart>
  );
}
