import { searchText } from './search-text.ts';

const LONGEST = 200;
const NOTES = /^notes?:/im;

/**
 * A text in at most 200 characters of plain words on one line, cut at a word: for previews and search engines. Markup, speaker notes
 * and repeated lines are left out, and so is what `without` says.
 */
export function describe(markdown: string, without: readonly string[] = []): string {
  const cut = markdown.search(NOTES);
  const lines = searchText(cut === -1 ? markdown : markdown.slice(0, cut))
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /[\p{L}\p{N}]/u.test(line) && !without.includes(line));
  return shorten([...new Set(lines)].join(' · '), LONGEST);
}

/** The text, or its beginning to the last whole word within so many characters, with an ellipsis. */
export function shorten(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const room = text.slice(0, longest - 1).toWellFormed();
  const end = room.search(/\s+\S*$/);
  // A single word of that length is cut anywhere.
  return `${room
    .slice(0, end > longest / 2 ? end : undefined)
    .replace(/[\s·,;:–-]+$/u, '')
    .replace(/\uFFFD$/, '')}…`;
}
