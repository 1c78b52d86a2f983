'use client';

import './slide-text.css';
import { memo, useMemo } from 'react';
import { openOutside } from '#components/connection/open-outside.ts';
import { messages } from '#lib/messages/en.ts';
import { keptPicture } from '#lib/pictures/kept-picture.ts';
import { nestHeadings } from '#lib/render/nest-headings.ts';
import { renderReading } from '#lib/render/reading.ts';
import type { FrontMatter } from '#lib/slides/front-matter.ts';
import { safeLink } from '#lib/stage/link-scheme.ts';

interface SlideTextProps {
  /** Markdown of the slide, without its notes. */
  readonly source: string;
  readonly frontMatter: Pick<FrontMatter, 'breaks' | 'lang' | 'dir'>;
  /** Picture address in the text → address to load. */
  readonly assets: Readonly<Record<string, string>>;
  /** Level of the heading that the slide stands under. */
  readonly under: number;
  /** Whether that heading says what the slide's first one says. */
  readonly headed: boolean;
}

const FIRST_HEADING = /^\s*<h([1-6])>[\s\S]*?<\/h\1>/;

/** A slide as text: what the strict renderer leaves of it, with headings that continue the page's. Its links open outside. */
export const SlideText = memo(function SlideText({ source, frontMatter, assets, under, headed }: SlideTextProps) {
  const { breaks, lang, dir } = frontMatter;
  const html = useMemo(() => {
    const read = renderReading(source, { breaks, picture: (address) => keptPicture(address, assets) });
    return nestHeadings(headed ? read.replace(FIRST_HEADING, '') : read, under);
  }, [source, breaks, assets, under, headed]);
  // It has no words where it is only a picture that is not kept, or nothing at all.
  if (html.trim() === '') return headed ? null : <p className="text-soft">{messages.audience.text.empty}</p>;
  return (
    <div
      ref={openLinksOutside}
      className="slide-text"
      {...(lang === null ? {} : { lang })}
      {...(dir === 'rtl' ? { dir } : {})}
      // Made by the strict renderer alone: Markdown's own elements, without style, class or id.
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
});

function openLinksOutside(box: HTMLElement | null): (() => void) | undefined {
  box?.addEventListener('click', follow);
  return () => box?.removeEventListener('click', follow);
}

function follow(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (link === null) return;
  event.preventDefault();
  const address = safeLink(link.getAttribute('href') ?? '');
  if (address !== null) openOutside(address);
}
