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
  /** The Yjs relative position (base64) of a slide (running number) in the deck it comes from; null where there is no deck. */
  readonly anchorOf: ((slide: number) => string) | null;
  /** What the deck's rows say of its sections, by their keys in `model`; of those that are left out, too. Null where there are no rows. */
  readonly sections: readonly EditionSectionFacts[] | null;
  readonly assets: EditionContent['assets'];
  readonly provenance: EditionContent['provenance'];
}

/** What is known of a section beside its text. */
export interface EditionSectionFacts {
  readonly title: string;
  /** Slug of its team. */
  readonly team: string | null;
  readonly reporter: string | null;
  readonly status: string | null;
  /** It was not on the slides. */
  readonly leftOut: boolean;
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
      anchor: material.anchorOf?.(slide.index) ?? null,
    };
  });
  const content: EditionContent = {
    kind: material.kind,
    title: material.title,
    startsAt: material.startsAt.toISOString(),
    timeZone: material.timeZone,
    hasTime: material.hasTime,
    slides,
    sections: [...shownSections(material), ...leftOutSections(material)],
    assets: Object.fromEntries(Object.entries(material.assets).map(([address, asset]) => [storable(address), asset])),
    provenance: material.provenance,
  };
  return { content, slides: slideTexts(model, slides) };
}

/** What search keeps of an edition: its slides, as `content` has them, with their words. */
export function slideTexts({ slides: read }: DeckModel, slides: EditionContent['slides']): BuiltEdition['slides'] {
  const texts = read.map((slide) => storable(searchText(`${slide.source}\n${slide.notes}`)));
  return slides.map(({ key, heading }, position) => ({ position, key, heading, text: texts[position] ?? '' }));
}

type EditionSection = EditionContent['sections'][number];

function shownSections({ model, sections }: EditionMaterial): readonly EditionSection[] {
  // In their order: a deck may have two of one name.
  const facts = (sections ?? []).filter(({ leftOut }) => !leftOut);
  let at = 0;
  return model.sections.map(({ key, title, fromSlide, toSlide }) => {
    const next = facts.findIndex((each, index) => index >= at && each.title === title);
    if (next !== -1) at = next + 1;
    const { team = null, reporter = null, status = null } = facts[next] ?? {};
    return { key: storable(key), title: storable(title), ...stored({ team, reporter, status }), fromSlide, toSlide };
  });
}

/** Sections without slides, so that the record tells that there was nothing to tell. */
function leftOutSections({ model, sections }: EditionMaterial): readonly EditionSection[] {
  const end = model.slides.length;
  return (sections ?? []).flatMap(({ leftOut, title, team, reporter, status }, index) =>
    leftOut
      ? [
          {
            key: `left-out-${index + 1}`,
            title: storable(title),
            ...stored({ team, reporter, status }),
            fromSlide: end,
            toSlide: end,
          },
        ]
      : [],
  );
}

function stored({ team, reporter, status }: Pick<EditionSection, 'team' | 'reporter' | 'status'>) {
  return { team, reporter: reporter === null ? null : storable(reporter), status };
}

/** What a slide is called in lists; empty without a heading. */
export function headingOf(slide: Slide): string {
  return storable(slide.headings[0]?.text ?? '');
}

/** As Postgres takes it: half a character or a NUL in a deck would otherwise keep its call from ending. Markdown shows both so. */
export function storable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\uFFFD');
}
