/** Words of a row, so that nothing in them is markup on a slide. */
export function escapeMarkdown(words: string): string {
  return words.replaceAll(/\s+/g, ' ').replaceAll(/[\\`*_{}[\]<>()#+\-.!|~^=:$&@]/g, String.raw`\$&`);
}
