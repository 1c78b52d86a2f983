'use client';

import { useEffect } from 'react';
import { isTyping } from '#components/connection/keys-dialog.tsx';
import type { DeckSession } from '#components/connection/use-deck-session.ts';
import type { LiveShown } from './live-course.ts';

/** B blanks the screen for everybody, or shows it again: for whoever presents. */
export function useBlankKey(session: DeckSession, { role, blank }: LiveShown): void {
  useEffect(() => {
    if (role !== 'presenting') return undefined;
    const listen = (event: KeyboardEvent) => {
      const other = event.ctrlKey || event.metaKey || event.altKey || event.repeat || isTyping(event.target);
      if (event.key.toLowerCase() !== 'b' || other) return;
      event.preventDefault();
      session.connection.request({ type: 'blank', blank: !blank });
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, [session, role, blank]);
}
