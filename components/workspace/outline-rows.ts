import type { Hint } from '#components/editor/hint.ts';
import { reporterOf, statusOf } from '#components/sections/reporters.ts';
import { messages } from '#lib/messages/en.ts';
import { isLeftOut, type PlacedSection } from '#lib/sections/placed-section.ts';
import type { SectionStatus } from '#lib/sections/running-order.ts';
import type { DeckModel, Slide } from '#lib/slides/deck-model.ts';

/** One line of the outline. `index` is the slide's running number from 0. */
export interface OutlineSlide {
  readonly index: number;
  readonly title: string;
  /** How many faults it has. */
  readonly faults: number;
}

/** A section with its slides; slides before the first section have the title null. */
export interface OutlineSection {
  readonly key: string;
  readonly title: string | null;
  /** Its first slide when that is called like the section: then it is not among `slides`, or every name would stand twice. */
  readonly opens: OutlineSlide | null;
  readonly slides: readonly OutlineSlide[];
  /** What is known of it beside the text; null where that is not used. */
  readonly facts: OutlineFacts | null;
}

/** What the outline says of a section beside its text. */
export interface OutlineFacts {
  readonly team: { readonly name: string; readonly hue: number } | null;
  readonly reporter: string | null;
  /** Null for a topic that nobody has said anything of. */
  readonly status: SectionStatus | null;
  readonly leftOut: boolean;
}

/** The outline of a deck: every slide once, in reading order. `hints` is what there is to say about it. */
export function outlineRows(
  model: DeckModel,
  hints: readonly Hint[],
  placed: readonly PlacedSection[] = [],
): readonly OutlineSection[] {
  const faults = new Map<number, number>();
  for (const { slide, weight } of hints) if (weight === 'fault') faults.set(slide, (faults.get(slide) ?? 0) + 1);
  return model.sections.map((section, at) => {
    const slides = model.slides
      .slice(section.fromSlide, section.toSlide)
      .map((slide) => ({ index: slide.index, title: titleOf(slide), faults: faults.get(slide.index) ?? 0 }));
    const title = section.title.trim();
    const opens = slides[0]?.title === title ? slides[0] : null;
    return {
      key: section.key,
      title: title === '' ? null : title,
      opens,
      slides: opens === null ? slides : slides.slice(1),
      facts: factsOf(placed[at], model),
    };
  });
}

function factsOf(placed: PlacedSection | undefined, model: DeckModel): OutlineFacts | null {
  if (placed === undefined) return null;
  const { team } = placed;
  const reporter = reporterOf(placed, model);
  return {
    team: team === null ? null : { name: team.name, hue: team.hue },
    reporter: reporter?.name ?? null,
    status: statusOf(placed, reporter),
    leftOut: isLeftOut(placed),
  };
}

/**
 * The newer outline, made of the older one's sections where they read the same: most keystrokes change nothing in it, and then
 * nothing is drawn again.
 */
export function keepSections(
  older: readonly OutlineSection[],
  newer: readonly OutlineSection[],
): readonly OutlineSection[] {
  const kept = newer.map((section, at) => {
    const before = older[at];
    return before !== undefined && sameSection(before, section) ? before : section;
  });
  return kept.length === older.length && kept.every((section, at) => section === older[at]) ? older : kept;
}

function sameSection(a: OutlineSection, b: OutlineSection): boolean {
  return (
    a.key === b.key &&
    a.title === b.title &&
    sameSlide(a.opens, b.opens) &&
    a.slides.length === b.slides.length &&
    a.slides.every((slide, at) => sameSlide(slide, b.slides[at] ?? null)) &&
    JSON.stringify(a.facts) === JSON.stringify(b.facts)
  );
}

function sameSlide(a: OutlineSlide | null, b: OutlineSlide | null): boolean {
  return a?.index === b?.index && a?.title === b?.title && a?.faults === b?.faults;
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
