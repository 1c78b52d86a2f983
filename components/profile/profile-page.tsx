import Link from 'next/link';
import type { ReactNode } from 'react';
import { Initials } from '#components/frame/initials.tsx';
import { Page, PagePart, PageTitle } from '#components/ui/page.tsx';
import { SeriesRoles } from '#components/people/series-roles.tsx';
import { buttonClass } from '#components/ui/button.tsx';
import { addresses } from '#lib/addresses.ts';
import type { FormAction } from '#lib/forms/form-state.ts';
import { messages } from '#lib/messages/en.ts';
import type { ProfileView } from '#lib/people/people-views.ts';
import { DeleteAccount } from './delete-account.tsx';
import { ProfileForm } from './profile-form.tsx';

const words = messages.profile;

interface ProfilePageProps {
  readonly profile: ProfileView;
  readonly change: FormAction;
  readonly remove: FormAction;
  /** Passwords and sessions, for who has an account. */
  readonly security: ReactNode;
}

/** One's own page: who one is, where one belongs, how one signs in, what is kept of one. */
export function ProfilePage({ profile, change, remove, security }: ProfilePageProps) {
  return (
    <Page>
      <PageTitle
        above={profile.signedIn ? profile.email : undefined}
        title={
          <span className="flex items-center gap-4">
            <Initials name={profile.name} hue={profile.hue} large />
            <span className="min-w-0 [overflow-wrap:anywhere]">{profile.name}</span>
          </span>
        }
        lead={profile.signedIn ? undefined : words.guestLead}
      />
      <div className="grid gap-x-14 desk:grid-cols-[minmax(0,1fr)_19rem]">
        <div className="min-w-0 max-w-[36rem]">
          <PagePart title={words.you.title}>
            <ProfileForm profile={profile} change={change} />
          </PagePart>
          {profile.signedIn && security !== null && <PagePart title={words.security.title}>{security}</PagePart>}
          <PagePart title={words.data.title}>
            <p className="max-w-[65ch] pt-4 pb-3 text-14 text-soft">{words.data.text}</p>
            <a href={addresses.ownData()} download className={buttonClass('quiet')}>
              {words.data.download}
            </a>
            <p className="pt-3">
              <Link
                href={addresses.everything()}
                className="link-text inline-flex min-h-11 items-center text-14 tablet:min-h-0"
              >
                {messages.exports.everything.link}
              </Link>
            </p>
          </PagePart>
          <PagePart title={words.remove.title}>
            <DeleteAccount profile={profile} remove={remove} />
          </PagePart>
        </div>
        <aside>
          <PagePart title={words.series.title}>
            <OwnSeries profile={profile} />
          </PagePart>
        </aside>
      </div>
    </Page>
  );
}

function OwnSeries({ profile }: { readonly profile: ProfileView }) {
  return (
    <>
      <SeriesRoles series={profile.series} none={words.series.none} />
      <p className="pt-3">
        <Link
          href={addresses.ownSections()}
          className="link-text inline-flex min-h-11 items-center text-14 tablet:min-h-0"
        >
          {words.sections.open}
        </Link>
      </p>
    </>
  );
}
