import type { Section } from './deck-model.ts';

/** Whether a slide (its running number) is one of a run of slides. */
export function holdsSlide({ fromSlide, toSlide }: Pick<Section, 'fromSlide' | 'toSlide'>, slide: number): boolean {
  return fromSlide <= slide && slide < toSlide;
}
