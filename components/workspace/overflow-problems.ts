import type { DeckModel, Problem, Slide } from '#lib/slides/deck-model.ts';

/**
 * Slides that are too large for the stage, as it measured them: how much, by the hash of the slide. A slide that was changed since
 * has another hash and is not accused until it is measured again.
 */
export type Overflows = ReadonlyMap<string, string>;

/** What is measured as problems of the text, each at the first written line of its slide. */
export function overflowProblems(model: DeckModel, overflows: Overflows): readonly Problem[] {
  if (overflows.size === 0) return [];
  return model.slides.flatMap((slide) => {
    const detail = overflows.get(slide.hash);
    return detail === undefined ? [] : [{ code: 'overflow', range: firstLine(model.text, slide), detail, fix: null }];
  });
}

function firstLine(text: string, { body }: Slide): Problem['range'] {
  const written = text.slice(body.from, body.to);
  const from = written.length - written.trimStart().length;
  const end = written.indexOf('\n', from);
  return { from: body.from + from, to: end === -1 ? body.to : body.from + end };
}
