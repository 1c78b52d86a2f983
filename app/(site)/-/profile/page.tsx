import type { Metadata } from 'next';
import { currentVisitor } from '#app/current-visitor.ts';
import { openPage } from '#app/open-page.ts';
import { changeProfileAction, deleteOwnAccountAction } from '#app/profile/actions.ts';
import { ProfilePage } from '#components/profile/profile-page.tsx';
import { addresses } from '#lib/addresses.ts';
import { messages } from '#lib/messages/en.ts';
import { profileOf } from '#server/people/profile.ts';

export const metadata: Metadata = { title: messages.profile.title };

export default async function OwnProfilePage() {
  const profile = await openPage({ path: addresses.profile() }, profileOf(await currentVisitor()));
  return <ProfilePage profile={profile} change={changeProfileAction} remove={deleteOwnAccountAction} security={null} />;
}
