import type { MarkdownIt } from 'markdown-it';
import { frameCards } from './frame-cards.ts';
import { showUnknownTags } from './html-tags.ts';
import { slideMarkdown, type MarkdownOptions } from './slide-markdown.ts';

/** Turns the Markdown of one slide into HTML that is not yet safe: the sanitiser comes after it. */
export type SlideRenderer = (source: string) => string;

/** A renderer for the slides of one deck. Each slide is a document of its own, as in 1.x: links and footnotes do not cross slides. */
export function slideRenderer(options: MarkdownOptions): SlideRenderer {
  const markdown = rawHtmlShown(slideMarkdown(options));
  return (source) => markdown.render(withoutMargin(source));
}

const LEADING_BLANK_LINES = /^\uFEFF?(?:[ \t]*(?:\n|\r))*[ \t]*/;

/** The text without blank lines above and without the indentation of its first line, which would make it code. */
function withoutMargin(source: string): string {
  const margin = LEADING_BLANK_LINES.exec(source)?.[0].length ?? 0;
  return source.slice(margin);
}

function rawHtmlShown(markdown: MarkdownIt): MarkdownIt {
  const { rules } = markdown.renderer;
  rules['html_block'] = (tokens, index) => showUnknownTags(frameCards(tokens[index]?.content ?? ''));
  rules['html_inline'] = (tokens, index) => showUnknownTags(frameCards(tokens[index]?.content ?? ''));
  // A section would be a slide to reveal.js.
  rules['footnote_block_open'] = () =>
    '<hr class="footnotes-sep">\n<div class="footnotes">\n<ol class="footnotes-list">\n';
  rules['footnote_block_close'] = () => '</ol>\n</div>\n';
  return markdown;
}
