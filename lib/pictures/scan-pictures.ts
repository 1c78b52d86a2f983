import type { SourceRange } from '#lib/slides/deck-model.ts';
import type { PictureParts, PictureSize, TagAttribute } from './written-picture.ts';

/** What reads like a picture; whether the slide shows it as one is another question. */
export interface PictureCandidate {
  readonly range: SourceRange;
  readonly size: PictureSize;
  readonly parts: PictureParts;
}

const MARKDOWN = /!\[/g;
const TAG = /<img(?=[\s/>])/gi;
const BLANKS = /[ \t\n]*/y;
const POINTED = /<((?:[^<>\n\\]|\\.)*)>/y;
const TITLE = /[ \t\n]+(?:"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'|\((?:[^()\\]|\\[\s\S])*\))/y;
const SIZE = /[ \t\n]+=([0-9][0-9%]*)?x([0-9][0-9%]*)?(?=[ \t\n]*\))/y;
const ATTRIBUTE = /\s*(?:\/(?!>))?\s*([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/y;

// No description is longer; the limits keep the search linear.
const LONGEST_LABEL = 2_000;
const MOST = 500;

/** Everything in a slide's text that reads like a picture with an address, in order. */
export function scanPictures(source: string): readonly PictureCandidate[] {
  const written = Array.from(source.matchAll(MARKDOWN), ({ index }) => index);
  const tags = Array.from(source.matchAll(TAG), ({ index }) => index);
  return [
    ...written.slice(0, MOST).map((at) => readMarkdown(source, at)),
    ...tags.slice(0, MOST).map((at) => readTag(source, at)),
  ]
    .filter((found) => found !== null)
    .toSorted((left, right) => left.range.from - right.range.from);
}

function readMarkdown(source: string, from: number): PictureCandidate | null {
  const labelEnd = endOfLabel(source, from + 2);
  if (labelEnd === -1 || source[labelEnd + 1] !== '(') return null;
  const address = addressAt(source, match(BLANKS, source, labelEnd + 2).to);
  if (address === null || address.to === address.from) return null;
  const behind = source[address.to] === '>' && source[address.from - 1] === '<' ? address.to + 1 : address.to;
  const titled = match(TITLE, source, behind).to;
  const size = match(SIZE, source, titled);
  const close = match(BLANKS, source, size.to).to;
  if (source[close] !== ')') return null;
  return {
    range: { from, to: close + 1 },
    size: { width: size.groups[0] ?? '', height: size.groups[1] ?? '' },
    parts: { kind: 'markdown', alt: { from: from + 2, to: labelEnd }, address, size: { from: titled, to: size.to } },
  };
}

/** The bracket that closes a label, or -1. An empty line ends every label. */
function endOfLabel(source: string, from: number): number {
  let depth = 0;
  for (let at = from; at < source.length && at - from < LONGEST_LABEL; at++) {
    const sign = source[at];
    if (sign === '\\') at++;
    else if (sign === '[') depth++;
    else if (sign === ']' && depth-- === 0) return at;
    else if (sign === '\n' && /^[ \t]*(?:\n|$)/.test(source.slice(at + 1, at + 80))) return -1;
  }
  return -1;
}

function addressAt(source: string, from: number): SourceRange | null {
  const pointed = match(POINTED, source, from);
  if (pointed.to > from) return { from: from + 1, to: pointed.to - 1 };
  let depth = 0;
  let at = from;
  for (; at < source.length; at++) {
    const code = source.charCodeAt(at);
    if (code <= 32 || code === 127) break;
    if (source[at] === '\\') at++;
    else if (source[at] === '(') depth++;
    else if (source[at] === ')' && depth-- === 0) break;
  }
  return depth > 0 ? null : { from, to: Math.min(at, source.length) };
}

function readTag(source: string, from: number): PictureCandidate | null {
  const attributes = new Map<string, TagAttribute>();
  let at = from + '<img'.length;
  for (let next = attributeAt(source, at); next !== null; next = attributeAt(source, at)) {
    // The first of a name counts.
    if (!attributes.has(next.name)) attributes.set(next.name, next.attribute);
    at = next.attribute.whole.to;
  }
  const close = /^\s*\/?>/.exec(source.slice(at, at + 80));
  const address = attributes.get('src')?.value;
  if (close === null || address === undefined || address.to === address.from) return null;
  const valueOf = (name: string): string => {
    const value = attributes.get(name)?.value;
    return value === undefined ? '' : source.slice(value.from, value.to);
  };
  return {
    range: { from, to: at + close[0].length },
    size: { width: valueOf('width'), height: valueOf('height') },
    parts: { kind: 'html', address, attributes, end: at },
  };
}

function attributeAt(source: string, from: number): { readonly name: string; readonly attribute: TagAttribute } | null {
  const { to, groups } = match(ATTRIBUTE, source, from);
  const [name, ...values] = groups;
  if (to === from || name === undefined) return null;
  const value = values.find((each) => each !== undefined) ?? '';
  const end = values[0] !== undefined || values[1] !== undefined ? to - 1 : to;
  return { name: name.toLowerCase(), attribute: { whole: { from, to }, value: { from: end - value.length, to: end } } };
}

/** What a sticky pattern finds at a place; nothing found is an empty range there. */
function match(
  pattern: RegExp,
  source: string,
  from: number,
): SourceRange & { readonly groups: readonly (string | undefined)[] } {
  pattern.lastIndex = from;
  const found = pattern.exec(source);
  return { from, to: from + (found?.[0].length ?? 0), groups: found?.slice(1) ?? [] };
}
