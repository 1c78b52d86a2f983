'use client';

import { useEffect, useState } from 'react';
import { Cell } from '#components/connection/cell.ts';
import { useStore } from '#components/connection/use-store.ts';
import type { DeckSession } from '#components/connection/use-deck-session.ts';
import { LiveCourse } from './live-course.ts';

/** The page's way through the live call, as long as the deck is open. */
export function useLiveCourse(session: DeckSession | null, personId: string | null): LiveCourse | null {
  const [course] = useState(() => new Cell<LiveCourse | null>(null));
  useEffect(() => {
    if (session === null) return undefined;
    const opened = new LiveCourse(session, personId);
    course.set(opened);
    return () => {
      course.set(null);
      opened.destroy();
    };
  }, [course, session, personId]);
  return useStore(course);
}
