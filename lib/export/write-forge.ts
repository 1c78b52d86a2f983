import { deckBackground } from '#lib/pictures/deck-background.ts';
import { slideBackground } from '#lib/pictures/pictures-of.ts';
import type { DeckModel, Slide } from '#lib/slides/deck-model.ts';

import type { ExportFacts } from './export-facts.ts';
import { mergedFrontMatter } from './merge-front-matter.ts';
import {
  attribute,
  trimmedSource,
  withHardBreaks,
  withKnownTags,
  withoutRevealComments,
  withoutStyles,
  withPlainPictures,
} from './slide-text.ts';

/**
 * A deck as a document that a forge shows well: slides under each other with a rule between them, speaker notes folded away below their slide,
 * pictures behind slides as pictures. What only a stage understands is gone; the front matter stays.
 */
export function writeForge(model: DeckModel, facts: ExportFacts): string {
  const slides = model.slides.map((slide) => slideOf(model, slide)).filter((text) => text !== '');
  return `${mergedFrontMatter(model, facts, {})}\n${slides.join('\n\n---\n\n')}\n`;
}

function slideOf(model: DeckModel, slide: Slide): string {
  const plain = withoutStyles(withoutRevealComments(withPlainPictures(model, slide.index)));
  const text = withoutRules(withHardBreaks(withKnownTags(trimmedSource(plain))));
  const behind = [slide.index === 0 ? deckBackground(model) : null, slideBackground(model, slide.index)];
  const pictures = behind.flatMap((picture) =>
    picture === null ? [] : [`<img src="${attribute(picture.address)}" alt="" width="240">`],
  );
  return [...pictures, text.trim(), notesOf(slide)].filter((part) => part !== '').join('\n\n');
}

function notesOf({ notes }: Slide): string {
  if (notes === '') return '';
  const text = withHardBreaks(withKnownTags(trimmedSource(notes)));
  return `<details><summary>Speaker notes</summary>\n\n${text}\n\n</details>`;
}

/** An unclosed block of code would swallow the slides below it. */
function withoutRules(text: string): string {
  const open = openFence(text);
  return open === '' ? text : `${text}\n${open}`;
}

function openFence(text: string): string {
  let open = '';
  for (const line of text.split('\n')) {
    const marks = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line);
    if (marks === null) continue;
    const [, fence = '', info = ''] = marks;
    if (open === '') open = fence;
    else if (fence.startsWith(open) && info.trim() === '') open = '';
  }
  return open;
}
