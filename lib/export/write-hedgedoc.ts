import { applyChanges, type TextChange } from '#lib/deck/edit-text.ts';
import { slideComments } from '#lib/pictures/slide-comments.ts';
import { namesPicture } from '#lib/stage/picture-address.ts';
import type { DeckModel, Slide } from '#lib/slides/deck-model.ts';
import { scanBlocks } from '#lib/slides/slide-blocks.ts';

import type { ExportFacts } from './export-facts.ts';
import { mergedFrontMatter } from './merge-front-matter.ts';
import { readLines } from './prose.ts';
import { trimmedSource } from './slide-text.ts';

/**
 * A deck for HedgeDoc 1.x: the same slides there as here. Separators stand between empty lines, nothing else reads like one, and what 1.x drops
 * without a word is written as it takes it: front matter at the very top, `=` and single quotes in `.slide:` comments, `note:` inside code.
 */
export function writeHedgedoc(model: DeckModel, facts: ExportFacts): string {
  const slides = model.slides.map((slide) => slideOf(model, slide));
  const joined = slides.map((text, index) => {
    if (index === 0) return text;
    return `\n\n${model.slides[index]?.v === 0 ? '---' : '----'}\n\n${text}`;
  });
  return `${mergedFrontMatter(model, facts, { type: 'slide' })}\n${joined.join('').trimEnd()}\n`;
}

function slideOf(model: DeckModel, slide: Slide): string {
  const source = trimmedSource(withPlainAttributes(model, slide));
  const notes = slide.notes.replaceAll(/\r\n?/g, '\n');
  const several = scanBlocks(slide.source).noteLines.length > 1;
  const shown = withoutTraps(source, several);
  return notes === '' ? shown : `${shown}\n\nNote:\n${withoutTraps(notes, false)}`;
}

/** `.slide:` comments whose values 1.x reads. */
function withPlainAttributes(model: DeckModel, { index, source, body }: Slide): string {
  const changes = slideComments(model, index).flatMap(({ attributes }) =>
    attributes.flatMap(({ name, value, range }): readonly TextChange[] => {
      const address = namesPicture(value) ? value.replaceAll('=', '%3D') : value;
      return [
        {
          at: range.from - body.from,
          remove: range.to - range.from,
          insert: `${name}="${address.replaceAll('"', "'")}"`,
        },
      ];
    }),
  );
  return applyChanges(source, changes);
}

/** Lines that 1.x would cut at. A blank before or after them changes nothing that is seen. */
function withoutTraps(source: string, several: boolean): string {
  const { lines, kinds } = readLines(source);
  return lines
    .map((line, index) => {
      if (line === '---' || line === '----') return `${line} `;
      return !several && kinds[index] === 'code' && /^note:/i.test(line) ? ` ${line}` : line;
    })
    .join('\n');
}
