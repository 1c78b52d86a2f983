import Link from 'next/link';
import { TeamMark } from '#components/sections/team-mark.tsx';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Page, PageTitle } from '#components/ui/page.tsx';
import { addresses } from '#lib/addresses.ts';
import type { SinceView } from '#lib/archive/archive-views.ts';
import { sayDay } from '#lib/dates/say-when.ts';
import { messages } from '#lib/messages/en.ts';
import type { CallSummary } from '#lib/views.ts';

import { ArchiveCrumb } from './archive-crumb.tsx';
import { Statements } from './change-line.tsx';

const words = messages.archive.since;

interface SinceListProps {
  readonly view: SinceView;
  /** The date that was asked for is none: the usual one is shown. */
  readonly badDate: boolean;
  /** When the page was made, ISO 8601. */
  readonly madeAt: string;
}

/** What each team said newest since a day, against its last report before. */
export function SinceList({ view: { series, date, teams }, badDate, madeAt }: SinceListProps) {
  return (
    <Page>
      <PageTitle
        above={<ArchiveCrumb series={series} />}
        title={words.title}
        lead={words.lead}
        actions={
          <form className="flex items-end gap-2">
            <label className="flex flex-col gap-1 text-14 text-soft">
              {words.date}
              <input
                type="date"
                name="date"
                defaultValue={date}
                aria-invalid={badDate || undefined}
                aria-describedby={badDate ? 'bad-date' : undefined}
                className="tabular min-h-11 rounded-6 border border-edge/55 bg-sheet px-3 text-16 text-ink tablet:min-h-9 tablet:text-14"
              />
            </label>
            <Button type="submit">{words.show}</Button>
          </form>
        }
      />
      {badDate && (
        <p id="bad-date" role="alert" className="mb-6 text-14">
          {words.badDate}
        </p>
      )}
      {teams.length === 0 && <EmptyState>{words.none}</EmptyState>}
      {teams.map((row) => (
        <TeamSince key={row.team.id} row={row} slug={series.slug} madeAt={madeAt} />
      ))}
    </Page>
  );
}

interface TeamSinceProps {
  readonly row: SinceView['teams'][number];
  readonly slug: string;
  readonly madeAt: string;
}

function TeamSince({ row: { team, latest, changes, before }, slug, madeAt }: TeamSinceProps) {
  const day = (call: CallSummary) => sayDay(new Date(call.when.at), call.when.timeZone, new Date(madeAt));
  return (
    <section className="grid gap-x-8 border-t border-line py-4 desk:grid-cols-[16rem_1fr]">
      <div className="min-w-0">
        <h2 className="flex items-baseline gap-2 text-16 font-semibold [overflow-wrap:anywhere]">
          <TeamMark team={team} />
          <Link href={addresses.team(slug, team.slug)} className="min-w-0 hover:underline">
            {team.name}
          </Link>
        </h2>
        {latest !== null && (
          <p className="text-14 text-soft">
            <Link href={latest.address ?? latest.call.addresses.call} className="link-text">
              {day(latest.call)}
            </Link>
            {latest.reporter !== null && ` ${messages.archive.by(latest.reporter)}`}
            {before !== null && `, ${words.against(day(before))}`}
          </p>
        )}
      </div>
      <div className="max-w-[72ch] min-w-0 text-14">
        {latest === null && before !== null && <p className="text-soft">{words.silent(day(before))}</p>}
        {latest !== null && before === null && <p className="text-soft">{words.neverBefore}</p>}
        {changes !== null && <Changed changes={changes} />}
      </div>
    </section>
  );
}

function Changed({
  changes: { counts, statements },
}: {
  readonly changes: NonNullable<SinceView['teams'][number]['changes']>;
}) {
  if (counts.repeated === statements.length) return <p className="text-soft">{words.same}</p>;
  return <Statements statements={statements} />;
}
