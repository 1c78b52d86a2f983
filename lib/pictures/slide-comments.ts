import type { DeckModel, SourceRange } from '#lib/slides/deck-model.ts';
import { attributeLine, placedPairs } from '#lib/slides/slide-attributes.ts';
import { scanBlocks } from '#lib/slides/slide-blocks.ts';

/** An attribute in a `.slide:` comment. */
export interface PlacedAttribute {
  readonly name: string;
  readonly value: string;
  readonly range: SourceRange;
}

/** A `.slide:` comment, with its places in the deck. */
export interface SlideComment {
  readonly range: SourceRange;
  /** What is said behind `.slide:`, up to the end of that line. */
  readonly line: SourceRange;
  readonly attributes: readonly PlacedAttribute[];
  /** Whether the comment says nothing else. */
  readonly alone: boolean;
}

/** The comments that set something about a slide, in order. */
export function slideComments(model: DeckModel, slide: number): readonly SlideComment[] {
  const { body, source } = model.slides[slide] ?? { body: { from: 0, to: 0 }, source: '' };
  return scanBlocks(source).comments.flatMap(({ from, text }) => {
    const line = attributeLine(text);
    if (line === null) return [];
    const start = body.from + from;
    const lineFrom = start + line.from;
    return [
      {
        range: { from: start - '<!--'.length, to: start + text.length + '-->'.length },
        line: { from: lineFrom, to: lineFrom + line.text.length },
        attributes: placedPairs(line.text).map(({ name, value, from: at, to }) => ({
          name,
          value,
          range: { from: lineFrom + at, to: lineFrom + to },
        })),
        alone: text.slice(0, line.from).trim() === '.slide:' && text.slice(line.from + line.text.length).trim() === '',
      },
    ];
  });
}
