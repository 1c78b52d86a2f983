'use client';

import Link from 'next/link';
import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';

const FLOAT =
  'z-50 max-h-(--radix-dropdown-menu-content-available-height) min-w-44 overflow-y-auto rounded-6 border border-line bg-sheet p-1 shadow-float';
const ITEM =
  'flex min-h-11 w-full items-center gap-2.5 rounded-6 px-2.5 text-left text-14 outline-none select-none data-[highlighted]:bg-accent-wash tablet:min-h-9';

interface MenuProps {
  /** What opens it: one button. */
  readonly trigger: ReactNode;
  readonly label: string;
  readonly children: ReactNode;
}

/**
 * A menu below its button. Not modal: locking the page's scroll would need a style without nonce. Not at
 * the end of the page either: what opens stays within the landmark of its button.
 */
export function Menu({ trigger, label, children }: MenuProps) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Content align="end" sideOffset={6} collisionPadding={8} aria-label={label} className={FLOAT}>
        {children}
      </DropdownMenu.Content>
    </DropdownMenu.Root>
  );
}

/** One thing to do. */
export function MenuItem({ onSelect, children }: { readonly onSelect: () => void; readonly children: ReactNode }) {
  return (
    <DropdownMenu.Item className={ITEM} onSelect={onSelect}>
      {children}
    </DropdownMenu.Item>
  );
}

/** One page to go to. */
export function MenuLink({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  return (
    <DropdownMenu.Item asChild className={ITEM}>
      <Link href={href}>{children}</Link>
    </DropdownMenu.Item>
  );
}

interface MenuChoiceProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options: readonly { readonly value: string; readonly title: string }[];
}

/** One of a few, with a mark at the chosen one. */
export function MenuChoice({ value, onChange, options }: MenuChoiceProps) {
  return (
    <DropdownMenu.RadioGroup value={value} onValueChange={onChange}>
      {options.map((option) => (
        <DropdownMenu.RadioItem key={option.value} value={option.value} className={ITEM}>
          <span className="w-3.5">
            <DropdownMenu.ItemIndicator>
              <svg viewBox="0 0 14 14" className="size-3.5" aria-hidden="true">
                <path d="m2 7.5 3.2 3.2L12 3.8" fill="none" stroke="currentColor" strokeWidth="1.8" />
              </svg>
            </DropdownMenu.ItemIndicator>
          </span>
          {option.title}
        </DropdownMenu.RadioItem>
      ))}
    </DropdownMenu.RadioGroup>
  );
}

/** A line between things to do of different kinds. */
export function MenuRule() {
  return <DropdownMenu.Separator className="my-1 border-t border-line" />;
}
