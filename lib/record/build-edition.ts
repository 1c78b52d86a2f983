import type { DeckModel, Slide } from '#lib/slides/deck-model.ts';

import type { EditionContent } from './edition.ts';
import { searchText } from './search-text.ts';

/** What an edition is made of. `model` is of the text that is presented. */
export interface EditionMaterial {
  readonly kind: EditionContent['kind'];
  readonly title: string;
  readonly startsAt: Date;
  readonly timeZone: string;
  readonly hasTime: boolean;
  readonly model: DeckModel;
  /** The Yjs relative position (base64) at an offset of the deck's text; null where there is no deck. */
  readonly anchorAt: ((offset: number) => string) | null;
  readonly assets: EditionContent['assets'];
  readonly provenance: EditionContent['provenance'];
}

/** A slide as search keeps it. */
interface EditionSlideText {
  readonly position: number;
  readonly key: string;
  readonly heading: string;
  readonly text: string;
}

export interface BuiltEdition {
  readonly content: EditionContent;
  readonly slides: readonly EditionSlideText[];
}

/** Builds everything of an edition but its bytes: slides with keys that last, sections, pictures, provenance. Format 1. */
export function buildEdition(material: EditionMaterial): BuiltEdition {
  const { model } = material;
  const slides = model.slides.map((slide) => {
    // The model puts every slide into a section.
    const section = model.sections.findLast((candidate) => slide.index >= candidate.fromSlide);
    return {
      key: String(slide.index - (section?.fromSlide ?? 0) + 1),
      section: storable(section?.key ?? 'start'),
      h: slide.h,
      v: slide.v,
      from: slide.range.from,
      to: slide.range.to,
      hash: slide.hash,
      heading: headingOf(slide),
      anchor: material.anchorAt?.(slide.range.from) ?? null,
    };
  });
  const content: EditionContent = {
    kind: material.kind,
    title: material.title,
    startsAt: material.startsAt.toISOString(),
    timeZone: material.timeZone,
    hasTime: material.hasTime,
    slides,
    sections: model.sections.map(({ key, title, fromSlide, toSlide }) => ({
      key: storable(key),
      title: storable(title),
      team: null,
      reporter: null,
      status: null,
      fromSlide,
      toSlide,
    })),
    assets: Object.fromEntries(Object.entries(material.assets).map(([address, asset]) => [storable(address), asset])),
    provenance: material.provenance,
  };
  const texts = model.slides.map((slide) => storable(searchText(`${slide.source}\n${slide.notes}`)));
  return {
    content,
    slides: slides.map(({ key, heading }, position) => ({ position, key, heading, text: texts[position] ?? '' })),
  };
}

function headingOf(slide: Slide): string {
  return storable(slide.headings[0]?.text ?? '');
}

/** As Postgres takes it: half a character or a NUL in a deck would otherwise keep its call from ending. Markdown shows both so. */
function storable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\uFFFD');
}
