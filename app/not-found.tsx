import type { Metadata } from 'next';
import { signOutAction } from '#app/accounts/actions.ts';
import { NothingOrDeleted } from '#app/nothing-or-deleted.tsx';
import { requestFrame } from '#app/request-frame.ts';
import { SiteFrame } from '#components/frame/site-frame.tsx';
import { messages } from '#lib/messages/en.ts';

export const metadata: Metadata = { title: messages.frame.notFound.title };

export default async function NotFound() {
  const frame = await requestFrame();
  return (
    <SiteFrame {...frame} signOut={signOutAction}>
      <NothingOrDeleted />
    </SiteFrame>
  );
}
