import type { ReactNode } from 'react';
import { signOutAction } from '#app/accounts/actions.ts';
import { requestFrame } from '#app/request-frame.ts';
import { SiteFrame } from '#components/frame/site-frame.tsx';

export default async function SiteLayout({ children }: { readonly children: ReactNode }) {
  return (
    <SiteFrame {...await requestFrame()} signOut={signOutAction}>
      {children}
    </SiteFrame>
  );
}
