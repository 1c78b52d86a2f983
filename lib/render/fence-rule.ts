import type { MarkdownIt, Token } from 'markdown-it';

/** What stands behind the backticks of a code block: `js=101!`. */
interface FenceInfo {
  readonly language: string;
  /** Number of the first line; null shows none. */
  readonly firstLine: number | null;
  readonly wrap: boolean;
}

const NUMBERS = /=(\d{1,6}|\+)?$/;

/**
 * Code blocks with the extras of HedgeDoc 1.x: `js=` numbers the lines, `js=101` from there on, `js=+` goes on where the block before
 * it ended, `!` wraps long lines. `mermaid` is drawn by the stage; `graphviz`, `flow`, `sequence` and `abc` stay code, because each
 * would need a library of its own that is no longer cared for, and no deck has ever used one.
 */
export function fenceRule(markdown: MarkdownIt): void {
  markdown.core.ruler.push('fence-info', ({ tokens }) => {
    let next = 1;
    for (const token of tokens.filter(({ type }) => type === 'fence')) {
      const { language, firstLine, wrap } = readFence(markdown.utils.unescapeAll(token.info).trim(), next);
      for (const name of [language, wrap ? 'wrap' : '']) if (name !== '') token.attrJoin('class', name);
      if (firstLine === null) continue;
      token.meta = { firstLine };
      next = firstLine + linesOf(token);
    }
  });
  markdown.renderer.rules['fence'] = (tokens, index) => {
    const token = tokens[index];
    if (token === undefined) return '';
    const code = `<code${markdown.renderer.renderAttrs(token)}>${markdown.utils.escapeHtml(token.content)}</code>`;
    const first = token.meta?.['firstLine'];
    return typeof first === 'number'
      ? `<pre class="numbered">${gutter(first, linesOf(token))}${code}</pre>\n`
      : `<pre>${code}</pre>\n`;
  };
}

function readFence(info: string, next: number): FenceInfo {
  const [word = ''] = info.split(/\s+/);
  const name = word.replace(/!$/, '');
  const [, number] = NUMBERS.exec(name) ?? [];
  const numbered = NUMBERS.test(name);
  const first = number === '+' ? next : Number(number ?? 1);
  return { language: name.replace(NUMBERS, ''), firstLine: numbered ? first : null, wrap: info.endsWith('!') };
}

function linesOf({ content }: Token): number {
  return content.split('\n').length - 1;
}

/** Empty marks that the style sheet counts, so that the numbers are neither searched nor copied with the code. */
function gutter(firstLine: number, lines: number): string {
  return `<span class="gutter" style="counter-reset: line ${firstLine - 1}">${'<i></i>'.repeat(lines)}</span>`;
}
