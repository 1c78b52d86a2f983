/** A picture as Markdown: what it shows between the brackets, so that it stays one picture whatever was typed there. */
export function pictureMarkdown(reference: string, alt: string): string {
  return `![${escapeAlt(alt)}](${reference})`;
}

/** A description on one line, with everything that would end or format it taken as it is. */
export function escapeAlt(alt: string): string {
  return alt
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll(/[\\[\]`*_<>&!]/g, '\\$&');
}
