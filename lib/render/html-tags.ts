/**
 * The elements that a deck may write as raw HTML, and why: what HedgeDoc 1.x lets through, without `section` (reveal.js would take it
 * for a slide), `iframe`, `video` and `audio` (they load what nobody asked for: a card stands for them). Everything else is shown as
 * text, because people write `<namespace>` and `<YOUR_VERSION>` and mean it.
 */
export const DECK_TAG_GROUPS = [
  { names: 'h1 h2 h3 h4 h5 h6 p hr br wbr', why: 'Headings, paragraphs and breaks.' },
  { names: 'div span center', why: 'Boxes and spans that carry the style of a deck.' },
  {
    names: 'address article aside footer header main nav blockquote pre figure figcaption details summary',
    why: 'Parts of a text by what they mean; they do nothing but stand there.',
  },
  { names: 'ul ol li dl dt dd', why: 'Lists.' },
  { names: 'table caption colgroup col thead tbody tfoot tr th td', why: 'Tables.' },
  {
    names: 'a abbr b bdi bdo cite code del dfn em i ins kbd mark q s samp small strong sub sup time u var',
    why: 'Words that are marked in a text; addresses of links are checked.',
  },
  { names: 'big font strike tt', why: 'What old decks mark words with: `font` is in nearly every one.' },
  { names: 'ruby rp rt', why: 'Readings above characters.' },
  { names: 'img', why: 'Pictures; their addresses are checked.' },
  { names: 'style', why: "A deck's own CSS; the stage takes it out of the slide, filters and scopes it." },
] as const;

const DECK_TAGS: ReadonlySet<string> = new Set(DECK_TAG_GROUPS.flatMap(({ names }) => names.split(' ')));

/** Whether a deck may write this element as raw HTML. */
export function isDeckTag(name: string): boolean {
  return DECK_TAGS.has(name.toLowerCase());
}

const TAG = /<(\/?)([a-zA-Z][^\s<>/"'=]*)/g;

/** Raw HTML with the tags that no deck may use turned into text, and `</br>`, which people write for a line break, into one. */
export function showUnknownTags(html: string): string {
  return html.replace(TAG, (tag, slash: string, name: string) => {
    const known = name.toLowerCase();
    if (slash !== '' && known === 'br') return '<br';
    return isDeckTag(known) ? tag : `&lt;${slash}${name}`;
  });
}
