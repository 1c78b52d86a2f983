import type { MarkdownIt } from 'markdown-it';

/** Finds addresses in text as HedgeDoc 1.x does: without a scheme too, and mail addresses only under the top-level domains it knows. */
export function linkifyRule(markdown: MarkdownIt): void {
  const { linkify } = markdown;
  linkify.set({ fuzzyLink: true });
  const match = linkify.match.bind(linkify);
  linkify.match = (text) => {
    const links = match(text) ?? [];
    return links.filter(
      ({ schema, raw }) => schema !== 'mailto:' || raw.startsWith('mailto:') || linkify.test(hostOf(raw)),
    );
  };
}

function hostOf(mail: string): string {
  return mail.slice(mail.lastIndexOf('@') + 1);
}
