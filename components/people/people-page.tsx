import type { ReactNode } from 'react';
import { DeleteSeries } from '#components/bin/delete-series.tsx';
import { SeriesCrumb } from '#components/series/series-crumb.tsx';
import { Page, PagePart, PageTitle } from '#components/ui/page.tsx';
import type { FormAction } from '#lib/forms/form-state.ts';
import { messages } from '#lib/messages/en.ts';
import type { SeriesPeopleView } from '#lib/people/people-views.ts';
import { AudiencesForm } from './audiences-form.tsx';
import { InvitePart } from './invite-part.tsx';
import { InvitedList } from './invited-list.tsx';
import { MembersList } from './members-list.tsx';
import { NamedList } from './named-list.tsx';
import { OffersForm } from './offers-form.tsx';
import type { PeopleActions } from './people-actions.ts';

const words = messages.people;

interface PeoplePageProps {
  readonly view: SeriesPeopleView;
  readonly actions: PeopleActions;
  /** Where the site is, `https://plenum.example.org`. */
  readonly site: string;
  /** The links of the series, for hosts. */
  readonly links: ReactNode;
  /** Where to go on: the bin, the log, the API tokens. */
  readonly more: ReactNode;
  /** Deletes the series, once its name was typed. */
  readonly remove: FormAction;
  /** When the page was made, ISO 8601. */
  readonly madeAt: string;
}

/** Who belongs to a series and how others get in. Members see the members, hosts change everything. */
export function PeoplePage({ view, actions, site, links, more, remove, madeAt }: PeoplePageProps) {
  const { manage } = view.may;
  return (
    <Page>
      <PageTitle
        above={<SeriesCrumb series={view.series} />}
        title={words.title}
        lead={manage ? words.lead : undefined}
      />
      <div className="grid gap-x-12 desk:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="min-w-0">
          <PagePart title={words.members.title} aside={<Count of={view.members.length} />}>
            <MembersList view={view} actions={actions} madeAt={madeAt} />
          </PagePart>
          {manage && (
            <>
              <PagePart title={words.invited.title} aside={<Count of={view.invitations.length} />}>
                <InvitedList invitations={view.invitations} end={actions.endInvitation} />
              </PagePart>
              {view.named.length > 0 && (
                <PagePart title={words.named.title} aside={<Count of={view.named.length} />}>
                  <NamedList named={view.named} members={view.members} claim={actions.claim} />
                </PagePart>
              )}
            </>
          )}
        </div>
        {manage && (
          <div className="min-w-0">
            <PagePart title={words.invite.title}>
              <InvitePart actions={actions} mail={view.may.mail} site={site} />
            </PagePart>
            <PagePart title={messages.links.title}>
              <div className="pt-3">{links}</div>
            </PagePart>
            <PagePart title={words.access.title}>
              <AudiencesForm audiences={view.audiences} change={actions.changeAudiences} />
            </PagePart>
            <PagePart title={messages.callTime.hand.title}>
              <OffersForm offers={view.offersBaton} choose={actions.chooseOffers} />
            </PagePart>
            {more}
            <PagePart title={messages.bin.series.title}>
              <DeleteSeries name={view.series.name} remove={remove} />
            </PagePart>
          </div>
        )}
      </div>
    </Page>
  );
}

function Count({ of }: { readonly of: number }) {
  return <span className="tabular text-12 text-soft">{of}</span>;
}
