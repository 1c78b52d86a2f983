/**
 * The elements that a deck may write as raw HTML: what HedgeDoc 1.x lets through, without `section` (reveal.js would take it for a
 * slide), `iframe`, `video` and `audio` (they load what nobody asked for: a card stands for them). Everything else is shown as text,
 * because people write `<namespace>` and `<YOUR_VERSION>` and mean it.
 */
export const DECK_TAGS: ReadonlySet<string> = new Set(
  (
    'a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del details dfn div dl dt em ' +
    'figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark nav ol p pre q rp rt ruby s samp small span ' +
    'strike strong style sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr'
  ).split(' '),
);

const TAG = /<(\/?)([a-zA-Z][^\s<>/"'=]*)/g;

/** Raw HTML with the tags that no deck may use turned into text, and `</br>`, which people write for a line break, into one. */
export function showUnknownTags(html: string): string {
  return html.replace(TAG, (tag, slash: string, name: string) => {
    const known = name.toLowerCase();
    if (slash !== '' && known === 'br') return '<br';
    return DECK_TAGS.has(known) ? tag : `&lt;${slash}${name}`;
  });
}
