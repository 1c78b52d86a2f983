import type { MarkdownIt, Token } from 'markdown-it';
import container from 'markdown-it-container';

const ALERTS = ['success', 'info', 'warning', 'danger'] as const;

/** `:::info` … `:::` and its three sisters, and `:::spoiler Title`. Further words after an alert's name become classes, as in 1.x. */
export function containerRules(markdown: MarkdownIt): void {
  for (const alert of ALERTS) {
    container(markdown, alert, {
      render: (tokens, index) => {
        const token = tokens[index];
        return token?.nesting === 1
          ? `<div class="alert ${markdown.utils.escapeHtml(classesOf(token))}">\n`
          : '</div>\n';
      },
    });
  }
  container(markdown, 'spoiler', {
    render: (tokens, index) => {
      const token = tokens[index];
      if (token?.nesting !== 1) return '</details>\n';
      const title = token.info.trim().slice('spoiler'.length).trim();
      return `<details><summary>${markdown.utils.escapeHtml(title === '' ? '…' : title)}</summary>\n`;
    },
  });
}

function classesOf(token: Token): string {
  const [kind = '', ...words] = token.info.trim().split(/\s+/);
  return [`alert-${kind}`, ...words].join(' ');
}
