const FRONT_MATTER = /^---\n[\s\S]*?\n---\n/;
/** HedgeDoc 1.12's own separators. */
const SEPARATOR = /^(\r\n?|\n)---(\r\n?|\n)$|^(\r\n?|\n)----(\r\n?|\n)$/gm;
const VERTICAL = /----/;

/** The Markdown of all slides as HedgeDoc 1.12 cuts them: columns of one slide or several. */
export function cutWholeDeck(text: string): readonly (readonly string[])[] {
  const deck = text.replace(FRONT_MATTER, '');
  const columns: string[][] = [[]];
  let from = 0;
  for (const match of deck.matchAll(SEPARATOR)) {
    columns.at(-1)?.push(deck.slice(from, match.index));
    from = match.index + match[0].length;
    if (!VERTICAL.test(match[0])) columns.push([]);
  }
  columns.at(-1)?.push(deck.slice(from));
  return columns;
}
