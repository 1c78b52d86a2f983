import type { Hint } from '#components/editor/hint.ts';
import { messages } from '#lib/messages/en.ts';
import type { ProblemCode } from '#lib/slides/deck-model.ts';

/** Hints of one kind, with the sentence that holds for all of them. */
export interface HintGroup {
  readonly code: ProblemCode;
  readonly sentence: string;
  readonly hints: readonly Hint[];
}

/** The hints by their kind, in the order of the list. */
export function hintGroups(hints: readonly Hint[]): readonly HintGroup[] {
  const codes = [...new Set(hints.map(({ code }) => code))];
  return codes.map((code) => {
    const group = hints.filter((hint) => hint.code === code);
    return { code, hints: group, sentence: sentenceOf(code, group) };
  });
}

/** Its own sentence for one, and for several that say the same; the words of the others stand in their lines. */
function sentenceOf(code: ProblemCode, hints: readonly Hint[]): string {
  const [detail = '', ...others] = new Set(hints.map((hint) => hint.detail));
  const one = messages.problems.says[code](detail);
  return others.length === 0 ? one : (messages.deck.hints.several[code] ?? one);
}
