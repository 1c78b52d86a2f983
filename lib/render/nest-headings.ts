const TAG = /<(\/?)h([1-6])>/g;

/**
 * HTML of `renderReading` with its headings put below one of this level (1 to 5), without leaving any level out: a slide may begin with
 * its smallest heading. Text and attributes are escaped there, so what looks like a tag is one.
 */
export function nestHeadings(html: string, under: number): string {
  let above = under;
  return html.replaceAll(TAG, (_tag, end: string, written: string) => {
    if (end === '/') return `</h${above}>`;
    above = Math.min(6, above + 1, under + Number(written));
    return `<h${above}>`;
  });
}
