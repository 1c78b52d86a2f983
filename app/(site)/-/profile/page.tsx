import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { changePasswordAction, endOtherSessionsAction, endSessionAction } from '#app/accounts/security-actions.ts';
import { currentVisitor } from '#app/current-visitor.ts';
import { openPage } from '#app/open-page.ts';
import { changeProfileAction, deleteOwnAccountAction } from '#app/profile/actions.ts';
import { PasswordForm } from '#components/account/password-form.tsx';
import { SessionsList } from '#components/account/sessions-list.tsx';
import { ProfilePage } from '#components/profile/profile-page.tsx';
import { addresses } from '#lib/addresses.ts';
import { messages } from '#lib/messages/en.ts';
import { passwordState } from '#server/accounts/change-password.ts';
import { listSessions } from '#server/accounts/sessions.ts';
import { profileOf } from '#server/people/profile.ts';

export const metadata: Metadata = { title: messages.profile.title };

export default async function OwnProfilePage() {
  const profile = await openPage({ path: addresses.profile() }, profileOf(await currentVisitor()));
  return (
    <ProfilePage
      profile={profile}
      change={changeProfileAction}
      remove={deleteOwnAccountAction}
      security={profile.signedIn ? <Security /> : null}
    />
  );
}

async function Security() {
  const asked = await headers();
  const [password, sessions] = await Promise.all([passwordState(asked), listSessions(asked)]);
  return (
    <div className="flex flex-col gap-8 pt-4">
      {password !== 'none' && <PasswordForm action={changePasswordAction} first={password === 'first'} />}
      <SessionsList
        sessions={sessions}
        end={endSessionAction}
        endOthers={endOtherSessionsAction}
        timeZone="UTC"
        madeAt={new Date().toISOString()}
      />
    </div>
  );
}
