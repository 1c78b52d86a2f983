import {
  defineLanguageFacet,
  HighlightStyle,
  Language,
  languageDataProp,
  syntaxHighlighting,
} from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { styleTags, tags } from '@lezer/highlight';
import { GFM, parser } from '@lezer/markdown';

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
]);

/**
 * Markdown with its markup in the quiet colours of the page: what people wrote stands out, how it is marked does not. Made of the
 * parser itself, because `@codemirror/lang-markdown` brings the languages of HTML, CSS and JavaScript along: 75 kB that the page
 * would wait for, to colour what should be quiet.
 */
export function deckLanguage(): Extension {
  const data = defineLanguageFacet({ commentTokens: { block: { open: '<!--', close: '-->' } } });
  const deckParser = parser.configure([
    GFM,
    {
      // In a deck --- below a line begins a slide or ends the front matter: it never makes a heading of that line.
      remove: ['SetextHeading'],
      props: [languageDataProp.add({ Document: data }), styleTags({ 'HTMLBlock HTMLTag': tags.meta })],
    },
  ]);
  return [new Language(data, deckParser, [], 'markdown'), syntaxHighlighting(calm)];
}
