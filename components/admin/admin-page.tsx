import Link from 'next/link';
import type { ReactNode } from 'react';
import { Initials } from '#components/frame/initials.tsx';
import { Seen } from '#components/people/seen.tsx';
import { Button } from '#components/ui/button.tsx';
import { TextInput } from '#components/ui/field.tsx';
import { Page, PagePart, PageTitle } from '#components/ui/page.tsx';
import { addresses } from '#lib/addresses.ts';
import { messages } from '#lib/messages/en.ts';
import type { AdminPersonRow, AdminView } from '#lib/people/people-views.ts';
import { GiveSeries } from './give-series.tsx';

const words = messages.admin;

interface AdminPageProps {
  readonly view: AdminView;
  readonly search: string;
  readonly give: (series: string, person: string) => Promise<string | null>;
  /** Series that were deleted. */
  readonly bin: ReactNode;
  /** API tokens of the instance. */
  readonly tokens: ReactNode;
  /** When the page was made, ISO 8601. */
  readonly madeAt: string;
}

/** People and series of the instance. */
export function AdminPage({ view, search, give, bin, tokens, madeAt }: AdminPageProps) {
  return (
    <Page>
      <PageTitle title={words.title} lead={words.lead} />
      <PagePart title={words.people.title}>
        <form role="search" className="flex max-w-[36rem] gap-2 py-4">
          <TextInput
            type="search"
            name="find"
            defaultValue={search}
            aria-label={words.people.search}
            placeholder={words.people.search}
          />
          <Button type="submit">{words.people.find}</Button>
        </form>
        {view.people.length === 0 && <p className="pb-4 text-14 text-soft">{words.people.none}</p>}
        <ul aria-label={words.people.title}>
          {view.people.map((person) => (
            <PersonRow key={person.id} person={person} madeAt={madeAt} />
          ))}
        </ul>
        {view.morePeople && <p className="pt-3 text-14 text-soft">{words.people.more}</p>}
      </PagePart>
      <PagePart title={words.series.title}>
        {view.series.length === 0 && <p className="pt-4 text-14 text-soft">{words.series.none}</p>}
        <ul aria-label={words.series.title}>
          {view.series.map(({ id, name, address, hosts, members, calls, orphaned }) => (
            <li key={id} className="flex flex-wrap items-center gap-x-6 gap-y-1 border-b border-line py-2.5">
              <Link
                href={address}
                className="min-w-0 flex-1 basis-60 font-medium [overflow-wrap:anywhere] underline-offset-4 hover:underline"
              >
                {name}
              </Link>
              <span className="min-w-0 flex-1 basis-60 text-14 text-soft [overflow-wrap:anywhere]">
                {words.series.hosts(hosts)} · <span className="tabular">{words.series.counts(members, calls)}</span>
              </span>
              {orphaned && <GiveSeries series={{ id, name }} accounts={view.accounts} give={give} />}
            </li>
          ))}
        </ul>
      </PagePart>
      {bin}
      {tokens !== null && <PagePart title={words.tokens}>{tokens}</PagePart>}
      <Link href={addresses.adminLog()} className="link-text inline-flex min-h-11 items-center text-14">
        {words.log}
      </Link>
    </Page>
  );
}

function PersonRow({ person, madeAt }: { readonly person: AdminPersonRow; readonly madeAt: string }) {
  const { id, name, hue, handle, email, kind, admin, disabled, series, lastSeenAt } = person;
  const facts = [
    words.people.kinds[kind],
    ...(admin ? [words.people.admin] : []),
    ...(disabled ? [words.people.disabled] : []),
    ...(series === 0 ? [] : [words.people.series(series)]),
  ];
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-1 border-b border-line py-2">
      <span className="flex min-w-0 flex-1 basis-72 items-center gap-3">
        <Initials name={name} hue={hue} />
        <span className="min-w-0">
          <Link
            href={addresses.adminPerson(id)}
            className="font-medium [overflow-wrap:anywhere] underline-offset-4 hover:underline"
          >
            {name}
          </Link>
          <span className="block text-14 text-soft [overflow-wrap:anywhere]">
            {[handle === null ? null : `@${handle}`, email].filter((part) => part !== null).join(' · ')}
          </span>
        </span>
      </span>
      <span className="tabular text-14 text-soft">{facts.join(' · ')}</span>
      <span className="tabular w-36 text-14 text-soft">
        <Seen at={lastSeenAt} timeZone="UTC" madeAt={madeAt} />
      </span>
    </li>
  );
}
