'use client';

import { useEffect, useEffectEvent, useState } from 'react';
import type { Answer } from '#lib/history/history-views.ts';
import { messages } from '#lib/messages/en.ts';

/** What the server said to a question; while it has said nothing, both are null. */
export interface Answered<T> {
  readonly value: T | null;
  readonly refusal: string | null;
  readonly again: () => void;
}

interface Said<T> {
  readonly key: string;
  readonly question: string;
  readonly value: T | null;
  readonly refusal: string | null;
}

/**
 * Asks when `key` changes, and again when `round` does: then what was said before stays on screen until the new answer is there,
 * and when none comes.
 */
export function useAnswer<T extends object>(key: string, round: number, ask: () => Promise<Answer<T>>): Answered<T> {
  const [said, setSaid] = useState<Said<T> | null>(null);
  const [attempt, setAttempt] = useState(0);
  const put = useEffectEvent(ask);
  const question = `${key} ${round} ${attempt}`;
  useEffect(() => {
    let wanted = true;
    const hear = (answer: Answer<T>): void => {
      if (!wanted) return;
      const refused = 'refusal' in answer && typeof answer.refusal === 'string';
      setSaid((before) => ({
        key,
        question,
        value: refused ? (before?.key === key ? before.value : null) : (answer as T),
        refusal: refused ? answer.refusal : null,
      }));
    };
    void put().then(hear, () => hear({ refusal: messages.history.unreachable }));
    return () => {
      wanted = false;
    };
  }, [key, question]);
  const current = said?.key === key ? said : null;
  return {
    value: current?.value ?? null,
    refusal: current?.refusal ?? null,
    again: () => setAttempt((before) => before + 1),
  };
}
