'use client';

import { useState, useTransition } from 'react';
import { messages } from '#lib/messages/en.ts';

/** One act of one press: whether it is under way, and why the last was refused. */
export interface Act {
  readonly pending: boolean;
  readonly refusal: string | null;
  /** `onDone` when it was taken. */
  readonly run: (act: () => Promise<string | null>, onDone?: () => void) => void;
}

/** Does what one press asks. What is shown changes when the server has done it, not before. */
export function useAct(): Act {
  const [pending, begin] = useTransition();
  const [refusal, setRefusal] = useState<string | null>(null);
  const run = (act: () => Promise<string | null>, onDone?: () => void): void => {
    if (pending) return;
    begin(async () => {
      const answer = await act().catch(() => messages.sections.problems.unreachable);
      setRefusal(answer);
      if (answer === null) onDone?.();
    });
  };
  return { pending, refusal, run };
}
