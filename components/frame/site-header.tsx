import Link from 'next/link';
import { addresses } from '#lib/addresses.ts';
import { messages } from '#lib/messages/en.ts';
import type { VisitorPerson } from '#lib/visitor.ts';
import { PaletteButton } from '#components/search/palette-button.tsx';
import { PersonMenu } from './person-menu.tsx';
import { ThemeSwitch } from './theme-switch.tsx';
import type { Theme } from './theme.ts';
import { Mark } from './wordmark.tsx';

interface SiteHeaderProps {
  readonly person: VisitorPerson | null;
  readonly theme: Theme;
  readonly signIn: string;
  readonly signOut: () => Promise<void>;
}

/** The line above every page: the way home, to anywhere, the colours, the person. */
export function SiteHeader({ person, theme, signIn, signOut }: SiteHeaderProps) {
  return (
    <header className="border-b border-line print:hidden">
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
          <PaletteButton />
          <ThemeSwitch theme={theme} />
          {person === null || !person.signedIn ? (
            // No router's link: the way may lead straight to another site.
            <a
              href={signIn}
              className="flex min-h-11 items-center rounded-6 px-2.5 text-14 hover:bg-well tablet:min-h-9"
            >
              {messages.frame.person.signIn}
            </a>
          ) : (
            <PersonMenu name={person.name} hue={person.hue} admin={person.admin} signOut={signOut} />
          )}
        </div>
      </div>
    </header>
  );
}
