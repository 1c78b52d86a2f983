import type { MarkdownIt, StateInline } from 'markdown-it';

/** A formula as it is written, with its delimiters. */
interface Formula {
  readonly end: number;
  readonly display: boolean;
}

const DOLLAR = 36;
const BACKSLASH = 92;
const OPENING = /\\\\([([])|\\begin\{([^{}\n]{1,32})\}/y;
const BLANK = /\s/;
const DIGIT = /\d/;
// Nobody writes longer ones by hand, and a search for an end that is not there must not go through the whole text each time.
const MAX_LENGTH = 4_000;

/**
 * Formulas as HedgeDoc 1.x finds them: `$…$`, `$$…$$`, `\\(…\\)`, `\\[…\\]` and `\begin{x}…\end{x}`. What comes out holds the source
 * as it was written, delimiters and all: that is what people search, read and copy where nobody draws it.
 */
export function mathRule(markdown: MarkdownIt): void {
  markdown.inline.ruler.before('escape', 'math', (state, silent) => {
    const formula = formulaAt(state);
    if (formula === null) return false;
    if (!silent) {
      const token = state.push('math', 'span', 0);
      token.content = state.src.slice(state.pos, formula.end);
      token.meta = { display: formula.display };
    }
    state.pos = formula.end;
    return true;
  });
  markdown.renderer.rules['math'] = (tokens, index) => {
    const token = tokens[index];
    const kind = token?.meta?.display === true ? 'display' : 'inline';
    return `<span class="math ${kind}">${markdown.utils.escapeHtml(token?.content ?? '')}</span>`;
  };
}

function formulaAt(state: StateInline): Formula | null {
  const first = state.src.charCodeAt(state.pos);
  if (first === DOLLAR) return state.src[state.pos + 1] === '$' ? betweenDouble(state) : betweenSingle(state);
  return first === BACKSLASH ? betweenWords(state) : null;
}

function betweenDouble({ src, pos }: StateInline): Formula | null {
  const close = indexOfClose(src, '$$', pos + 2);
  const empty = close === pos + 2 || src[pos + 2] === '$';
  return close === -1 || empty || src[close - 1] === '\\' ? null : { end: close + 2, display: true };
}

/** No blank inside at either end and no digit behind, so that prices and `$VARIABLES` stay text. */
function betweenSingle({ src, pos }: StateInline): Formula | null {
  if (BLANK.test(src[pos + 1] ?? ' ')) return null;
  const close = indexOfClose(src, '$', pos + 1);
  if (close === -1) return null;
  const refused = /[\s\\]/.test(src[close - 1] ?? '') || DIGIT.test(src[close + 1] ?? '');
  return refused ? null : { end: close + 1, display: false };
}

function betweenWords({ src, pos }: StateInline): Formula | null {
  OPENING.lastIndex = pos;
  const opening = OPENING.exec(src);
  if (opening === null) return null;
  const [, bracket, environment] = opening;
  const closing = environment === undefined ? `\\\\${bracket === '(' ? ')' : ']'}` : `\\end{${environment}}`;
  const close = indexOfClose(src, closing, OPENING.lastIndex);
  return close === -1 ? null : { end: close + closing.length, display: bracket !== '(' };
}

function indexOfClose(src: string, closing: string, from: number): number {
  const at = src.slice(from, from + MAX_LENGTH).indexOf(closing);
  return at === -1 ? -1 : from + at;
}
