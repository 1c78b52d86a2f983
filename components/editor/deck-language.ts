import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { markdown, markdownLanguage } from '@codemirror/lang-markdown';
import type { Extension } from '@codemirror/state';
import { tags } from '@lezer/highlight';

const calm = HighlightStyle.define([
  { tag: tags.heading1, fontWeight: '700', color: 'var(--plenum-ink)' },
  {
    tag: [tags.heading2, tags.heading3, tags.heading4, tags.heading5, tags.heading6],
    fontWeight: '600',
    color: 'var(--plenum-ink)',
  },
  { tag: tags.strong, fontWeight: '700' },
  { tag: tags.emphasis, fontStyle: 'italic' },
  { tag: tags.strikethrough, textDecoration: 'line-through' },
  { tag: [tags.link, tags.url], color: 'var(--plenum-accent)' },
  {
    tag: [tags.processingInstruction, tags.contentSeparator, tags.meta, tags.comment, tags.labelName],
    color: 'var(--plenum-soft)',
  },
  { tag: [tags.angleBracket, tags.tagName, tags.attributeName, tags.attributeValue], color: 'var(--plenum-soft)' },
]);

/** Markdown with its markup in the quiet colours of the page: what people wrote stands out, how it is marked does not. */
export function deckLanguage(): Extension {
  return [markdown({ base: markdownLanguage, completeHTMLTags: false }), syntaxHighlighting(calm)];
}
