'use client';

import { useEffect, useRef } from 'react';
import { copyText } from '#components/connection/copy-text.ts';
import type { DeckSession } from '#components/connection/use-deck-session.ts';
import { addresses } from '#lib/addresses.ts';
import { findLinkedSlide, writeSlideLink, type SlideLink } from '#lib/live/slide-link.ts';
import type { LiveView } from '#lib/views.ts';
import type { LiveCourse } from './live-course.ts';
import { placeOf } from './live-place.ts';

/** Opens the linked slide once, apart from the presenter; a link to nothing in this deck follows like any other page. The text must be there. */
export function useSlideLink(session: DeckSession, course: LiveCourse, link: SlideLink | null): void {
  const opened = useRef(false);
  useEffect(() => {
    if (link === null) return undefined;
    const { connection, models, presentation } = session;
    const open = () => {
      const { role } = course.getSnapshot();
      if (opened.current || role === 'rehearsing') return;
      opened.current = true;
      const slide = findLinkedSlide(connection.doc, models.refresh(), link);
      if (slide === null || role === 'presenting') return;
      course.goTo({ slide: presentation.getSnapshot().toPresented({ slide, generated: null }), fragment: -1 });
    };
    open();
    return course.subscribe(open);
  }, [session, course, link]);
}

/** Goes back to the presenter. The address forgets the slide that it named: read again, it should follow. */
export function rejoinFully(course: LiveCourse): void {
  course.rejoin();
  const { search, pathname } = window.location;
  if (search !== '') window.history.replaceState(null, '', pathname);
}

/** Copies an address that means the slide that this page shows, wherever edits bring it. False when the browser would not. */
export async function copySlideLink(
  session: DeckSession,
  course: LiveCourse,
  { series, call }: Pick<LiveView, 'series' | 'call'>,
): Promise<boolean> {
  const { connection, models, presentation } = session;
  const { slide } = course.getSnapshot().position;
  const source = presentation.getSnapshot().toSource(slide);
  const place = placeOf(connection.doc, models.refresh(), { ...source, fragment: -1 });
  const address = addresses.live(series.slug, call.address, writeSlideLink(place));
  const copied = await copyText(new URL(address, window.location.href).href);
  if (!copied) window.history.replaceState(null, '', address);
  return copied;
}
