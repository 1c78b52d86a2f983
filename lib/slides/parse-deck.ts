import type { DeckModel, Problem, Slide } from './deck-model.ts';
import { cutSlides } from './cut-slides.ts';
import { findSections } from './sections.ts';
import { NO_HEADINGS, type KnownHeadings } from './known-headings.ts';
import { findSeparators } from './separators.ts';
import { separatorProblems } from './problems/separator-problems.ts';
import { readFrontMatter, type FrontMatterBlock } from './front-matter.ts';
import { splitLines } from './lines.ts';

/**
 * What a deck's text means. Total: any string gives a model with at least one slide, in time linear in its length. With the model
 * from before an edit only the slides that the edit touched are read again; the result is the same. `known` are the headings of
 * the deck's series, which say where its sections begin and whose they are.
 */
export function parseDeck(text: string, previous?: DeckModel, known: KnownHeadings = NO_HEADINGS): DeckModel {
  const frontMatter = sameFrontMatter(text, previous) ?? readFrontMatter(text);
  const lines = splitLines(text, frontMatter.range.to);
  const separators = findSeparators(text, lines, frontMatter.range.to > 0);
  const slides = cutSlides({ text, lines, separators }, previous);
  const sections = findSections(slides, known);
  const problems = [...frontMatter.problems, ...problemsOf(slides, frontMatter.problems)];
  return {
    text,
    frontMatterRange: frontMatter.range,
    frontMatter: frontMatter.value,
    slides,
    sections,
    problems,
  };
}

/** The block from before an edit when it still stands there, closed by a whole line: then nothing in it can mean anything else. */
function sameFrontMatter(text: string, previous: DeckModel | undefined): FrontMatterBlock | null {
  if (previous === undefined) return null;
  const { frontMatterRange: range, frontMatter: value, problems } = previous;
  const block = previous.text.slice(0, range.to);
  if (!block.endsWith('\n') || !text.startsWith(block)) return null;
  return { range, value, problems: problems.filter(({ code }) => code.startsWith('front-matter')) };
}

/** The problems of all slides at their offsets in the deck. Fences of a broken front matter are no separators gone wrong. */
function problemsOf(slides: readonly Slide[], above: readonly Problem[]): readonly Problem[] {
  const fences = above.some(({ code }) => code === 'front-matter-broken');
  const within = slides.flatMap(({ index, body, problems }) =>
    problems
      .filter(({ code }) => !(fences && index === 0 && code === 'near-separator'))
      .map((problem) => movedBy(problem, body.from)),
  );
  const between = separatorProblems(slides);
  if (between.length === 0) return within;
  return [...within, ...between].toSorted((left, right) => left.range.from - right.range.from);
}

function movedBy({ code, range, detail, fix }: Problem, by: number): Problem {
  return {
    code,
    range: { from: range.from + by, to: range.to + by },
    detail,
    fix: fix === null ? null : { from: fix.from + by, to: fix.to + by, insert: fix.insert },
  };
}
