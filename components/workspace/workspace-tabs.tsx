'use client';

import { clsx } from 'clsx';
import { messages } from '#lib/messages/en.ts';

/** The panes of the workspace; a phone shows one at a time. */
export type Pane = 'outline' | 'write' | 'slides';

const PANES: readonly Pane[] = ['outline', 'write', 'slides'];

/** Which pane a narrow screen shows. Wide ones show all and have no use for it. */
export function WorkspaceTabs({ pane, onPane }: { readonly pane: Pane; readonly onPane: (pane: Pane) => void }) {
  return (
    <nav aria-label={messages.deck.tabs.label} className="flex shrink-0 border-b border-line desk:hidden">
      {PANES.map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={each === pane}
          onClick={() => onPane(each)}
          className={clsx(
            'min-h-11 flex-1 border-b-2 text-16 -outline-offset-2',
            each === pane ? 'border-accent font-semibold' : 'border-transparent text-soft',
          )}
        >
          {messages.deck.tabs[each]}
        </button>
      ))}
    </nav>
  );
}
