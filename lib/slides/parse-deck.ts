import type { DeckModel } from './deck-model.ts';
import { cutSlides } from './cut-slides.ts';
import { findProblems } from './problems.ts';
import { findSections } from './sections.ts';
import { findSeparators } from './separators.ts';
import { readFrontMatter } from './front-matter.ts';
import { splitLines } from './lines.ts';

/**
 * What a deck's text means. Total: any string gives a model with at least one slide, in time linear in its length. With the model
 * from before an edit only the slides that the edit touched are read again; the result is the same.
 */
export function parseDeck(text: string, previous?: DeckModel): DeckModel {
  const frontMatter = readFrontMatter(text);
  const lines = splitLines(text, frontMatter.range.to);
  const separators = findSeparators(text, lines, frontMatter.range.to > 0);
  const slides = cutSlides({ text, lines, separators }, previous);
  const sections = findSections(slides);
  const problems = [...frontMatter.problems, ...findProblems(text, lines, slides)];
  return {
    text,
    frontMatterRange: frontMatter.range,
    frontMatter: frontMatter.value,
    slides,
    sections,
    problems,
  };
}
