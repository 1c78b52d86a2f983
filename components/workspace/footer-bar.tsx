'use client';

import { useDeferredValue, type ReactNode } from 'react';
import { useStore } from '#components/connection/use-store.ts';
import { TakeDeck } from '#components/export/take-deck.tsx';
import { messages } from '#lib/messages/en.ts';
import type { DeckDesk } from './deck-desk.ts';
import { BlameButton } from './blame-button.tsx';
import type { BlameStore } from './blame-store.ts';
import { HintsAnnouncer } from './hints-announcer.tsx';
import type { LastTimePanel } from './use-last-time.ts';
import { LAST_TIME_ID } from './last-time.tsx';
import { HINTS_PANEL_ID } from './hints-panel.tsx';
import { PictureLine } from './picture-line.tsx';
import type { HintsPanelState } from './use-hints-panel.ts';

const words = messages.deck.footer;
/** A button within the footer. */
export const FOOTER_BUTTON = 'min-h-11 rounded-6 px-2 whitespace-nowrap hover:bg-well hover:text-ink desk:min-h-7';

interface FooterBarProps {
  readonly desk: DeckDesk;
  readonly deckId: string;
  readonly template: boolean;
  readonly panel: HintsPanelState;
  /** The panel of what was said last time; null where there is none. */
  readonly lastTime: LastTimePanel | null;
  /** Who wrote, in the margin; null for who may not see it. */
  readonly blame: BlameStore | null;
  /** Brings in pictures; null for who may not write. */
  readonly pictures: ReactNode;
  readonly onKeys: () => void;
}

/** Hints on the text, where one is in the deck, and the keys. */
export function FooterBar({ desk, deckId, template, panel, lastTime, blame, pictures, onKeys }: FooterBarProps) {
  return (
    <footer className="tabular flex shrink-0 items-center overflow-x-auto border-t border-line px-2 text-14 text-soft desk:h-9 desk:gap-4">
      <HintsButton desk={desk} panel={panel} />
      <Position desk={desk} />
      {lastTime !== null && (
        <button
          type="button"
          aria-expanded={lastTime.open}
          aria-controls={lastTime.open ? LAST_TIME_ID : undefined}
          className={FOOTER_BUTTON}
          onClick={lastTime.toggle}
        >
          {messages.deck.lastTime.button}
        </button>
      )}
      {pictures}
      <PictureLine desk={desk} className={FOOTER_BUTTON} />
      {blame !== null && <BlameButton blame={blame} className={FOOTER_BUTTON} />}
      <TakeDeck deckId={deckId} template={template} className={`${FOOTER_BUTTON} ml-auto max-desk:hidden`} />
      <button type="button" className={`${FOOTER_BUTTON} max-desk:ml-auto`} onClick={onKeys}>
        {words.keys} <kbd className="ml-1 font-mono text-12 max-desk:hidden">?</kbd>
      </button>
      <HintsAnnouncer count={desk.hints.count} />
    </footer>
  );
}

/** Nothing while there are none, unless their list is open and says so. */
function HintsButton({ desk, panel }: Pick<FooterBarProps, 'desk' | 'panel'>) {
  const { open, button, toggle } = panel;
  const count = useDeferredValue(useStore(desk.hints.count));
  if (count === 0 && !open) return null;
  return (
    <button
      type="button"
      ref={button}
      aria-expanded={open}
      aria-controls={open ? HINTS_PANEL_ID : undefined}
      className={FOOTER_BUTTON}
      onClick={toggle}
    >
      {messages.deck.hints.count(count)}
    </button>
  );
}

function Position({ desk }: { readonly desk: DeckDesk }) {
  const { slides } = useDeferredValue(useStore(desk.models));
  const slide = useStore(desk.cursor);
  return (
    <span className="px-2 max-desk:hidden">{words.position(Math.min(slide + 1, slides.length), slides.length)}</span>
  );
}
