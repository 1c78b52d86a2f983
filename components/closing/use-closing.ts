'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { z } from 'zod';
import { addresses } from '#lib/addresses.ts';
import { closingProgressSchema, type ClosingProgress } from '#lib/closing/closing-views.ts';

/** A whole room may look at it: give or take a half. Milliseconds. */
const EVERY_MS = 800;

const answerSchema = z.object({ closing: closingProgressSchema.nullable() });

/** How far a closing has come, asked for while it is looked at. When it is over, or was taken back, the page is read again. */
export function useClosing(callId: string, began: ClosingProgress): ClosingProgress {
  const router = useRouter();
  const [progress, setProgress] = useState(began);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let closed = false;
    const look = async (): Promise<void> => {
      const next = document.visibilityState === 'visible' ? await ask(callId) : undefined;
      if (closed) return;
      if (next === null) router.refresh();
      else if (next !== undefined) setProgress(next);
      timer = setTimeout(() => void look(), EVERY_MS * (0.5 + Math.random()));
    };
    timer = setTimeout(() => void look(), EVERY_MS / 2);
    return () => {
      closed = true;
      clearTimeout(timer);
    };
  }, [router, callId]);
  return progress;
}

/** Null when there is no closing any more, undefined without an answer. */
async function ask(callId: string): Promise<ClosingProgress | null | undefined> {
  try {
    const answer = await fetch(addresses.callState(callId), { cache: 'no-store' });
    // Deleted, or not for this visitor any more: the page says which.
    if (answer.status === 404) return null;
    return answer.ok ? answerSchema.parse(await answer.json()).closing : undefined;
  } catch {
    return undefined;
  }
}
