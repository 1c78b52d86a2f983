'use client';

import { useEffect } from 'react';
import { hasUnsaved } from './save-state.ts';
import type { DeckSession } from './use-deck-session.ts';

/** Lets the browser ask before it closes a page that holds something unsaved. */
export function useLeaveGuard(session: DeckSession | null): void {
  useEffect(() => {
    if (session === null) return undefined;
    const guard = (event: BeforeUnloadEvent) => {
      if (hasUnsaved(session.connection.status.getSnapshot())) event.preventDefault();
    };
    addEventListener('beforeunload', guard);
    return () => removeEventListener('beforeunload', guard);
  }, [session]);
}
