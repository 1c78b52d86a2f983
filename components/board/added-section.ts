import type { DeckModel, Section } from '#lib/slides/deck-model.ts';

const NEXT_COLUMN = '---';
const SAME_COLUMN = '----';

/**
 * The text of a deck with a section of this heading before the section of this number; at the end when there is none. Every section
 * that was there stays one, in its stack if it stands in one.
 */
export function textWithSection(model: DeckModel, heading: string, before: number): string {
  const { text, sections } = model;
  const next = sections[before];
  const at = next?.range.from ?? text.length;
  const [ahead, behind] = [text.slice(0, at).trimEnd(), text.slice(at).trimStart()];
  const line = `# ${heading}`;
  // Only what stands first has no separator of its own.
  const parts =
    next?.fromSlide === 0
      ? [ahead, line, behind && NEXT_COLUMN, behind]
      : [ahead, separatorOf(model, next), line, behind];
  return `${parts
    .filter((part) => part !== '')
    .join('\n\n')
    .trimEnd()}\n`;
}

function separatorOf({ slides }: DeckModel, section: Section | undefined): string {
  const slide = section === undefined ? undefined : slides[section.fromSlide];
  return slide !== undefined && slide.v > 0 ? SAME_COLUMN : NEXT_COLUMN;
}
