'use client';

import { Check } from 'lucide-react';
import { Button } from '#components/ui/button.tsx';
import { Problem } from '#components/ui/field.tsx';
import { messages } from '#lib/messages/en.ts';
import type { Done } from './history-frame.ts';
import { UndecidedList } from './undecided-list.tsx';

const words = messages.history;

interface DoneLineProps {
  readonly done: Done | null;
  readonly pending: boolean;
  readonly refusal: string | null;
  readonly onTakeBack: () => void;
  readonly onClose: () => void;
}

/** What was just done, with a way back. */
export function DoneLine({ done, pending, refusal, onTakeBack, onClose }: DoneLineProps) {
  return (
    <div role="status">
      {done !== null && (
        <div className="mb-6 border-l-2 border-ink bg-well px-4 py-2.5 text-14">
          <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
            <p className="flex items-start gap-2 text-16 font-semibold">
              <Check className="mt-1 size-4 shrink-0" aria-hidden="true" />
              {done.sentence}
            </p>
            <span className="flex gap-2">
              {done.made.rows !== null && (
                <Button aria-disabled={pending} onClick={onTakeBack}>
                  {words.done.takeBack}
                </Button>
              )}
              <Button tone="bare" onClick={onClose}>
                {words.done.dismiss}
              </Button>
            </span>
          </div>
          <UndecidedList undecided={done.made.undecided} />
          {refusal !== null && <Problem>{refusal}</Problem>}
        </div>
      )}
    </div>
  );
}
