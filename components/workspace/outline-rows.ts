import { messages } from '#lib/messages/en.ts';
import type { DeckModel, Slide } from '#lib/slides/deck-model.ts';

/** One line of the outline. `index` is the slide's running number from 0. */
export interface OutlineSlide {
  readonly index: number;
  readonly title: string;
}

/** A section with its slides; slides before the first section have the title null. */
export interface OutlineSection {
  readonly key: string;
  readonly title: string | null;
  /** Its first slide when that is called like the section: then it is not among `slides`, or every name would stand twice. */
  readonly opens: number | null;
  readonly slides: readonly OutlineSlide[];
}

/** The outline of a deck: every slide once, in reading order. */
export function outlineRows(model: DeckModel): readonly OutlineSection[] {
  return model.sections.map((section) => {
    const slides = model.slides.slice(section.fromSlide, section.toSlide).map((slide) => row(slide));
    const title = section.title.trim();
    const opens = slides[0]?.title === title ? section.fromSlide : null;
    return {
      key: section.key,
      title: title === '' ? null : title,
      opens,
      slides: opens === null ? slides : slides.slice(1),
    };
  });
}

/** Whether two outlines read the same: most keystrokes change nothing in it, and then nothing is drawn again. */
export function sameOutline(a: readonly OutlineSection[], b: readonly OutlineSection[]): boolean {
  return a.length === b.length && a.every((section, at) => sameSection(section, b[at]));
}

function sameSection(a: OutlineSection, b: OutlineSection | undefined): boolean {
  if (
    b === undefined ||
    a.key !== b.key ||
    a.title !== b.title ||
    a.opens !== b.opens ||
    a.slides.length !== b.slides.length
  )
    return false;
  return a.slides.every((slide, at) => slide.index === b.slides[at]?.index && slide.title === b.slides[at].title);
}

function row(slide: Slide): OutlineSlide {
  return { index: slide.index, title: titleOf(slide) };
}

/** Its heading, else its first written line, as plain as possible. */
function titleOf(slide: Slide): string {
  const heading = slide.headings.find(({ text }) => text.trim() !== '')?.text;
  if (heading !== undefined) return heading.trim();
  const line = slide.source.split('\n').find((each) => /[\p{L}\p{N}]/u.test(withoutMarkup(each)));
  return line === undefined ? messages.deck.outline.untitled : withoutMarkup(line).trim().slice(0, 120);
}

function withoutMarkup(line: string): string {
  return line
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/^[\s>*+#-]+|[*_`~|]/g, '');
}
