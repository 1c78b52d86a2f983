import type { MarkdownIt } from 'markdown-it';

const TOC = /^\[TOC\]$/i;

/** `[TOC]` alone in a paragraph is the place of a table of contents. On slides HedgeDoc 1.x leaves it empty, and so it stays. */
export function tocRule(markdown: MarkdownIt): void {
  markdown.core.ruler.after('inline', 'toc', ({ tokens, Token }) => {
    tokens.forEach((token, index) => {
      const [open, close] = [tokens[index - 1], tokens[index + 1]];
      if (token.type !== 'inline' || open?.type !== 'paragraph_open' || !TOC.test(token.content.trim())) return;
      open.hidden = true;
      if (close !== undefined) close.hidden = true;
      token.children = [new Token('toc', 'div', 0)];
    });
  });
  markdown.renderer.rules['toc'] = () => '<div class="toc"></div>';
}
