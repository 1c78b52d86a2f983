import { messages } from '#lib/messages/en.ts';
import type { DeckModel, Problem, Slide } from '#lib/slides/deck-model.ts';
import type { SlideMeasure } from '#lib/stage/messages.ts';

/**
 * Slides that are too large for the stage, as it measured them: how much, by the hash of the slide. A slide that was changed since
 * has another hash and is not accused until it is measured again.
 */
export type Overflows = ReadonlyMap<string, string>;

// Each rest while somebody types in a slide that is too large leaves one.
const MOST = 500;

/** The measures with those that came last. */
export function withMeasures(before: Overflows, slides: readonly SlideMeasure[]): Overflows {
  const after = new Map(before);
  for (const { hash, tall, wide } of slides) {
    after.delete(hash);
    if (tall > 0 || wide > 0) after.set(hash, messages.problems.tooLarge(tall, wide));
  }
  return new Map([...after].slice(-MOST));
}

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
