import { messages } from '#lib/messages/en.ts';
import { keptPicture } from '#lib/pictures/kept-picture.ts';
import { nestHeadings } from '#lib/render/nest-headings.ts';
import { readingRenderer, sizeAttributes, type PixelSize } from '#lib/render/reading.ts';
import { xmlText } from '#lib/feeds/xml.ts';
import type { Slide } from '#lib/slides/deck-model.ts';
import { parseDeck } from '#lib/slides/parse-deck.ts';

/** What of a record is read as a page. */
export interface ReadableRecord<Part extends ReadablePart> {
  /** What was on the slides, Markdown. */
  readonly text: string;
  readonly parts: readonly Part[];
  /** Picture address in the text → address to load. */
  readonly assets: Readonly<Record<string, string>>;
  /** Address to load → how large that picture is, where it is known. */
  readonly sizes?: Readonly<Record<string, PixelSize>>;
}

interface ReadablePart {
  readonly title: string;
  readonly fromSlide: number;
  readonly toSlide: number;
}

/** Slides as HTML that may stand in a page of the app, and how their deck is written. */
export interface ReadSlides<Part> {
  readonly lang: string | null;
  readonly dir: 'ltr' | 'rtl' | null;
  /** In order; those without slides are left out. */
  readonly parts: readonly { readonly part: Part; readonly slides: readonly ReadSlide[] }[];
}

interface ReadSlide {
  /** Running number from 0. */
  readonly index: number;
  /** Made by the strict renderer alone. Empty where the slide has no words beside its section's heading. */
  readonly html: string;
  /** Whether there is nothing but that heading. */
  readonly headingOnly: boolean;
}

const FIRST_HEADING = /^\s*<h([1-6])>[\s\S]*?<\/h\1>/;

/**
 * Renders the slides of a record's sections with the strict renderer, without speaker notes. `under` is the level of the heading that a
 * section's slides stand under, for all or section by section; a section's own heading, which the page shows, is taken off its slides.
 */
export function readSlides<Part extends ReadablePart>(
  { text, parts, ...pictures }: ReadableRecord<Part>,
  under: number | ((part: Part) => number),
): ReadSlides<Part> {
  const { slides, frontMatter } = parseDeck(text);
  const { breaks, lang, dir } = frontMatter;
  const render = rendererFor(breaks, pictures);
  const backgrounds = new Set<string>();
  // A picture behind many slides is shown once.
  const background = (attributes: Slide['attributes']): string => {
    const written = attributes['data-background-image'] ?? attributes['data-background'] ?? '';
    const address = written === '' ? null : keptPicture(written, pictures.assets);
    if (address === null || backgrounds.has(address)) return '';
    backgrounds.add(address);
    return `<p><img src="${xmlText(address)}" alt=""${sizeAttributes(pictures.sizes?.[address] ?? null)} loading="lazy"></p>\n`;
  };
  return {
    lang,
    dir,
    parts: parts
      .filter(({ fromSlide, toSlide }) => toSlide > fromSlide)
      .map((part) => ({ part, level: typeof under === 'number' ? under : under(part) }))
      .map(({ part, level }) => ({
        part,
        slides: slides.slice(part.fromSlide, part.toSlide).map(({ index, source, headings, attributes }) => {
          // Slides repeat their section's heading where people saw one at a time.
          const headed = part.title !== '' && headings[0]?.text === part.title;
          const read = render(source);
          const said = nestHeadings(headed ? read.replace(FIRST_HEADING, '') : read, level).trim();
          const html = background(attributes) + said;
          return { index, html, headingOnly: headed && html === '' };
        }),
      })),
  };
}

/** Plain minutes as HTML that may stand in a page of the app, their headings below the page's own. */
export function readMinutes({ text, ...pictures }: Omit<ReadableRecord<ReadablePart>, 'parts'>): string {
  const { frontMatter, frontMatterRange } = parseDeck(text);
  return nestHeadings(rendererFor(frontMatter.breaks, pictures)(text.slice(frontMatterRange.to)), 1);
}

function rendererFor(breaks: boolean, { assets, sizes }: Pick<ReadableRecord<ReadablePart>, 'assets' | 'sizes'>) {
  return readingRenderer({
    breaks,
    picture: (address) => keptPicture(address, assets),
    missing: messages.reading.missing,
    sizeOf: (address) => sizes?.[address] ?? null,
  });
}
