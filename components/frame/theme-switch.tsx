'use client';

import { useState } from 'react';
import { Menu, MenuChoice } from '#components/ui/menu.tsx';
import { messages } from '#lib/messages/en.ts';
import { chooseTheme, themeOf, type Theme } from './theme.ts';

const words = messages.frame.theme;

/** Light, dark, or as the system has it. The server reads the same cookie, so a page never flashes. */
export function ThemeSwitch({ theme }: { readonly theme: Theme }) {
  const [chosen, choose] = useState(theme);
  const change = (value: string) => {
    const next = themeOf(value);
    choose(next);
    chooseTheme(next);
  };
  return (
    <Menu
      label={words.label}
      trigger={
        <button
          type="button"
          aria-label={words.label}
          title={words.label}
          className="grid size-11 place-items-center rounded-6 text-soft hover:bg-well hover:text-ink tablet:size-9"
        >
          <svg viewBox="0 0 16 16" className="size-4" aria-hidden="true">
            <circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
            <path d="M8 1.75a6.25 6.25 0 0 1 0 12.5Z" fill="currentColor" />
          </svg>
        </button>
      }
    >
      <MenuChoice
        value={chosen}
        onChange={change}
        options={[
          { value: 'light', title: words.light },
          { value: 'dark', title: words.dark },
          { value: 'system', title: words.system },
        ]}
      />
    </Menu>
  );
}
