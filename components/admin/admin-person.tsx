import Link from 'next/link';
import { Initials } from '#components/frame/initials.tsx';
import { SeriesRoles } from '#components/people/series-roles.tsx';
import { Page, PagePart, PageTitle } from '#components/ui/page.tsx';
import { addresses } from '#lib/addresses.ts';
import { messages } from '#lib/messages/en.ts';
import type { AdminPersonView } from '#lib/people/people-views.ts';
import type { AdminPersonActions } from './admin-actions.ts';
import { PersonActs } from './person-acts.tsx';

const words = messages.admin.person;

interface AdminPersonProps {
  readonly view: AdminPersonView;
  readonly actions: AdminPersonActions;
}

/** One person as admins see them: where they belong, what can be done, and what would stop. */
export function AdminPerson({ view, actions }: AdminPersonProps) {
  const { person } = view;
  const facts = [
    messages.admin.people.kinds[person.kind],
    ...(person.admin ? [messages.admin.people.admin] : []),
    ...(person.disabled ? [messages.admin.people.disabled] : []),
    ...(person.handle === null ? [] : [`@${person.handle}`]),
    ...(person.email === null ? [] : [person.email]),
  ];
  return (
    <Page>
      <PageTitle
        above={
          <Link href={addresses.admin()} className="underline-offset-4 hover:underline">
            ‹ {words.back}
          </Link>
        }
        title={
          <span className="flex items-center gap-4">
            <Initials name={person.name} hue={person.hue} large />
            <span className="min-w-0 [overflow-wrap:anywhere]">{person.name}</span>
          </span>
        }
        lead={facts.join(' · ')}
      />
      <div className="grid gap-x-14 desk:grid-cols-2">
        <PagePart title={words.acts}>
          {view.you ? (
            <p className="pt-4 text-14 text-soft">
              {words.you}{' '}
              <Link href={addresses.profile()} className="link-text">
                {messages.profile.open}
              </Link>
            </p>
          ) : (
            <PersonActs view={view} actions={actions} />
          )}
        </PagePart>
        <Facts view={view} />
      </div>
    </Page>
  );
}

/** Where they belong, and what ends and goes on when they are disabled. */
function Facts({ view: { series, disabling } }: Pick<AdminPersonProps, 'view'>) {
  return (
    <div>
      <PagePart title={words.member}>
        <SeriesRoles series={series} none={words.noSeries} />
      </PagePart>
      <PagePart title={words.ends}>
        <Things
          things={[
            ...(disabling.ends.sessions === 0 ? [] : [words.sessions(disabling.ends.sessions)]),
            ...disabling.ends.sectionLinks.map(words.sectionLink),
          ]}
        />
      </PagePart>
      <PagePart title={words.stays}>
        <Things
          things={[
            ...disabling.stays.links.map(words.link),
            ...disabling.stays.invitations.map(words.invitation),
            ...disabling.stays.tokens.map(words.token),
          ]}
        />
      </PagePart>
    </div>
  );
}

function Things({ things }: { readonly things: readonly string[] }) {
  if (things.length === 0) return <p className="pt-4 text-14 text-soft">{words.nothing}</p>;
  return (
    <ul>
      {things.map((thing, at) => (
        <li key={`${thing} ${at}`} className="border-b border-line py-2 text-14 [overflow-wrap:anywhere]">
          {thing}
        </li>
      ))}
    </ul>
  );
}
