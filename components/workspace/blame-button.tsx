'use client';

import { useStore } from '#components/connection/use-store.ts';
import { messages } from '#lib/messages/en.ts';
import type { BlameStore } from './blame-store.ts';

const words = messages.history.blame;

interface BlameButtonProps {
  readonly blame: BlameStore;
  readonly className: string;
}

/** Says in the margin of the text who wrote each line, or no more. */
export function BlameButton({ blame, className }: BlameButtonProps) {
  const state = useStore(blame.state);
  const on = state.type === 'shown' || state.type === 'reading';
  return (
    <>
      <button
        type="button"
        aria-pressed={on}
        aria-busy={state.type === 'reading'}
        title={words.key}
        className={`${className} whitespace-nowrap aria-pressed:bg-accent-wash aria-pressed:text-ink`}
        onClick={blame.toggle}
      >
        {words.button}
      </button>
      {state.type === 'refused' && (
        <span role="alert" className="truncate font-semibold text-ink">
          {state.refusal}
        </span>
      )}
    </>
  );
}
