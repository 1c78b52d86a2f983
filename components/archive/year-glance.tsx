import Link from 'next/link';
import { LinkButton } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PagePart } from '#components/ui/page.tsx';
import { addresses } from '#lib/addresses.ts';
import type { ArchiveTeam, Glance, GlanceCell } from '#lib/archive/archive-views.ts';
import { sayShortDay } from '#lib/dates/say-when.ts';
import { messages } from '#lib/messages/en.ts';
import type { CallSummary, SeriesReference } from '#lib/views.ts';

const words = messages.archive;

interface YearGlanceProps {
  readonly glance: Glance;
  readonly series: SeriesReference;
}

/** A year at a glance: one row a team, one column a call, a bar where it reported. */
export function YearGlance({ glance: { calls, rows }, series }: YearGlanceProps) {
  if (rows.length === 0)
    return (
      <PagePart title={words.glance}>
        <EmptyState action={<LinkButton href={addresses.teams(series.slug)}>{words.nameTeams}</LinkButton>}>
          {words.noTeams}
        </EmptyState>
      </PagePart>
    );
  return (
    <PagePart title={words.glance}>
      <p className="py-3 text-14 text-soft">{words.glanceText}</p>
      <div className="-mx-4 overflow-x-auto px-4 pb-2 tablet:mx-0 tablet:px-0">
        <table className="border-collapse text-14">
          <thead>
            <tr>
              <th
                scope="col"
                className="sticky left-0 z-10 bg-paper pr-4 text-left align-bottom text-12 font-normal text-soft"
              >
                {words.team}
              </th>
              {calls.map((call) => (
                <Day key={call.id} call={call} />
              ))}
              <th scope="col" className="pl-4 text-right align-bottom text-12 font-normal whitespace-nowrap text-soft">
                {words.reportedIn}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <TeamRow key={row.team.id} row={row} calls={calls} slug={series.slug} />
            ))}
          </tbody>
        </table>
      </div>
    </PagePart>
  );
}

function Day({ call }: { readonly call: CallSummary }) {
  const day = dayOf(call);
  return (
    <th scope="col" className="h-16 min-w-7 p-0 tablet:min-w-5 align-bottom font-normal">
      <Link
        href={call.addresses.call}
        className="tabular inline-block py-1 text-12 whitespace-nowrap text-soft [writing-mode:vertical-rl] rotate-180 hover:text-ink hover:underline"
      >
        {day}
      </Link>
    </th>
  );
}

interface TeamRowProps {
  readonly row: Glance['rows'][number];
  readonly calls: readonly CallSummary[];
  readonly slug: string;
}

function TeamRow({ row: { team, cells, reported }, calls, slug }: TeamRowProps) {
  const { name } = team;
  return (
    <tr className="border-t border-line">
      <th
        scope="row"
        aria-label={name}
        className="sticky left-0 z-10 max-w-40 bg-paper py-0 pr-4 text-left font-medium tablet:max-w-64"
      >
        <Link
          href={addresses.team(slug, team.slug)}
          className="flex min-h-11 items-center hover:underline tablet:min-h-8"
        >
          <span className="truncate">{name}</span>
        </Link>
      </th>
      {cells.map((cell, at) => (
        <Cell key={calls[at]?.id ?? at} cell={cell} team={team} call={calls[at]} />
      ))}
      <td className="tabular pl-4 text-right text-soft">{reported}</td>
    </tr>
  );
}

interface CellProps {
  readonly cell: GlanceCell;
  readonly team: ArchiveTeam;
  readonly call: CallSummary | undefined;
}

/** A word for each cell: what is drawn says nothing to who cannot see it. */
function Cell({ cell, team, call }: CellProps) {
  if (cell === null || call === undefined)
    return (
      <td className="p-0">
        <span className="sr-only">{words.silent}</span>
      </td>
    );
  if (cell.address === null)
    return (
      <td className="p-0 text-center text-nothing">
        <span aria-hidden="true">–</span>
        <span className="sr-only">{words.nothing}</span>
      </td>
    );
  const said =
    `${words.reported(team.name, dayOf(call))} ${cell.reporter === null ? '' : words.by(cell.reporter)}`.trim();
  return (
    <td aria-label={said} className="p-0">
      <Link
        href={cell.address}
        title={said}
        aria-label={said}
        className="group grid min-h-11 place-items-center tablet:min-h-8"
      >
        <span
          aria-hidden="true"
          className="h-5 w-2.5 rounded-[2px] group-hover:w-4 motion-safe:transition-[width] motion-safe:duration-100"
          style={{ background: `oklch(0.64 0.13 ${team.hue})` }}
        />
      </Link>
    </td>
  );
}

function dayOf({ when }: CallSummary): string {
  return sayShortDay(new Date(when.at), when.timeZone);
}
