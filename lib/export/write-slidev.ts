import { deckBackground } from '#lib/pictures/deck-background.ts';
import { slideBackground } from '#lib/pictures/pictures-of.ts';
import type { DeckModel, Slide } from '#lib/slides/deck-model.ts';
import { scanBlocks } from '#lib/slides/slide-blocks.ts';

import type { ExportFacts } from './export-facts.ts';
import { mergedFrontMatter, ownMapping } from './merge-front-matter.ts';
import { outsideCode, readLines } from './prose.ts';
import {
  attribute,
  commentable,
  trimmedSource,
  withHardBreaks,
  withKnownTags,
  withoutRevealComments,
  withPlainPictures,
} from './slide-text.ts';

/**
 * A deck for Slidev. Every slide has front matter of its own, so that nothing at its beginning is taken for it; stacks become slides one after
 * the other; speaker notes are the last comment of their slide; steps become `v-click`; braces and unknown tags, which Vue would run, are text.
 */
export function writeSlidev(model: DeckModel, facts: ExportFacts): string {
  const [first = '', ...others] = model.slides.map((slide) => slideOf(model, slide));
  const slides = others.map((text) => `---\nlayout: default\n---\n\n${text}\n`);
  return [`${mergedFrontMatter(model, facts, settingsOf(model))}\n${first}\n`, ...slides].join('\n');
}

const TRANSITIONS: Readonly<Record<string, string>> = {
  fade: 'fade',
  slide: 'slide-left',
  convex: 'slide-left',
  concave: 'slide-left',
  zoom: 'fade',
};
const DARK = new Set(['black', 'blood', 'league', 'moon', 'night']);

/** The options of reveal.js that Slidev has, too. */
function settingsOf(model: DeckModel): Readonly<Record<string, unknown>> {
  const { slideOptions, lang } = model.frontMatter;
  const { theme = 'black', transition } = slideOptions;
  const attributes = ownMapping(model)['htmlAttrs'] === undefined && lang !== null ? { htmlAttrs: { lang } } : {};
  return {
    theme: 'default',
    layout: 'default',
    colorSchema: DARK.has(theme) ? 'dark' : 'light',
    transition: TRANSITIONS[transition ?? ''],
    ...attributes,
  };
}

function slideOf(model: DeckModel, slide: Slide): string {
  const stepped = withClicks(withPlainPictures(model, slide.index));
  const plain = withoutRevealComments(stepped);
  const text = withHardBreaks(withoutBraces(withKnownTags(withOwnStyles(trimmedSource(plain)))));
  const behind = slideBackground(model, slide.index) ?? deckBackground(model);
  const picture = behind === null ? '' : `<img src="${attribute(behind.address)}" alt="" class="${BEHIND}">`;
  // The last comment of a slide is its notes: one that is no notes must not be taken for them.
  const notes =
    slide.notes === '' && !/-->\s*$/.test(text) ? '' : `<!--\n${withoutCuts(commentable(slide.notes))}\n-->`;
  return [picture, withoutCuts(text), notes].filter((part) => part !== '').join('\n\n');
}

const BEHIND = 'absolute inset-0 w-full h-full object-cover -z-1';

/** Slidev cuts at every line that begins with three hyphens, but in code between backticks at the margin. */
function withoutCuts(text: string): string {
  const { lines, kinds } = readLines(text);
  let fenced = false;
  return lines
    .map((line, index) => {
      if (kinds[index] !== 'code') fenced = false;
      else if (kinds[index - 1] !== 'code') fenced = line.startsWith('```');
      return line.startsWith('---') && !fenced ? ` ${line}` : line;
    })
    .join('\n');
}

/** What a deck's CSS calls `.slides` and `.reveal` is `.slidev-layout` there. */
function withOwnStyles(source: string): string {
  return outsideCode(source, (prose) =>
    prose.replaceAll(/<style\b[\s\S]*?(?:<\/style\s*>|$)/gi, (style) =>
      style.replaceAll(/\.(?:reveal\s+\.slides|slides|reveal)(?![\w-])/g, '.slidev-layout'),
    ),
  );
}

function withoutBraces(source: string): string {
  return outsideCode(source, (prose) => prose.replaceAll('{{', '<span v-pre>{{</span>'));
}

const STEP = /^\s*\.element:?\s[^\n]*\bclass\s*=\s*["'][^"']*\bfragment\b/;

/** The rest of a line before a comment that makes it a step. */
function withClicks(source: string): string {
  const { comments, lines } = scanBlocks(source);
  const steps = comments.filter(({ text }) => STEP.test(text));
  if (steps.length === 0) return source;
  const result: string[] = [];
  for (let line = 0; line < lines.count; line++) {
    const written = source.slice(lines.starts[line], lines.starts[line + 1] ?? source.length);
    const step = steps.find((each) => each.line === line);
    result.push(step === undefined ? written : clicked(written, step.from - '<!--'.length - (lines.starts[line] ?? 0)));
  }
  return result.join('');
}

function clicked(line: string, comment: number): string {
  const before = line.slice(0, Math.max(comment, 0));
  const lead = /^\s*(?:(?:[-*+]|\d{1,9}[.)]|>|#{1,6})\s+)*/.exec(before)?.[0] ?? '';
  const words = before.slice(lead.length).trimEnd();
  // On a line of its own it is about what stands above: that is shown at once.
  if (words === '' || words.includes('<!--')) return line;
  return `${lead}<span v-click>${words}</span>${before.slice(lead.length + words.length)}${line.slice(before.length)}`;
}
