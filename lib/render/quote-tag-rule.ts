import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import { stage } from '#lib/messages/stage.ts';

/** Where a tag stands: it means something in quotations and list items only. */
interface Holder {
  readonly open: Token;
  readonly kind: 'quote' | 'item';
}

const TAG = /\[name=([^\]\n]+)\]|\[time=([:,.+()\s\w-]+)\]|\[color=([#()\s,.%\w]+)\]/g;
const COLOUR = /^(?:#[0-9a-f]{3,8}|[a-z]{3,30}|(?:rgb|hsl)a?\([\d\s,.%]{1,40}\))$/i;

/**
 * `[name=…] [time=…] [color=…]` in quotations and list items, as in HedgeDoc 1.x: who said it and when, in small, and the colour of the
 * quotation's edge or of a mark in the list. Anywhere else they are text.
 */
export function quoteTagRule(markdown: MarkdownIt): void {
  const { rules } = markdown.renderer;
  const { escapeHtml } = markdown.utils;
  markdown.core.ruler.after('inline', 'quote-tags', tagHolders);
  rules['tag_name'] = (tokens, index) => label('by', stage.tags.name, escapeHtml(tokens[index]?.content ?? ''));
  rules['tag_time'] = (tokens, index) => label('at', stage.tags.time, escapeHtml(tokens[index]?.content ?? ''));
  rules['tag_colour'] = (tokens, index) =>
    `<span class="colour-mark" style="color: ${escapeHtml(tokens[index]?.content ?? '')}"></span>`;
}

function label(kind: string, title: string, text: string): string {
  return `<small class="said-${kind}" title="${title}">${text}</small>`;
}

function tagHolders(state: StateCore): void {
  const holders: Holder[] = [];
  for (const token of state.tokens) {
    if (token.type === 'blockquote_open') holders.push({ open: token, kind: 'quote' });
    else if (token.type === 'list_item_open') holders.push({ open: token, kind: 'item' });
    else if (token.type === 'blockquote_close' || token.type === 'list_item_close') holders.pop();
    const holder = holders.at(-1);
    if (token.type !== 'inline' || token.children === null || holder === undefined) continue;
    token.children = token.children.flatMap((child) =>
      child.type === 'text' && child.content.includes('[') ? tagged(state, child, holder) : [child],
    );
  }
}

/** The text with its tags as tokens of their own. */
function tagged(state: StateCore, text: Token, holder: Holder): readonly Token[] {
  const parts: Token[] = [];
  let at = 0;
  for (const found of text.content.matchAll(TAG)) {
    const [whole, name, time, colour] = found;
    if (colour !== undefined && !COLOUR.test(colour.trim())) continue;
    parts.push(withContent(new state.Token('text', '', 0), text.content.slice(at, found.index)));
    at = found.index + whole.length;
    if (name !== undefined) parts.push(withContent(new state.Token('tag_name', 'small', 0), name.trim()));
    if (time !== undefined) parts.push(withContent(new state.Token('tag_time', 'small', 0), time.trim()));
    if (colour !== undefined) parts.push(...coloured(state, colour.trim(), holder));
  }
  return [...parts, withContent(new state.Token('text', '', 0), text.content.slice(at))];
}

/** A quotation takes the colour itself; in a list a mark shows it. */
function coloured(state: StateCore, colour: string, { open, kind }: Holder): readonly Token[] {
  if (kind === 'item') return [withContent(new state.Token('tag_colour', 'span', 0), colour)];
  open.attrSet('style', `border-left: 8px solid ${colour}`);
  return [];
}

function withContent(token: Token, content: string): Token {
  token.content = content;
  return token;
}
