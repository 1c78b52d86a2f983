'use client';

import { useTransition } from 'react';
import { Menu, MenuItem, MenuLink, MenuRule } from '#components/ui/menu.tsx';
import { addresses } from '#lib/addresses.ts';
import { messages } from '#lib/messages/en.ts';
import { clearLocalCopies } from '#lib/sync/clear-local-copies.ts';
import { PersonDot } from './person-dot.tsx';

interface PersonMenuProps {
  readonly name: string;
  readonly hue: number;
  readonly admin: boolean;
  readonly signOut: () => Promise<void>;
}

/** Who is signed in, what is theirs, and the way out. */
export function PersonMenu({ name, hue, admin, signOut }: PersonMenuProps) {
  const [leaving, leave] = useTransition();
  return (
    <Menu
      label={messages.frame.person.menu(name)}
      trigger={
        <button
          type="button"
          aria-label={messages.frame.person.menu(name)}
          className="flex min-h-11 max-w-52 items-center gap-2 rounded-6 px-2.5 text-14 hover:bg-well tablet:min-h-9"
        >
          <PersonDot hue={hue} />
          <span className="truncate">{name}</span>
          <svg viewBox="0 0 10 10" className="size-2.5 shrink-0 text-soft" aria-hidden="true">
            <path d="m1.5 3.5 3.5 3.5 3.5-3.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
          </svg>
        </button>
      }
    >
      <MenuLink href={addresses.profile()}>{messages.profile.open}</MenuLink>
      <MenuLink href={addresses.ownSections()}>{messages.profile.sections.open}</MenuLink>
      {admin && <MenuLink href={addresses.admin()}>{messages.admin.open}</MenuLink>}
      <MenuRule />
      <MenuItem onSelect={() => leave(() => clearLocalCopies().then(signOut))}>
        {leaving ? messages.frame.working : messages.frame.person.signOut}
      </MenuItem>
    </Menu>
  );
}
