import type { Presentation } from '#lib/present/present-deck.ts';
import type { DeckModel } from '#lib/slides/deck-model.ts';
import type { SlideMeasure } from '#lib/stage/messages.ts';

/** What the stage measured of the slides that it shows, said of the slides of the deck that they come from. */
export function sourceMeasures(
  measures: readonly SlideMeasure[],
  { model, toSource }: Presentation,
  deck: DeckModel,
): readonly SlideMeasure[] {
  if (model === deck) return measures;
  const hashes = new Map(
    model.slides.flatMap(({ hash, index }) => {
      const { slide, generated } = toSource(index);
      const source = deck.slides[slide];
      return generated !== null || source === undefined ? [] : [[hash, source.hash] as const];
    }),
  );
  return measures.map((measure) => ({ ...measure, hash: hashes.get(measure.hash) ?? measure.hash }));
}
