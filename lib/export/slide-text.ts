import { applyChanges, type TextChange } from '#lib/deck/edit-text.ts';
import { picturesOf } from '#lib/pictures/pictures-of.ts';
import { isDeckTag } from '#lib/render/html-tags.ts';
import type { DeckModel } from '#lib/slides/deck-model.ts';
import { attributeLine } from '#lib/slides/slide-attributes.ts';
import { scanBlocks } from '#lib/slides/slide-blocks.ts';

import { outsideCode, readLines } from './prose.ts';

/** A slide's Markdown without blank lines around it and without the indentation of its first line, as it is rendered. */
export function trimmedSource(source: string): string {
  return source
    .replaceAll(/\r\n?/g, '\n')
    .replace(/^\uFEFF?(?:[ \t]*\n)*[ \t]*/, '')
    .trimEnd();
}

/** A slide's Markdown in which pictures with a size are HTML, which alone says sizes elsewhere. */
export function withPlainPictures(model: DeckModel, slide: number): string {
  const { source = '', body = { from: 0 } } = model.slides[slide] ?? {};
  const changes = picturesOf(model, slide).flatMap(({ range, size, alt, address, parts }): readonly TextChange[] => {
    if (parts.kind !== 'markdown' || (size.width === '' && size.height === '')) return [];
    const attributes = Object.entries({ src: address, alt, width: size.width, height: size.height }).filter(
      ([name, value]) => name === 'src' || name === 'alt' || value !== '',
    );
    const written = attributes.map(([name, value]) => `${name}="${attribute(value)}"`);
    // Alone on its line a tag begins a block of HTML, which takes the lines below it along.
    const tag = `<span><img ${written.join(' ')}></span>`;
    return [{ at: range.from - body.from, remove: range.to - range.from, insert: tag }];
  });
  return applyChanges(source, changes);
}

/** As the value of an attribute in quotes, on one line. */
export function attribute(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll(/\s+/g, ' ');
}

const STYLE = /<style\b[\s\S]*?(?:<\/style\s*>|$)/gi;

/** Without `<style>` blocks: a page that shows none of them would show their text. */
export function withoutStyles(source: string): string {
  return outsideCode(source, (prose) => prose.replaceAll(STYLE, ''));
}

/** Without comments that set something about a slide or an element; all others stay. */
export function withoutRevealComments(source: string): string {
  const changes = scanBlocks(source).comments.flatMap(({ from, text }): readonly TextChange[] => {
    if (attributeLine(text) === null && !/^\s*\.element\b/.test(text)) return [];
    const at = from - '<!--'.length;
    return [{ at, remove: text.length + '<!---->'.length, insert: '' }];
  });
  return applyChanges(source, changes);
}

const TAG = /<(\/?)([a-zA-Z][^\s<>/"'=:@]*)(?![^\s<>/"'=]*[:@])/g;

/** Tags that no deck may use as the text that they are meant to be, and `</br>` as a line break. */
export function withKnownTags(source: string): string {
  return outsideCode(source, (prose) =>
    prose.replace(TAG, (tag, slash: string, name: string) => {
      if (slash !== '' && name.toLowerCase() === 'br') return '<br';
      return isDeckTag(name) ? tag : `&lt;${slash}${name}`;
    }),
  );
}

/** Line breaks that show in a deck marked so that they show everywhere. */
export function withHardBreaks(source: string): string {
  const { lines, breaks } = readLines(source);
  return lines.map((line, index) => (breaks.has(index) ? `${line.trimEnd()}  ` : line)).join('\n');
}

/** A text that can stand in an HTML comment. */
export function commentable(text: string): string {
  return text.replaceAll('-->', '--&gt;').replaceAll('--!>', '--!&gt;');
}
