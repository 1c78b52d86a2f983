import Link from 'next/link';
import { TeamMark } from '#components/sections/team-mark.tsx';
import { messages } from '#lib/messages/en.ts';
import type { SearchHit } from '#lib/search/search-view.ts';
import { sayShortDay } from '#lib/dates/say-when.ts';

import { MarkedText } from './marked-text.tsx';

const words = messages.search;

/** A slide that was found: what it is called, what it says, and where it stands. */
export function HitRow({ hit }: { readonly hit: SearchHit }) {
  const { heading, section, team, reporter, call, series, kind } = hit;
  const title = heading.map(({ text }) => text).join('');
  const day = sayShortDay(new Date(`${call.date}T12:00:00Z`), 'UTC');
  return (
    <li className="border-b border-line py-4">
      <h3 className="text-16 font-semibold [overflow-wrap:anywhere]">
        <Link
          href={hit.address}
          className="inline-flex min-h-11 items-center underline-offset-4 hover:underline tablet:min-h-0"
        >
          <span>{title === '' ? call.title : <MarkedText parts={heading} />}</span>
        </Link>
      </h3>
      <p className="mt-0.5 max-w-[72ch] text-16 [overflow-wrap:anywhere]">
        <MarkedText parts={hit.snippet} />
      </p>
      <p className="mt-1.5 flex flex-wrap items-center gap-x-2 text-14 text-soft">
        <time dateTime={call.date} className="tabular">
          {`${day} ${call.date.slice(0, 4)}`}
        </time>
        <span aria-hidden="true">·</span>
        <span className="[overflow-wrap:anywhere]">{series.name}</span>
        {section !== '' && section !== title && (
          <>
            <span aria-hidden="true">·</span>
            <span className="[overflow-wrap:anywhere]">{section}</span>
          </>
        )}
        {team !== null && (
          <span className="inline-flex items-center gap-1.5">
            <TeamMark team={team} />
            {team.name === section || team.name === title ? null : team.name}
          </span>
        )}
        {reporter !== null && (
          <>
            <span aria-hidden="true">·</span>
            <span>{words.by(reporter)}</span>
          </>
        )}
        {kind === 'deck' && (
          <>
            <span aria-hidden="true">·</span>
            <span className="font-semibold text-ink">{words.deck}</span>
          </>
        )}
      </p>
    </li>
  );
}
