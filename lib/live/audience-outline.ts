import type { Presentation } from '#lib/present/present-deck.ts';
import { reporterName } from '#lib/sections/reporter-name.ts';
import type { PlacedSection } from '#lib/sections/placed-section.ts';
import { holdsSlide } from '#lib/slides/holds-slide.ts';

/** A section as the audience sees it go by. Running numbers are those of the slides that are presented. */
export interface OutlinePart {
  /** Its key in the deck. */
  readonly key: string;
  /** Empty for slides before the first heading. */
  readonly title: string;
  readonly reporter: string | null;
  readonly fromSlide: number;
  /** The one after its last. */
  readonly toSlide: number;
}

/** A section with its place among those that have a title, from 1. */
export interface PartPlace {
  readonly part: OutlinePart;
  readonly number: number;
  readonly of: number;
}

/** The sections of which slides are presented, in their order. A slide that stands in no text belongs to the one that it follows. */
export function outlineOf(presentation: Presentation, sections: readonly PlacedSection[]): readonly OutlinePart[] {
  const parts: OutlinePart[] = [];
  presentation.model.slides.forEach((_slide, index) => {
    const source = presentation.toSource(index).slide;
    const part = partOf(
      sections.find(({ section }) => holdsSlide(section, source)),
      index,
    );
    const before = parts.at(-1);
    if (before?.key === part.key) parts[parts.length - 1] = { ...before, toSlide: part.toSlide };
    else parts.push(part);
  });
  return parts;
}

function partOf(placed: PlacedSection | undefined, slide: number): OutlinePart {
  const { key, title } = placed?.section ?? { key: '', title: '' };
  return { key, title, reporter: reporterName(placed?.row ?? null), fromSlide: slide, toSlide: slide + 1 };
}

/** The section of a slide; null for slides of none that has a title. */
export function partAt(outline: readonly OutlinePart[], slide: number): PartPlace | null {
  const titled = outline.filter(({ title }) => title !== '');
  const index = titled.findIndex((each) => holdsSlide(each, slide));
  const part = titled[index];
  return part === undefined ? null : { part, number: index + 1, of: titled.length };
}

/** The sections that were over when the stage stood on this slide. */
export function partsBefore(outline: readonly OutlinePart[], slide: number): readonly OutlinePart[] {
  return outline.filter(({ title, toSlide }) => title !== '' && toSlide <= slide);
}
