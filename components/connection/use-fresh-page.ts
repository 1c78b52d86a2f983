'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import type { DeckSession } from './use-deck-session.ts';

/** Reads the page's data again when the server says that rows have changed: a call has started, a role was taken. */
export function useFreshPage(session: DeckSession | null): void {
  const router = useRouter();
  useEffect(() => session?.connection.onRows(() => router.refresh()), [session, router]);
}
