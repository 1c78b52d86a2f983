import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { joinAction, joinWithPasswordAction } from '#app/people/join-actions.ts';
import { binActions } from '#app/bin/bin-actions.ts';
import { currentVisitor } from '#app/current-visitor.ts';
import { DeletedPlace } from '#components/bin/deleted-place.tsx';
import { JoinForm } from '#components/people/join-form.tsx';
import { Page, PageTitle } from '#components/ui/page.tsx';
import { addresses } from '#lib/addresses.ts';
import type { DeletedView } from '#lib/bin/bin-views.ts';
import { messages } from '#lib/messages/en.ts';
import { invitationOfCookie } from '#server/accounts/invitation-cookie.ts';
import { waysToSignIn } from '#server/accounts/ways-to-sign-in.ts';
import { deletedInvitation } from '#server/bin/deleted-place.ts';
import { readInvitation, whereMemberGoes } from '#server/accounts/invitations.ts';

const words = messages.people.join;

export const metadata: Metadata = { title: words.metaTitle, referrer: 'no-referrer' };

/** Where an invitation leads: to join by one press, or first to an account. */
export default async function JoinPage() {
  const id = await invitationOfCookie((await headers()).get('cookie'));
  const [visitor, invitation] = [await currentVisitor(), await readInvitation(id)];
  const person = visitor.person?.signedIn === true ? visitor.person : null;
  // It was accepted on the way: whoever comes back from signing in goes straight on.
  const next = person === null || id === null ? null : await whereMemberGoes(person.id, id);
  if (next !== null) return redirect(next);
  if (invitation === null) return <Gone deleted={await deletedInvitation(visitor, id)} />;
  const { providers, passwords, mail } = waysToSignIn();
  return (
    <Page width="narrow">
      <PageTitle title={words.title(invitation.series.name)} lead={words.lead(invitation.invitedBy, invitation.role)} />
      <JoinForm
        invitation={invitation}
        person={person?.name ?? null}
        join={joinAction}
        make={joinWithPasswordAction}
        signIn={addresses.signIn(addresses.join())}
        providers={providers}
        passwords={passwords}
        mail={mail}
      />
    </Page>
  );
}

/** It counts no more: it was used or ended, or its series was deleted. */
function Gone({ deleted }: { readonly deleted: DeletedView | null }) {
  if (deleted !== null) return <DeletedPlace deleted={deleted} restore={binActions} />;
  return (
    <Page width="narrow">
      <PageTitle title={words.goneTitle} />
      <p className="text-soft">{words.goneText}</p>
    </Page>
  );
}
