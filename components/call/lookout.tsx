'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { z } from 'zod';
import { addresses } from '#lib/addresses.ts';
import type { CallSummary } from '#lib/views.ts';

const answerSchema = z.object({ state: z.string().nullable() });

interface LookoutProps {
  /** How often it asks, in milliseconds, give or take a half: thousands of pages must not ask at once. */
  readonly every: number;
  /** The call that is waited for, as it was when the page was made. */
  readonly call: Pick<CallSummary, 'id' | 'state'>;
}

/**
 * Asks whether a call has moved on, while the page is looked at, and then reads the page again. A server or a network that does not answer
 * leaves the page as it is. Shows nothing.
 */
export function Lookout({ every, call: { id, state } }: LookoutProps) {
  const router = useRouter();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let closed = false;
    const look = async (): Promise<void> => {
      clearTimeout(timer);
      const changed = document.visibilityState === 'visible' && (await hasMovedOn(id, state));
      if (closed) return;
      if (changed) router.refresh();
      timer = setTimeout(() => void look(), every * (0.5 + Math.random()));
    };
    const seen = () => void look();
    timer = setTimeout(seen, every * (0.5 + Math.random()));
    const events = [
      [document, 'visibilitychange'],
      [globalThis, 'online'],
    ] as const;
    for (const [target, event] of events) target.addEventListener(event, seen);
    return () => {
      closed = true;
      clearTimeout(timer);
      for (const [target, event] of events) target.removeEventListener(event, seen);
    };
  }, [router, every, id, state]);
  return null;
}

async function hasMovedOn(callId: string, before: string): Promise<boolean> {
  try {
    const answer = await fetch(addresses.callState(callId), { cache: 'no-store' });
    // Deleted, or not for this visitor any more: the page says which.
    if (answer.status === 404) return true;
    return answer.ok && answerSchema.parse(await answer.json()).state !== before;
  } catch {
    return false;
  }
}
