'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import type { HistoryActions, HistoryChange } from '#lib/history/history-views.ts';
import { messages } from '#lib/messages/en.ts';
import type { AskedChange, Done } from './history-frame.ts';

const words = messages.history;

/** Changes to the deck of today, and the last that was made. */
export interface Changes {
  readonly done: Done | null;
  readonly pending: boolean;
  readonly refusal: string | null;
  readonly make: (asked: AskedChange, onDone: () => void) => void;
  readonly takeBack: () => void;
  readonly close: () => void;
}

/** Makes changes, says what was done, and takes the last one back. */
export function useChanges(actions: HistoryActions): Changes {
  const router = useRouter();
  const [done, setDone] = useState<Done | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [pending, begin] = useTransition();
  const run = (change: HistoryChange, sentence: string, onDone: () => void): void => {
    if (pending) return;
    begin(async () => {
      const made = await actions.make(change).catch(() => ({ refusal: words.unreachable }));
      if ('refusal' in made) return setRefusal(made.refusal);
      setRefusal(null);
      setDone({ sentence: made.rows === null ? words.done.nothing : sentence, made });
      onDone();
      router.refresh();
    });
  };
  return {
    done,
    pending,
    refusal,
    make: ({ change, done: sentence }, onDone) => run(change, sentence, onDone),
    takeBack: () => {
      const rows = done?.made.rows;
      if (rows !== null && rows !== undefined)
        run({ type: 'takeBack', ...rows }, words.done.takenBack, () => undefined);
    },
    close: () => {
      setDone(null);
      setRefusal(null);
    },
  };
}
