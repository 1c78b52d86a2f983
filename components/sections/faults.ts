import { weightOf } from '#components/workspace/hint-weights.ts';
import type { DeckModel, SourceRange } from '#lib/slides/deck-model.ts';

/** How many things in a stretch of the text do not do what was meant. */
export function faultsIn({ problems }: DeckModel, { from, to }: SourceRange): number {
  return problems.filter(({ code, range }) => weightOf(code) === 'fault' && from <= range.from && range.from < to)
    .length;
}
