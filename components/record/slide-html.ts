import { xmlText } from '#lib/feeds/xml.ts';
import { messages } from '#lib/messages/en.ts';
import type { ReadSlides } from '#lib/record/read-slides.ts';
import type { RecordPart } from '#lib/record/record-part.ts';
import type { RecordView } from '#lib/views.ts';
import { anchorOf } from './slide-anchor.ts';

const words = messages.reading;

type ReadSlide = ReadSlides<RecordPart>['parts'][number]['slides'][number];

/**
 * The slides of a section as HTML: each with its number in the margin, which leads to it, and with what cites it. A string, because a
 * deck may have hundreds: as elements they would take the server ten times as long.
 */
export function slidesHtml(
  shown: readonly ReadSlide[],
  part: RecordPart,
  { slides }: Pick<RecordView, 'slides'>,
): string {
  return shown.map((slide) => slideHtml(slide, part, slides)).join('');
}

function slideHtml({ index, html, headingOnly }: ReadSlide, part: RecordPart, slides: RecordView['slides']): string {
  const slide = slides[index];
  if (slide === undefined) return '';
  const number = index + 1;
  const text = html === '' && !headingOnly ? `<p class="reading-empty">${xmlText(words.emptySlide)}</p>` : html;
  const cited = {
    href: slide.address,
    'data-cite': '',
    'data-heading': slide.heading === '' ? part.title : slide.heading,
    ...(part.team === null ? {} : { 'data-team': part.team.name }),
    'aria-label': words.cite.slide(number),
    'aria-haspopup': 'dialog',
    class: 'cite-link',
  };
  const article = {
    // The first of a section has the section's own place on the page.
    ...(index === part.fromSlide ? {} : { id: anchorOf(slide) }),
    'data-slide': String(index),
    'aria-label': words.slide(number, slides.length),
    class: 'reading-row reading-slide',
  };
  const opens = { href: slide.address, title: words.onSlide, 'aria-label': words.untitled(number) };
  return (
    `<article${attributes(article)}><div class="reading-margin"><a${attributes(opens)}>${number}</a>` +
    `<a${attributes(cited)}>${xmlText(words.cite.open)}</a>${laterHtml(slide)}</div><div class="slide-text">${text}</div></article>`
  );
}

/** Of an older edition: that the slide was changed later, and where. */
function laterHtml({ later }: RecordView['slides'][number]): string {
  if (later === undefined) return '';
  return `<a${attributes({ href: later, class: 'slide-later' })}>${xmlText(messages.corrections.changes.changedLater)}</a>`;
}

function attributes(named: Readonly<Record<string, string>>): string {
  return Object.entries(named)
    .map(([name, value]) => ` ${name}="${xmlText(value)}"`)
    .join('');
}
