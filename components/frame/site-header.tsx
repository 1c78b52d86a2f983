import Link from 'next/link';
import { addresses } from '#lib/addresses.ts';
import { messages } from '#lib/messages/en.ts';
import type { VisitorPerson } from '#lib/visitor.ts';
import { PersonMenu } from './person-menu.tsx';
import { ThemeSwitch } from './theme-switch.tsx';
import type { Theme } from './theme.ts';
import { Mark } from './wordmark.tsx';

interface SiteHeaderProps {
  readonly person: VisitorPerson | null;
  readonly theme: Theme;
  readonly signOut: () => Promise<void>;
}

/** The line above every page: the way home, the colours, the person. */
export function SiteHeader({ person, theme, signOut }: SiteHeaderProps) {
  return (
    <header className="border-b border-line">
      <div className="mx-auto flex h-14 w-full max-w-[70rem] items-center justify-between gap-4 px-4 tablet:h-12 tablet:px-8">
        <Link
          href={addresses.home()}
          aria-label={messages.frame.home}
          className="-ml-1 flex min-h-11 items-center gap-2 rounded-6 px-1 text-16 font-semibold tracking-tight tablet:min-h-9"
        >
          <Mark className="size-5" />
          {messages.frame.product}
        </Link>
        <div className="flex min-w-0 items-center gap-1">
          <ThemeSwitch theme={theme} />
          {person === null || !person.signedIn ? (
            <Link
              href={addresses.signIn()}
              className="flex min-h-11 items-center rounded-6 px-2.5 text-14 hover:bg-well tablet:min-h-9"
            >
              {messages.frame.person.signIn}
            </Link>
          ) : (
            <PersonMenu name={person.name} hue={person.hue} admin={person.admin} signOut={signOut} />
          )}
        </div>
      </div>
    </header>
  );
}
