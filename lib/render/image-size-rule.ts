import type { MarkdownIt, StateInline } from 'markdown-it';

const EXCLAMATION = 33;
const BRACKET = 91;
const SIZE = /[ \t\n]+=([0-9][0-9%]*)?x([0-9][0-9%]*)?[ \t\n]*\)/y;

/** What `![label](address "title" =WxH)` says. */
interface SizedImage {
  readonly label: string;
  readonly address: string;
  readonly title: string;
  readonly width: string | undefined;
  readonly height: string | undefined;
  readonly end: number;
}

/** Pictures with a size, `![](a.png =300x200)`, as in HedgeDoc 1.x. Anything near it, such as `=300px`, stays text as there. */
export function imageSizeRule(markdown: MarkdownIt): void {
  markdown.inline.ruler.before('image', 'sized-image', (state, silent) => {
    const image = readImage(state);
    if (image === null) return false;
    if (!silent) pushImage(state, image);
    state.pos = image.end;
    return true;
  });
}

function readImage(state: StateInline): SizedImage | null {
  const { src, pos, posMax } = state;
  if (src.charCodeAt(pos) !== EXCLAMATION || src.charCodeAt(pos + 1) !== BRACKET) return null;
  const helpers = state.md.helpers;
  const labelEnd = helpers.parseLinkLabel(state, pos + 1, false);
  if (labelEnd < 0 || src[labelEnd + 1] !== '(') return null;
  const destination = helpers.parseLinkDestination(src, skipSpace(src, labelEnd + 2), posMax);
  if (!destination.ok) return null;
  const end = readEnd(state, destination.pos);
  if (end === null) return null;
  const address = state.md.normalizeLink(destination.str);
  return { ...end, label: src.slice(pos + 2, labelEnd), address: state.md.validateLink(address) ? address : '' };
}

/** What follows the address: perhaps a title, then the size and the bracket. */
function readEnd(state: StateInline, from: number): Pick<SizedImage, 'title' | 'width' | 'height' | 'end'> | null {
  const titleAt = skipSpace(state.src, from);
  const title = state.md.helpers.parseLinkTitle(state.src, titleAt, state.posMax);
  const hasTitle = title.ok && titleAt > from;
  SIZE.lastIndex = hasTitle ? title.pos : from;
  const size = SIZE.exec(state.src);
  if (size === null || SIZE.lastIndex > state.posMax) return null;
  return { title: hasTitle ? title.str : '', width: size[1], height: size[2], end: SIZE.lastIndex };
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ' || text[at] === '\t' || text[at] === '\n') at++;
  return at;
}

function pushImage(state: StateInline, image: SizedImage): void {
  const children: Parameters<typeof state.md.inline.parse>[3] = [];
  state.md.inline.parse(image.label, state.md, state.env, children);
  const token = state.push('image', 'img', 0);
  token.attrs = [
    ['src', image.address],
    ['alt', ''],
  ];
  if (image.title !== '') token.attrs.push(['title', image.title]);
  if (image.width !== undefined) token.attrs.push(['width', image.width]);
  if (image.height !== undefined) token.attrs.push(['height', image.height]);
  token.children = children;
  token.content = image.label;
}
