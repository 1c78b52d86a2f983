import type { TextEdit } from '#lib/slides/deck-model.ts';
import type { TextPicture } from './written-picture.ts';

/**
 * The ways to write a description where a picture has its own, the one that reads best first. Brackets and backslashes are always
 * escaped; all that could be markup is when it has to be; and as entities what would end something that began before the picture.
 */
export function altWays({ parts }: TextPicture, alt: string): readonly TextEdit[] {
  if (parts.kind === 'markdown') return markdownAlts(alt).map((insert) => ({ ...parts.alt, insert }));
  const at = parts.attributes.get('alt')?.whole ?? { from: parts.end, to: parts.end };
  const values = [alt.replaceAll(/[&"<>`|]/g, entity), alt.replaceAll(/[!-/:-@[-`{-~]/g, entity)];
  return values.map((value) => ({ ...at, insert: ` alt="${value}"` }));
}

/** A description as Markdown, the way that reads best first. */
export function markdownAlts(alt: string): readonly string[] {
  return [
    alt.replaceAll(/[[\]\\]/g, String.raw`\$&`),
    alt.replaceAll(/[!-/:-@[-`{-~]/g, String.raw`\$&`),
    alt.replaceAll(/[!-/:-@[-`{-~]/g, entity),
  ];
}

function entity(sign: string): string {
  return `&#${sign.codePointAt(0)};`;
}
