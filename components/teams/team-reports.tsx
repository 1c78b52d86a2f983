import Link from 'next/link';
import { ChangeLine } from '#components/archive/change-line.tsx';
import { SlideText } from '#components/live/slide-text.tsx';
import { CallTime } from '#components/time/call-time.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { StatusMark } from '#components/ui/status-mark.tsx';
import { addresses } from '#lib/addresses.ts';
import type { ReadReport, ReportGap } from '#lib/archive/archive-views.ts';
import { sayDay } from '#lib/dates/say-when.ts';
import { messages } from '#lib/messages/en.ts';
import type { TeamView } from '#lib/views.ts';

const words = messages.archive.teamPage;

interface TeamReportsProps {
  readonly view: TeamView;
  /** When the page was made, ISO 8601. */
  readonly madeAt: string;
  /** Not the newest part. */
  readonly later: boolean;
}

/** What a team reported, newest first and to be read on, and where it was not heard of. */
export function TeamReports({ view: { series, team, history }, madeAt, later }: TeamReportsProps) {
  const { entries, earlier, years } = history;
  if (entries.length === 0 && !later) return <EmptyState>{messages.teams.page.noReports}</EmptyState>;
  const first = entries.find((entry) => entry.kind === 'report');
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-3">
        <p className="text-14 text-soft">
          {words.heard(history.reported, history.calls)}
          {history.nothing > 0 && ` ${words.nothing(history.nothing)}.`}
        </p>
        {years.length > 1 && (
          <nav aria-label={messages.archive.years} className="tabular -mx-2 flex flex-wrap text-14">
            {years.map(({ year, count }) => (
              <Link
                key={year}
                href={addresses.team(series.slug, team.slug, `${year + 1}`)}
                className="flex min-h-11 items-baseline gap-1.5 px-2 py-2.5 text-soft underline-offset-4 hover:text-ink hover:underline tablet:min-h-8 tablet:py-1"
              >
                {year} <span className="text-12">{count}</span>
              </Link>
            ))}
          </nav>
        )}
      </div>
      <ul>
        {entries.map((entry) =>
          entry.kind === 'gap' ? (
            <Gap key={`gap ${entry.calls[0]?.id ?? ''}`} gap={entry} madeAt={madeAt} />
          ) : (
            <Report
              key={`${entry.call.id} ${entry.address ?? entry.title}`}
              report={entry}
              team={team.name}
              madeAt={madeAt}
              open={entry === first && !later}
            />
          ),
        )}
      </ul>
      <p className="flex gap-6 py-3 text-14">
        {later && (
          <Link href={addresses.team(series.slug, team.slug)} className="link-text">
            {words.newest}
          </Link>
        )}
        {earlier !== null && (
          <Link href={addresses.team(series.slug, team.slug, earlier)} className="link-text">
            {words.earlier}
          </Link>
        )}
      </p>
    </>
  );
}

interface ReportProps {
  readonly report: ReadReport;
  readonly team: string;
  readonly madeAt: string;
  readonly open: boolean;
}

function Report({ report, team, madeAt, open }: ReportProps) {
  const { call, title, reporter, address, changes } = report;
  const head = (
    <>
      <span className="tabular text-14 text-soft">
        <CallTime when={{ ...call.when, hasTime: false }} madeAt={madeAt} />
      </span>
      <span className="min-w-0 [overflow-wrap:anywhere]">
        <span className="font-medium">{title === '' ? team : title}</span>
        <span className="ml-3 text-14 text-soft">
          {reporter === null ? messages.teams.page.nobody : messages.archive.by(reporter)}
        </span>
      </span>
    </>
  );
  const row = 'grid min-h-11 items-baseline gap-x-5 py-2.5 tablet:grid-cols-[7.5rem_1fr_auto]';
  if (address === null)
    return (
      <li className={`${row} border-b border-line`}>
        {head}
        <StatusMark status="nothing">{words.nothingText}</StatusMark>
      </li>
    );
  return (
    <li className="border-b border-line">
      <details open={open}>
        <summary className={`${row} -mx-3 cursor-pointer px-3 hover:bg-well`}>{head}</summary>
        <div className="pb-5 tablet:pl-[8.75rem]">
          <ReportText report={report} />
          <Link href={address} className="link-text mt-3 inline-flex min-h-11 items-center text-14 tablet:min-h-0">
            {words.open}
          </Link>
        </div>
      </details>
      {changes !== null && (
        <div className="-mt-2 pb-1 tablet:pl-[8.75rem]">
          <ChangeLine changes={changes} />
        </div>
      )}
    </li>
  );
}

function ReportText({ report: { text, title } }: Pick<ReportProps, 'report'>) {
  return (
    <div className="flex max-w-[68ch] flex-col gap-4 font-read text-16 leading-[1.6]">
      {text.slides.map((source, at) => (
        <SlideText
          key={at}
          source={source}
          frontMatter={text.frontMatter}
          assets={text.pictures}
          under={2}
          headed={at === 0 && title !== ''}
        />
      ))}
    </div>
  );
}

function Gap({ gap: { calls }, madeAt }: { readonly gap: ReportGap; readonly madeAt: string }) {
  const now = new Date(madeAt);
  const [last, first] = [calls[0], calls.at(-1)];
  if (last === undefined || first === undefined) return null;
  const day = ({ when }: typeof last) => sayDay(new Date(when.at), when.timeZone, now);
  return (
    <li className="border-b border-line py-2.5 text-14 text-soft tablet:pl-[8.75rem]">
      {words.gap(calls.length)}
      {': '}
      {calls.length <= 4 ? (
        calls.map((call, at) => (
          <span key={call.id}>
            {at > 0 && ', '}
            <Link href={call.addresses.call} className="underline-offset-4 hover:text-ink hover:underline">
              {day(call)}
            </Link>
          </span>
        ))
      ) : (
        <>
          {day(first)} – {day(last)}
        </>
      )}
    </li>
  );
}
