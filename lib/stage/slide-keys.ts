import type { Slide } from '#lib/slides/deck-model.ts';

/** What a slide is known by from one model to the next. */
type Known = Pick<Slide, 'hash' | 'headings'>;

/**
 * Names the slides of a deck so that a slide keeps its name while it is edited, moved, or others come and go. Slides that stayed
 * alike at both ends keep theirs; between them the same text counts first, then the same heading, then the same place.
 */
export class SlideKeys {
  #slides: readonly Known[] = [];
  #keys: readonly string[] = [];
  #last = 0;

  /** The keys of these slides, in their order. */
  assign(slides: readonly Known[]): readonly string[] {
    const before = this.#slides;
    const same = commonEnds(before, slides);
    const old = range(same.start, before.length - same.end);
    const fresh = range(same.start, slides.length - same.end);
    const matched = matchMiddle({ before, slides, old, fresh });
    const shift = before.length - slides.length;
    const from = (index: number): number | undefined => {
      if (index < same.start) return index;
      return index >= slides.length - same.end ? index + shift : matched.get(index);
    };
    const keys = this.#keys;
    this.#keys = slides.map((_, index) => keys[from(index) ?? -1] ?? `s${++this.#last}`);
    this.#slides = slides;
    return this.#keys;
  }
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}

function commonEnds(
  before: readonly Known[],
  slides: readonly Known[],
): { readonly start: number; readonly end: number } {
  const shorter = Math.min(before.length, slides.length);
  let start = 0;
  while (start < shorter && before[start]?.hash === slides[start]?.hash) start++;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end]?.hash === slides[slides.length - 1 - end]?.hash)
    end++;
  return { start, end };
}

interface Middle {
  readonly before: readonly Known[];
  readonly slides: readonly Known[];
  readonly old: readonly number[];
  readonly fresh: readonly number[];
}

/** New index → old index. Each step takes what the one before left over. */
function matchMiddle({ before, slides, old, fresh }: Middle): ReadonlyMap<number, number> {
  const matched = new Map<number, number>();
  const left = new Set(old);
  const take = (index: number, from: number | undefined): void => {
    if (from === undefined) return;
    matched.set(index, from);
    left.delete(from);
  };
  for (const name of [(slide: Known | undefined) => slide?.hash ?? '', headingOf]) {
    const byName = groupBy([...left], (index) => name(before[index]));
    for (const index of fresh) if (!matched.has(index)) take(index, byName.get(name(slides[index]))?.shift());
  }
  const rest = [...left];
  for (const index of fresh) if (!matched.has(index)) take(index, rest.shift());
  return matched;
}

/** Slides without a heading are told apart by place alone, so they get a name that no other has. */
function headingOf(slide: Known | undefined): string {
  return slide?.headings.map(({ text }) => text).join('\n') || `\0${slide?.hash}`;
}

function groupBy(indices: readonly number[], name: (index: number) => string): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const index of indices) {
    const group = groups.get(name(index));
    if (group === undefined) groups.set(name(index), [index]);
    else group.push(index);
  }
  return groups;
}
