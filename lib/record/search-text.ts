import { plainText } from '#lib/slides/plain-text.ts';

const INVISIBLE = /<style\b[\s\S]*?(?:<\/style>|$)|<!--[\s\S]*?(?:-->|$)/gi;
const MAX_LENGTH = 100_000;

/** The words of a slide for search: its text and speaker notes without markup, a line each. */
export function searchText(markdown: string): string {
  const visible = markdown.slice(0, MAX_LENGTH).replaceAll(INVISIBLE, ' ');
  return visible
    .split(/\r\n?|\n/)
    .map((line) => plainText(line.replace(/^\s*(?:[#>|]+|[-*+]|\d+[.)])\s+/, '')))
    .filter((line) => line !== '')
    .join('\n');
}
