import type { Metadata } from 'next';
import { signOutAction } from '#app/accounts/actions.ts';
import { NothingOrDeleted, nothingTitle } from '#app/nothing-or-deleted.tsx';
import { requestFrame } from '#app/request-frame.ts';
import { SiteFrame } from '#components/frame/site-frame.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: await nothingTitle() };
}

export default async function NotFound() {
  const frame = await requestFrame();
  return (
    <SiteFrame {...frame} signOut={signOutAction}>
      <NothingOrDeleted />
    </SiteFrame>
  );
}
