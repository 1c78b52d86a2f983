import type { Problem } from '#lib/slides/deck-model.ts';
import type { SlideBlocks } from '#lib/slides/slide-blocks.ts';
import { cssValues } from './css-values.ts';
import { emptyLinks } from './empty-links.ts';
import { fontSizes } from './font-sizes.ts';
import { imageSizes } from './image-sizes.ts';
import { lookAlikes } from './look-alikes.ts';
import { missingAlts } from './missing-alts.ts';
import { mojibake } from './mojibake-problems.ts';
import { nearSeparators } from './near-separators.ts';
import { placeholders } from './placeholders.ts';
import { severalNotes } from './several-notes.ts';
import { slideAttributeProblems } from './slide-attribute-problems.ts';
import { slideText, type SlideText } from './slide-text.ts';

/** Looks for one kind of fault in a slide; offsets count from the beginning of its body. Linear in its length. */
type Rule = (slide: SlideText) => readonly Problem[];

/** Everything that is looked for in a slide. What needs its neighbours is in separator-problems.ts. */
const RULES: readonly Rule[] = [
  nearSeparators,
  imageSizes,
  emptyLinks,
  missingAlts,
  slideAttributeProblems,
  cssValues,
  fontSizes,
  placeholders,
  lookAlikes,
  mojibake,
  severalNotes,
];

// A slide with more is broken in one way many times over; a hostile one would fill the memory.
const MOST = 100;

/** What in a slide will not do what its author meant, in the order of its text. */
export function findProblems(body: string, blocks: SlideBlocks): readonly Problem[] {
  const slide = slideText(body, blocks);
  const problems = RULES.flatMap((rule) => rule(slide).slice(0, MOST));
  return problems.toSorted((left, right) => left.range.from - right.range.from);
}
