import Link from 'next/link';
import { CallTime } from '#components/time/call-time.tsx';
import { sayShortDay } from '#lib/dates/say-when.ts';
import { messages } from '#lib/messages/en.ts';
import type { RecordSummary } from '#lib/views.ts';

/** How much a record holds, in words. */
function extent(record: RecordSummary): string {
  return record.kind === 'minutes' ? messages.archive.notes : messages.frame.slides(record.slides);
}

interface RecordRowProps {
  readonly record: RecordSummary;
  /** The series' name where rows of several stand together. */
  readonly series?: string;
  /** When the page was made, ISO 8601. Left out under a year's heading, where the day alone is said. */
  readonly madeAt?: string;
}

/** One record in a list: its day, its title, how much it holds. */
export function RecordRow({ record, series, madeAt }: RecordRowProps) {
  const { call, sections } = record;
  const inside = sections.filter((section) => section !== call.title).join(' · ');
  const day = call.when.hasTime ? { ...call.when, hasTime: false } : call.when;
  return (
    <li className="border-b border-line">
      <Link
        href={call.addresses.call}
        className="group -mx-3 grid min-h-11 grid-cols-[1fr_auto] items-baseline gap-x-5 px-3 py-2.5 hover:bg-well tablet:grid-cols-[7.5rem_1fr_auto]"
      >
        <span className="tabular col-span-2 text-14 text-soft tablet:col-span-1">
          {madeAt === undefined ? (
            <time dateTime={call.when.date}>{sayShortDay(new Date(call.when.at), call.when.timeZone)}</time>
          ) : (
            <CallTime when={day} madeAt={madeAt} />
          )}
        </span>
        <span className="min-w-0 [overflow-wrap:anywhere]">
          <span className="font-medium group-hover:underline group-hover:decoration-1 group-hover:underline-offset-4">
            {call.title}
          </span>
          {series !== undefined && series !== call.title && <span className="ml-3 text-14 text-soft">{series}</span>}
          {call.outcome === 'not_presented' && (
            <span className="ml-3 text-14 text-soft">{messages.closing.outcomes.not_presented}</span>
          )}
          {inside !== '' && <span className="block truncate text-14 text-soft">{inside}</span>}
        </span>
        <span className="tabular text-right text-14 whitespace-nowrap text-soft">{extent(record)}</span>
      </Link>
    </li>
  );
}
