import type { DeckModel } from '#lib/slides/deck-model.ts';
import type { BackgroundPicture } from './written-picture.ts';

const LINE = /^[ \t]+["']?parallaxBackgroundImage["']?[ \t]*:[^\r\n]*/m;

/** The picture behind all slides, or null. */
export function deckBackground({ text, frontMatter, frontMatterRange }: DeckModel): BackgroundPicture | null {
  const { parallaxBackgroundImage: image = '', parallaxBackgroundOpacity: opacity } = frontMatter.slideOptions;
  if (image.trim() === '') return null;
  const line = LINE.exec(text.slice(0, frontMatterRange.to));
  // YAML can write it in ways of its own; then it is somewhere in the block.
  const range = line === null ? frontMatterRange : { from: line.index, to: line.index + line[0].length };
  return { place: 'deck', slide: 0, range, address: image.trim(), opacity: opacity ?? null };
}
