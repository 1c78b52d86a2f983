import type { Metadata } from 'next';
import { signOutAction } from '#app/accounts/actions.ts';
import { requestFrame } from '#app/request-frame.ts';
import { NotOpen } from '#components/frame/nothing-here.tsx';
import { SiteFrame } from '#components/frame/site-frame.tsx';
import { messages } from '#lib/messages/en.ts';

export const metadata: Metadata = { title: messages.frame.notAllowed.title };

export default async function Forbidden() {
  return (
    <SiteFrame {...await requestFrame()} signOut={signOutAction}>
      <NotOpen />
    </SiteFrame>
  );
}
