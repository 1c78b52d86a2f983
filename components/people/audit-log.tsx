import Link from 'next/link';
import type { ReactNode } from 'react';
import { Page, PageTitle } from '#components/ui/page.tsx';
import { messages } from '#lib/messages/en.ts';
import { sayAct } from '#lib/messages/audit.ts';
import type { AuditLine, AuditPage } from '#lib/people/people-views.ts';

const words = messages.people.audit;

interface AuditLogProps {
  readonly above: ReactNode;
  readonly page: AuditPage;
  readonly timeZone: string;
  /** Whether lines say of which series they are. */
  readonly ofMany: boolean;
  /** Address of its newest page. */
  readonly newest: string;
  /** Address of the page with older lines; null where there are none. */
  readonly older: string | null;
}

/** What happened to access, calls and records, line by line, by days. */
export function AuditLog({ above, page, timeZone, ofMany, newest, older }: AuditLogProps) {
  const days = Map.groupBy(page.lines, ({ at }) => dayOf(at, timeZone));
  return (
    <Page>
      <PageTitle above={above} title={words.title} lead={words.lead} />
      {page.lines.length === 0 && <p className="text-soft">{words.none}</p>}
      {[...days].map(([day, lines]) => (
        <section key={day} className="mb-8">
          <h2 className="label-caps border-b border-line pb-2">{day}</h2>
          <ol>
            {lines.map((line) => (
              <Line key={line.id} line={ofMany ? line : { ...line, series: null }} timeZone={timeZone} />
            ))}
          </ol>
        </section>
      ))}
      <nav aria-label={words.title} className="flex gap-6 text-14">
        <Link href={newest} className="text-accent underline-offset-4 hover:underline">
          {words.newest}
        </Link>
        {older !== null && (
          <Link href={older} className="text-accent underline-offset-4 hover:underline">
            {words.older}
          </Link>
        )}
      </nav>
    </Page>
  );
}

function Line({ line, timeZone }: { readonly line: AuditLine; readonly timeZone: string }) {
  return (
    <li className="grid grid-cols-[3.5rem_minmax(0,1fr)] gap-x-4 border-b border-line py-2 text-14">
      <time dateTime={line.at} className="tabular text-soft">
        {timeOf(line.at, timeZone)}
      </time>
      <span className="[overflow-wrap:anywhere]">
        <span className="font-medium">{line.by ?? words.shell}</span> {sayAct(line)}
        {line.series !== null && (
          <>
            {' '}
            <Link href={line.series.address} className="text-soft underline-offset-4 hover:underline">
              {line.series.name}
            </Link>
          </>
        )}
      </span>
    </li>
  );
}

function dayOf(at: string, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone }).format(new Date(at));
}

function timeOf(at: string, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone }).format(new Date(at));
}
