import Link from 'next/link';
import type { ReactNode } from 'react';
import { PersonDot } from '#components/frame/person-dot.tsx';
import { TeamMark } from '#components/sections/team-mark.tsx';
import { SeriesCrumb } from '#components/series/series-crumb.tsx';
import { CallTime } from '#components/time/call-time.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Page, PagePart, PageTitle } from '#components/ui/page.tsx';
import { StatusMark } from '#components/ui/status-mark.tsx';
import { addresses } from '#lib/addresses.ts';
import { messages } from '#lib/messages/en.ts';
import type { TeamReport, TeamView } from '#lib/views.ts';

import { TeamReports } from './team-reports.tsx';

const words = messages.teams;

interface TeamProfileProps {
  readonly view: TeamView;
  /** When the page was made, ISO 8601. */
  readonly madeAt: string;
  /** Reports of earlier calls were asked for. */
  readonly later: boolean;
}

/** A team's own page: what it reports and reported, and beside it who it is. */
export function TeamProfile({ view, madeAt, later }: TeamProfileProps) {
  const { series, team, coming } = view;
  return (
    <Page>
      <PageTitle
        above={<SeriesCrumb series={series} />}
        title={
          <span className="flex items-baseline gap-3">
            <span aria-hidden="true" className="inline-flex self-center">
              <TeamMark team={team} />
            </span>
            <span className="min-w-0 [overflow-wrap:anywhere]">{team.name}</span>
          </span>
        }
        lead={team.blurb === '' ? undefined : <p className="whitespace-pre-line">{team.blurb}</p>}
      />
      <div className="desk:grid desk:grid-cols-[1fr_19rem] desk:gap-14">
        <div className="min-w-0">
          {series.may.readDecks && (
            <PagePart title={words.page.coming}>
              {coming.length === 0 && <EmptyState>{words.page.noComing}</EmptyState>}
              <Reports reports={coming} team={team.name} madeAt={madeAt} />
            </PagePart>
          )}
          <PagePart title={words.page.reports}>
            <TeamReports view={view} madeAt={madeAt} later={later} />
          </PagePart>
        </div>
        <About view={view} />
      </div>
    </Page>
  );
}

function About({ view: { series, team, may } }: Pick<TeamProfileProps, 'view'>) {
  return (
    <aside className="flex flex-col gap-10">
      <SidePart title={words.members}>
        {team.members.length === 0 && <p className="text-14 text-soft">{words.noMembers}</p>}
        <ul className="text-14">
          {team.members.map(({ id, name, handle, hue }) => (
            <li key={id} className="flex min-w-0 items-center gap-2 py-0.5">
              <PersonDot hue={hue} />
              <span className="min-w-0 [overflow-wrap:anywhere]">{name}</span>
              {handle !== null && handle !== name && <span className="text-soft">@{handle}</span>}
            </li>
          ))}
        </ul>
      </SidePart>
      {team.aliases.length > 0 && (
        <SidePart title={words.page.spellings}>
          <ul className="text-14 text-soft">
            {team.aliases.map((alias) => (
              <li key={alias} className="py-0.5 [overflow-wrap:anywhere]">
                {alias}
              </li>
            ))}
          </ul>
        </SidePart>
      )}
      <Link
        href={addresses.teams(series.slug)}
        className="link-text inline-flex min-h-11 items-center text-14 tablet:min-h-0"
      >
        {may.manage ? words.page.manage : words.page.all}
      </Link>
    </aside>
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

interface ReportsProps {
  readonly reports: readonly TeamReport[];
  readonly team: string;
  readonly madeAt: string;
}

function Reports({ reports, team, madeAt }: ReportsProps) {
  return (
    <ul>
      {reports.map((report) => (
        <li key={report.address} className="border-b border-line">
          <Link
            href={report.address}
            className="group -mx-3 grid min-h-11 items-baseline gap-x-5 px-3 py-2.5 hover:bg-well tablet:grid-cols-[11rem_1fr_auto]"
          >
            <span className="tabular text-14 text-soft">
              <CallTime when={{ ...report.call.when, hasTime: false }} madeAt={madeAt} />
            </span>
            <span className="min-w-0 [overflow-wrap:anywhere]">
              <span className="font-medium group-hover:underline group-hover:decoration-1 group-hover:underline-offset-4">
                {report.title === '' ? team : report.title}
              </span>
              <span className="ml-3 text-14 text-soft">
                {report.reporter === null ? words.page.nobody : words.page.reportedBy(report.reporter)}
              </span>
            </span>
            {report.status !== null && (
              <StatusMark status={report.status}>{messages.sections.status[report.status]}</StatusMark>
            )}
          </Link>
        </li>
      ))}
    </ul>
  );
}
