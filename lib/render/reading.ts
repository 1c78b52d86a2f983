import type { MarkdownIt } from 'markdown-it';
import { embedOfTag, type Embed } from './embed.ts';
import { embedOf } from './embed-rule.ts';
import { isDeckTag } from './html-tags.ts';
import { slideMarkdown } from './slide-markdown.ts';

/** How large a picture is, in pixels. */
export interface PixelSize {
  readonly width: number;
  readonly height: number;
}

/** How a text is read in a page of the app. */
export interface ReadingOptions {
  readonly breaks: boolean;
  /** The address to load a picture from, given the one in the text; null shows its description instead. */
  readonly picture: (address: string) => string | null;
  /** What stands for a picture that is not there, given what is known of it; without this its description alone. */
  readonly missing?: (said: string) => string;
  /** How large what is loaded from an address is, where that is known: the page keeps the room for it. */
  readonly sizeOf?: (address: string) => PixelSize | null;
}

/**
 * Markdown as HTML that may stand in a page of the app: made of Markdown's own elements only. Raw HTML is taken off and its words
 * stay; no style, class, id or event handler leaves here, and links go to http, https, mailto and the like.
 */
export function renderReading(markdown: string, options: ReadingOptions): string {
  return readingRenderer(options)(markdown);
}

/** The same for many texts that are read alike. */
export function readingRenderer(options: ReadingOptions): (markdown: string) => string {
  const parser = slideMarkdown(options);
  wordsOfHtml(parser);
  safeLinks(parser);
  pictures(parser, options);
  plainFootnotes(parser);
  plainParts(parser);
  // Text and attribute values are escaped by now, so a quote after a name can only be an attribute's.
  return (markdown) => parser.render(markdown).replace(/ (?:class|id|style)="[^"]*"/g, '');
}

const TAG = /<(\/?)([a-zA-Z][^\s<>/"'=]*)(?:[^<>"']|"[^"]*"|'[^']*')*>/g;
const HIDDEN = /<!--[\s\S]*?(?:-->|$)|<(style|script)\b[\s\S]*?(?:<\/\1\s*>|$)/gi;

function wordsOfHtml(parser: MarkdownIt): void {
  const { escapeHtml } = parser.utils;
  const words = (html: string): string => {
    const parts: string[] = [];
    let at = 0;
    const visible = html.replace(HIDDEN, '');
    for (const tag of visible.matchAll(TAG)) {
      parts.push(escapeHtml(visible.slice(at, tag.index)), shown(tag[0], tag[2] ?? ''));
      at = tag.index + tag[0].length;
    }
    parts.push(escapeHtml(visible.slice(at)));
    return parts.join('');
  };
  /** What is left of a tag: nothing of a known one, a line break of `<br>` and `</br>`, all of an unknown one, which is text. */
  const shown = (tag: string, name: string): string => {
    const known = name.toLowerCase();
    if (known === 'br') return '<br>';
    const embed = EMBEDDING.test(known) ? embedOfTag(tag) : null;
    if (embed !== null) return linkTo(embed, escapeHtml);
    if (EMBEDDING.test(known) && tag.startsWith('</')) return '';
    return isDeckTag(known) ? '' : escapeHtml(tag);
  };
  parser.renderer.rules['html_inline'] = (tokens, index) => words(tokens[index]?.content ?? '');
  parser.renderer.rules['html_block'] = (tokens, index) => {
    const text = words(tokens[index]?.content ?? '').trim();
    return text === '' ? '' : `<p>${text}</p>\n`;
  };
}

const EMBEDDING = /^(?:iframe|video|audio|source)$/;

function linkTo({ name, address }: Embed, escapeHtml: (text: string) => string): string {
  return `<a href="${escapeHtml(address)}" rel="noopener noreferrer">${escapeHtml(name)}: ${escapeHtml(address)}</a>`;
}

const SAFE_LINK = /^(?:https?:|mailto:|tel:|matrix:|geo:|xmpp:|[#/?.]|[^:]*$)/i;

function safeLinks(parser: MarkdownIt): void {
  const validate = parser.validateLink.bind(parser);
  parser.validateLink = (url) => validate(url) && SAFE_LINK.test(url.trim());
  parser.renderer.rules['link_open'] = (tokens, index, options) => {
    tokens[index]?.attrSet('rel', 'noopener noreferrer');
    return parser.renderer.renderToken(tokens, index, options);
  };
}

function pictures(parser: MarkdownIt, { picture, missing, sizeOf = () => null }: ReadingOptions): void {
  const { escapeHtml } = parser.utils;
  parser.renderer.rules['image'] = (tokens, index, options, env) => {
    const token = tokens[index];
    const written = String(token?.attrGet('src') ?? '');
    const alt = parser.renderer.renderInlineAsText(token?.children ?? [], options, env);
    const address = picture(written);
    if (address === null && missing !== undefined) return `<i>${escapeHtml(missing(alt))}</i>`;
    if (address === null) return escapeHtml(alt === '' ? written : alt);
    return `<img src="${escapeHtml(address)}" alt="${escapeHtml(alt)}"${sizeAttributes(sizeOf(address))} loading="lazy">`;
  };
}

/** A picture's size as attributes, behind a space; nothing where it is not known. */
export function sizeAttributes(size: PixelSize | null): string {
  return size === null ? '' : ` width="${size.width}" height="${size.height}"`;
}

/** Footnotes keep their number and text; the links between them would need ids, which could collide with the page's. */
function plainFootnotes(parser: MarkdownIt): void {
  const { rules } = parser.renderer;
  rules['footnote_ref'] = (tokens, index) => `<sup>[${Number(tokens[index]?.meta?.id ?? 0) + 1}]</sup>`;
  rules['footnote_anchor'] = () => '';
}

/** What the stage draws or plays is a word or a link here: formulas and diagrams as their source, tags of quotations as text. */
function plainParts(parser: MarkdownIt): void {
  const { rules } = parser.renderer;
  const { escapeHtml } = parser.utils;
  const content: NonNullable<(typeof rules)[string]> = (tokens, index) => escapeHtml(tokens[index]?.content ?? '');
  rules['math'] = content;
  rules['tag_name'] = content;
  rules['tag_time'] = content;
  rules['tag_colour'] = () => '';
  rules['toc'] = () => '';
  rules['embed'] = (tokens, index) => linkTo(embedOf(tokens[index]), escapeHtml);
  rules['fence'] = (tokens, index) => `<pre><code>${escapeHtml(tokens[index]?.content ?? '')}</code></pre>\n`;
}
