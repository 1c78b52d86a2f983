import type { ReactNode } from 'react';
import { messages } from '#lib/messages/en.ts';
import type { VisitorPerson } from '#lib/visitor.ts';
import { SiteFooter, type FooterLinks } from './site-footer.tsx';
import { SiteHeader } from './site-header.tsx';
import type { Theme } from './theme.ts';

interface SiteFrameProps {
  readonly person: VisitorPerson | null;
  readonly theme: Theme;
  /** Where the link to sign in leads. */
  readonly signIn: string;
  readonly links: FooterLinks;
  readonly signOut: () => Promise<void>;
  readonly children: ReactNode;
}

/** Header, page, footer. The footer keeps to the bottom of short pages. */
export function SiteFrame({ person, theme, signIn, links, signOut, children }: SiteFrameProps) {
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#page"
        className="absolute left-2 z-50 -translate-y-full rounded-6 bg-sheet px-3 py-2 text-14 focus:translate-y-2"
      >
        {messages.frame.skip}
      </a>
      <SiteHeader person={person} theme={theme} signIn={signIn} signOut={signOut} />
      <main id="page" tabIndex={-1} className="flex-1 outline-none">
        {children}
      </main>
      <SiteFooter links={links} />
    </div>
  );
}
