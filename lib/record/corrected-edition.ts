import { findSections } from '#lib/slides/sections.ts';
import type { Slide } from '#lib/slides/deck-model.ts';
import type { KnownHeadings } from '#lib/slides/known-headings.ts';
import { parseDeck } from '#lib/slides/parse-deck.ts';

import { headingOf, slideTexts, storable, type BuiltEdition } from './build-edition.ts';
import type { CorrectedRun, CorrectedText } from './correct-sections.ts';
import type { EditionContent } from './edition.ts';
import { sameSlides } from './keep-keys.ts';

type EditionSlide = EditionContent['slides'][number];
type EditionSection = EditionContent['sections'][number];

/** What the edition after corrections is made of. */
export interface CorrectedMaterial {
  /** The edition that was corrected. */
  readonly before: { readonly text: string; readonly content: EditionContent };
  readonly corrected: CorrectedText;
  /** Headings that the series knows: a correction may bring a section of its own. */
  readonly known: KnownHeadings;
  /** Every slide, and with any key every section, of every edition of the record: none of their addresses may lead to other words. */
  readonly taken: readonly Pick<EditionSlide, 'section' | 'key'>[];
  readonly assets: EditionContent['assets'];
  readonly provenance: EditionContent['provenance'];
}

/**
 * Builds everything of the edition after corrections but its bytes. Sections that nobody corrected keep all that was known of them, and
 * every slide that is still there its address and its anchor, whether its words changed or not.
 */
export function correctedEdition(material: CorrectedMaterial): BuiltEdition {
  const { before, corrected } = material;
  const { model } = corrected;
  const read = parseDeck(before.text);
  const keys = new KeysTaken(material.taken);
  const slides: EditionSlide[] = [];
  const sections: EditionSection[] = [];
  for (const run of corrected.runs) {
    const parts = run.section === null ? keptSections(before.content, run) : newSections(material, { run, read, keys });
    sections.push(...parts.map(({ section }) => section));
    slides.push(...parts.flatMap((part) => part.slides));
  }
  const end = model.slides.length;
  const placed = slides.map((slide, index) => at(slide, model.slides[index]));
  const leftOut = before.content.sections.filter(({ fromSlide, toSlide }) => toSlide <= fromSlide);
  const content: EditionContent = {
    ...before.content,
    slides: placed,
    sections: [...sections, ...leftOut.map((section) => ({ ...section, fromSlide: end, toSlide: end }))],
    assets: material.assets,
    provenance: material.provenance,
  };
  return { content, slides: slideTexts(model, placed) };
}

function at(slide: EditionSlide, read: Slide | undefined): EditionSlide {
  if (read === undefined) return slide;
  return { ...slide, h: read.h, v: read.v, from: read.range.from, to: read.range.to };
}

interface Part {
  readonly section: EditionSection;
  readonly slides: readonly EditionSlide[];
}

/** Sections of which every byte is as it was. */
function keptSections({ sections, slides }: EditionContent, { before, after }: CorrectedRun): readonly Part[] {
  const by = after.from - before.from;
  return sections
    .filter(({ fromSlide, toSlide }) => toSlide > fromSlide && fromSlide >= before.from && toSlide <= before.to)
    .map((section) => ({
      section: { ...section, fromSlide: section.fromSlide + by, toSlide: section.toSlide + by },
      slides: slides.slice(section.fromSlide, section.toSlide),
    }));
}

interface Corrected {
  readonly run: CorrectedRun;
  /** The text before, read. */
  readonly read: CorrectedText['model'];
  readonly keys: KeysTaken;
}

/** A section that was corrected: one, or several where the correction brings headings that begin others. */
function newSections(
  { before: { content }, corrected: { model }, known }: CorrectedMaterial,
  { run, read, keys }: Corrected,
): readonly Part[] {
  const old = content.sections.find(({ key }) => key === run.section);
  if (old === undefined) throw new Error('A section was corrected that the edition does not have.');
  const was = sameSlides({ model: read, ...run.before }, { model, ...run.after });
  const now = model.slides.slice(run.after.from, run.after.to);
  const before = was.map((index) => (index === null ? null : (content.slides[run.before.from + index] ?? null)));
  const unchanged = (index: number): boolean => {
    const { [index]: from = null } = was;
    return from !== null && read.slides[run.before.from + from]?.hash === now[index]?.hash;
  };
  const starts = findSections(
    now.map((slide, index) => ({ ...slide, index })),
    known,
    // What begins no section in the edition before begins none by a heading that became known since.
  ).filter(({ fromSlide }, index) => index === 0 || !(unchanged(fromSlide) && was[fromSlide] !== 0));
  return starts.map(({ title, fromSlide, key }, index) => {
    const to = starts[index + 1]?.fromSlide ?? now.length;
    const own: EditionSection =
      index === 0
        ? { ...old, title: storable(title === '' ? titleOf(now[0], old.title) : title) }
        : {
            key: keys.section(storable(key)),
            title: storable(title),
            team: null,
            reporter: null,
            status: null,
            fromSlide: 0,
            toSlide: 0,
          };
    return {
      section: { ...own, fromSlide: run.after.from + fromSlide, toSlide: run.after.from + to },
      slides: now.slice(fromSlide, to).map((slide, within) => {
        const same = before[fromSlide + within] ?? null;
        if (same !== null)
          return unchanged(fromSlide + within) ? same : { ...same, hash: slide.hash, heading: headingOf(slide) };
        const fresh = { key: keys.slide(own.key), section: own.key, hash: slide.hash, heading: headingOf(slide) };
        return { ...fresh, h: 0, v: 0, from: 0, to: 0, anchor: null };
      }),
    };
  });
}

function titleOf(slide: Slide | undefined, before: string): string {
  const heading = slide === undefined ? '' : headingOf(slide);
  return heading === '' ? before : heading;
}

/** Addresses that some edition has given away. */
class KeysTaken {
  readonly #highest = new Map<string, number>();

  constructor(taken: CorrectedMaterial['taken']) {
    for (const { section, key } of taken) this.#take(section, Number(key));
  }

  /** The next slide of a section. */
  slide(section: string): string {
    const next = (this.#highest.get(section) ?? 0) + 1;
    this.#take(section, next);
    return String(next);
  }

  /** A section that no edition has. */
  section(wanted: string): string {
    let [key, number] = [wanted, 1];
    while (this.#highest.has(key)) key = `${wanted}-${(number += 1)}`;
    this.#take(key, 0);
    return key;
  }

  #take(section: string, key: number): void {
    this.#highest.set(section, Math.max(this.#highest.get(section) ?? 0, Number.isFinite(key) ? key : 0));
  }
}
