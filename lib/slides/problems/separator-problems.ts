import type { Problem, Slide } from '#lib/slides/deck-model.ts';

/** Separators with nothing between them, and one after the last slide: each makes a slide that shows nothing. */
export function separatorProblems(slides: readonly Slide[]): readonly Problem[] {
  if (slides.length === 1) return [];
  return slides
    .filter(({ source, notes }) => source.trim() === '' && notes === '')
    .slice(0, MOST)
    .map((slide) => (slide.index === slides.length - 1 ? trailing(slide) : doubled(slide, slides[slide.index + 1])));
}

// More exist in hostile hands only.
const MOST = 100;

function trailing({ range, body }: Slide): Problem {
  const line = { from: range.from, to: body.from };
  return { code: 'trailing-separator', range: line, detail: '', fix: { ...range, insert: '' } };
}

/** Of two separators the one to the right stays: it says more than one downwards. */
function doubled(slide: Slide, next: Slide | undefined): Problem {
  const keepsOwn = next === undefined || slide.index === 0 || (slide.v === 0 && next.v > 0);
  const doomed = keepsOwn && next !== undefined ? next : slide;
  const line = { from: doomed.range.from, to: doomed.body.from };
  const fix = doomed === slide ? { ...slide.range, insert: '' } : { ...line, insert: '' };
  return { code: 'doubled-separator', range: line, detail: '', fix };
}
