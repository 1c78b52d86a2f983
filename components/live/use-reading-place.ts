'use client';

import { useEffect, useEffectEvent, useRef, useState, type RefObject } from 'react';
import { isScrollKey, OwnScroll } from './own-scroll.ts';

/** What ends this far below the upper edge counts as read (px). */
const READ_PX = 64;

interface ReadingPlace {
  /** What scrolls; its slides carry their running number as `data-slide`. */
  readonly box: RefObject<HTMLElement | null>;
  /** The slide that is to be read, and a name that it keeps when its number changes. */
  readonly slide: number;
  readonly name: string;
  readonly following: boolean;
  /** Whatever moves the text without anybody's wish: its size. */
  readonly layout: unknown;
  /** The person went to read another slide. */
  readonly onRead: (slide: number) => void;
}

/**
 * Keeps the place where somebody reads. While the page follows, it goes to the slide on the stage, with the focus if that was in the text;
 * else it stays where the person put it. Who scrolls away from the stage's slide follows no longer.
 */
export function useReadingPlace({ box, slide, name, following, layout, onRead }: ReadingPlace): void {
  const [own] = useState(() => new OwnScroll());
  const came = useRef(false);
  const wasFollowing = useRef(following);
  // Only another slide or size, or following anew, moves the text: not the slide's number.
  const go = useEffectEvent((wish: Pick<ReadingPlace, 'name' | 'following' | 'layout'>) => {
    const text = box.current;
    const article = slideOf(text, slide);
    if (text === null || article === null) return;
    const rejoined = wish.following && !wasFollowing.current;
    wasFollowing.current = wish.following;
    if (wish.following || readingSlide(text) !== slide) {
      scrollTo(text, article, { own, atOnce: !came.current });
      came.current = true;
    }
    if (rejoined || (wish.following && text.contains(document.activeElement))) article.focus({ preventScroll: true });
  });
  useEffect(() => go({ name, following, layout }), [name, following, layout]);
  const scrolled = useEffectEvent(() => {
    const text = box.current;
    if (text === null || own.isOwn(performance.now())) return;
    const at = readingSlide(text);
    if (at === null || at === slide || (following && isInSight(text, slideOf(text, slide)))) return;
    onRead(at);
  });
  useEffect(() => {
    const text = box.current;
    if (text === null) return undefined;
    const listening = new AbortController();
    const heard = { passive: true, signal: listening.signal };
    text.addEventListener('scroll', () => scrolled(), heard);
    text.addEventListener('scrollend', () => own.ended(text.scrollTop), heard);
    text.addEventListener('wheel', () => own.stopped(), heard);
    text.addEventListener('touchmove', () => own.stopped(), heard);
    text.addEventListener('keydown', ({ key }) => isScrollKey(key) && own.stopped(), heard);
    return () => listening.abort();
  }, [box, own]);
}

interface Scrolling {
  readonly own: OwnScroll;
  readonly atOnce: boolean;
}

function scrollTo(text: HTMLElement, article: HTMLElement, { own, atOnce }: Scrolling): void {
  // The first slide of a section is read with the section's heading.
  const from = article.matches(':first-of-type') ? (article.closest('section') ?? article) : article;
  const top = text.scrollTop + from.getBoundingClientRect().top - text.getBoundingClientRect().top;
  const reached = Math.max(0, Math.min(top, text.scrollHeight - text.clientHeight));
  own.began(text.scrollTop, reached, performance.now());
  text.scrollTo({ top, behavior: atOnce || isCalm() ? 'instant' : 'smooth' });
}

function slideOf(text: HTMLElement | null, slide: number): HTMLElement | null {
  return text?.querySelector<HTMLElement>(`[data-slide="${slide}"]`) ?? null;
}

/** The slide at the upper edge. */
function readingSlide(text: HTMLElement): number | null {
  const edge = text.getBoundingClientRect().top + READ_PX;
  for (const article of text.querySelectorAll<HTMLElement>('[data-slide]'))
    if (article.getBoundingClientRect().bottom > edge) return Number(article.dataset['slide']);
  return null;
}

function isInSight(text: HTMLElement, article: HTMLElement | null): boolean {
  if (article === null) return false;
  const [shown, own] = [text.getBoundingClientRect(), article.getBoundingClientRect()];
  return own.bottom > shown.top && own.top < shown.bottom;
}

function isCalm(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
