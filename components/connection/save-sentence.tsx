'use client';

import { clsx } from 'clsx';
import { messages } from '#lib/messages/en.ts';
import type { SafetyStore } from './safety-store.ts';
import { saveState } from './save-state.ts';
import { useStore } from './use-store.ts';

const time = new Intl.DateTimeFormat('en', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** Whether the text is safe, as a sentence that is always in the same place. Not read out at each keystroke: the banner is. */
export function SaveSentence({ safety, writable }: { readonly safety: SafetyStore; readonly writable: boolean }) {
  const { status } = useStore(safety);
  const { tone, sentence } = saveState(status, writable, (at) => time.format(at));
  return <SaveLine tone={tone}>{sentence}</SaveLine>;
}

/** The same line before the deck is open. */
export function SaveLine({ tone, children }: { readonly tone: 'safe' | 'busy' | 'loud'; readonly children: string }) {
  return (
    <p
      aria-label={messages.deck.save.label}
      data-save={tone}
      className={clsx('tabular text-14', tone === 'loud' ? 'font-semibold text-ink' : 'text-soft')}
    >
      {children}
    </p>
  );
}
