import Link from 'next/link';
import type { ArchivedCall, ReportedSection } from '#lib/archive/archive-views.ts';
import { sayShortDay } from '#lib/dates/say-when.ts';
import { messages } from '#lib/messages/en.ts';

const words = messages.archive;
/** More sections than these are a number. */
const MOST_NAMED = 9;

interface ArchiveCardProps {
  readonly call: ArchivedCall;
  /** A title that says only this is not said again with every call. */
  readonly usual: string;
}

/** A call of the archive: its title picture, day and title, and who reported. */
export function ArchiveCard({ call: { record, cover, sections }, usual }: ArchiveCardProps) {
  const { call } = record;
  const day = sayShortDay(new Date(call.when.at), call.when.timeZone);
  return (
    <li className="min-w-0">
      <Link
        href={call.addresses.call}
        className="group grid grid-cols-[7rem_1fr] gap-x-4 tablet:flex tablet:flex-col tablet:gap-y-2.5"
      >
        <Cover address={cover} day={day} />
        <span className="min-w-0">
          <span className="flex flex-wrap items-baseline gap-x-2">
            <time
              dateTime={call.when.date}
              className="tabular text-16 font-semibold group-hover:underline group-hover:decoration-1 group-hover:underline-offset-4"
            >
              {day}
            </time>
            <span className="tabular text-12 text-soft">{marksOf(record).join(' · ')}</span>
          </span>
          {call.title !== usual && (
            <span className="line-clamp-2 text-14 font-medium [overflow-wrap:anywhere]">{call.title}</span>
          )}
          <Teams sections={sections} title={call.title} />
        </span>
      </Link>
    </li>
  );
}

function Cover({ address, day }: { readonly address: string | null; readonly day: string }) {
  const frame = 'block aspect-video w-full overflow-hidden rounded-6 border border-line bg-well';
  if (address === null)
    return (
      <span aria-hidden="true" className={`${frame} grid place-items-center`}>
        <span className="font-read text-16 text-soft tablet:text-25">{day}</span>
      </span>
    );
  return (
    <span className={frame}>
      {/* What it shows is said by the record itself. */}
      <img src={address} alt="" loading="lazy" decoding="async" className="size-full object-cover" />
    </span>
  );
}

/** Who reported, by team; of a call without teams, what its sections were. */
function Teams({ sections, title }: { readonly sections: readonly ReportedSection[]; readonly title: string }) {
  const shown = sections.filter(({ address, title: name }) => address !== null && name !== '' && name !== title);
  const teams = shown.filter(({ team }) => team !== null);
  const listed = teams.length > 0 ? teams : shown;
  const names = [...new Set(listed.map((section) => section.team?.name ?? section.title))];
  if (names.length === 0) return null;
  const rest = names.length - MOST_NAMED;
  return (
    <span className="mt-0.5 line-clamp-3 text-14 text-soft [overflow-wrap:anywhere]">
      {names.slice(0, MOST_NAMED).join(' · ')}
      {rest > 0 && ` ${words.more(rest)}`}
    </span>
  );
}

function marksOf(record: ArchivedCall['record']): readonly string[] {
  return [
    record.kind === 'minutes' ? words.notes : messages.frame.slides(record.slides),
    ...(record.edition > 1 ? [words.edition(record.edition)] : []),
    ...(record.imported ? [words.imported] : []),
  ];
}
