import type { EditionText } from './correct-sections.ts';
import type { EditionContent } from './edition.ts';

type EditionSlide = EditionContent['slides'][number];

/** A slide that is not the same in both editions. */
export interface SlideChange {
  readonly type: 'new' | 'changed' | 'removed';
  readonly section: string;
  readonly key: string;
  /** What it is called: in the later edition, of a removed one in the earlier. */
  readonly heading: string;
  /** Its Markdown in the earlier and in the later edition, without the separator that opens it; empty where it is not. */
  readonly before: string;
  readonly after: string;
}

/** A section of which something changed. */
export interface SectionDiff {
  readonly key: string;
  readonly title: string;
  readonly slides: readonly SlideChange[];
}

/** What turns one edition into a later one, section by section in the order of the later; empty when all slides say the same. */
export function diffEditions(earlier: EditionText, later: EditionText): readonly SectionDiff[] {
  const changes = [...changedSlides(earlier, later), ...removedSlides(earlier, later)];
  const diffs = new Map<string, SectionDiff>();
  for (const { place, ...change } of changes.toSorted((a, b) => a.place - b.place)) {
    const { key, title } =
      sectionOf(later, change.type === 'removed' ? null : place) ?? sectionNamed([later, earlier], change.section);
    const { slides = [] } = diffs.get(key) ?? {};
    diffs.set(key, { key, title, slides: [...slides, change] });
  }
  return [...diffs.values()];
}

interface PlacedChange extends SlideChange {
  /** In the order of the later edition. */
  readonly place: number;
}

function changedSlides(earlier: EditionText, later: EditionText): readonly PlacedChange[] {
  return later.content.slides.flatMap((slide, place) => {
    const before = slideAt(earlier, slide);
    const words = wordsOn(later, slide);
    const was = before === null ? '' : wordsOn(earlier, before);
    if (before !== null && was === words) return [];
    return [
      {
        ...named(slide),
        type: before === null ? ('new' as const) : ('changed' as const),
        before: was,
        after: words,
        place,
      },
    ];
  });
}

function removedSlides(earlier: EditionText, later: EditionText): readonly PlacedChange[] {
  return earlier.content.slides.flatMap((slide, index) => {
    if (slideAt(later, slide) !== null) return [];
    return [
      {
        ...named(slide),
        type: 'removed' as const,
        before: wordsOn(earlier, slide),
        after: '',
        place: nearestPlace(earlier, later, index) + 0.5,
      },
    ];
  });
}

/** The same slide in another edition: keys last. Null where it is not. */
export function slideAt(
  { content }: Pick<EditionText, 'content'>,
  slide: Pick<EditionSlide, 'section' | 'key'>,
): EditionSlide | null {
  return content.slides.find(({ section, key }) => section === slide.section && key === slide.key) ?? null;
}

/**
 * Where a slide that an edition does not have would be: the running number of the one that came before it and is still there, else of
 * the first of its section, else 0. `index` is its running number in the edition that has it.
 */
export function nearestPlace(
  earlier: Pick<EditionText, 'content'>,
  later: Pick<EditionText, 'content'>,
  index: number,
): number {
  for (let before = index; before >= 0; before -= 1) {
    const { [before]: slide } = earlier.content.slides;
    const same = slide === undefined ? null : slideAt(later, slide);
    if (same !== null) return later.content.slides.indexOf(same);
  }
  return Math.max(
    0,
    later.content.slides.findIndex(({ section }) => section === earlier.content.slides[index]?.section),
  );
}

function named({ section, key, heading }: EditionSlide) {
  return { section, key, heading };
}

/** A slide's words, without the separator that opens it: that one is its neighbours' affair. */
function wordsOn({ text }: EditionText, { from, to }: EditionSlide): string {
  return `${text
    .slice(from, to)
    .replace(/^[ \t]*-{3,4}[ \t]*(?:\r?\n|$)/, '')
    .trim()}\n`;
}

function sectionOf({ content }: EditionText, place: number | null) {
  return place === null
    ? undefined
    : content.sections.find(({ fromSlide, toSlide }) => place >= fromSlide && place < toSlide);
}

function sectionNamed(editions: readonly EditionText[], key: string) {
  const sections = editions.flatMap(({ content }) => content.sections);
  return { key, title: sections.find((section) => section.key === key)?.title ?? '' };
}
