import type { Hint } from '#components/editor/hint.ts';
import type { ProblemCode } from '#lib/slides/deck-model.ts';

/**
 * How much each kind of problem matters, the heaviest first: what tears the deck, what shows wrong on a slide, and last what only
 * its author can judge.
 */
const WEIGHTS: Readonly<Record<ProblemCode, Hint['weight']>> = {
  'front-matter-broken': 'fault',
  'near-separator': 'fault',
  'doubled-separator': 'fault',
  'trailing-separator': 'fault',
  overflow: 'fault',
  'several-notes': 'fault',
  date: 'fault',
  'image-size': 'fault',
  'empty-image': 'fault',
  'hidden-picture': 'fault',
  'slide-attribute': 'fault',
  'css-value': 'fault',
  'font-size': 'fault',
  'front-matter-type': 'fault',
  mojibake: 'fault',
  'empty-link': 'fault',
  'foreign-picture': 'advice',
  'front-matter-key': 'advice',
  placeholder: 'advice',
  'look-alike': 'advice',
  'missing-alt': 'advice',
};

const ORDER = new Map(Object.keys(WEIGHTS).map((code, index) => [code, index]));

export function weightOf(code: ProblemCode): Hint['weight'] {
  return WEIGHTS[code];
}

/** Sorts what matters more before the rest. */
export function byWeight(left: { readonly code: ProblemCode }, right: { readonly code: ProblemCode }): number {
  return (ORDER.get(left.code) ?? 0) - (ORDER.get(right.code) ?? 0);
}
