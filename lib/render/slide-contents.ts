/** What a slide shows, read from its HTML: the facts by which two renderers of one deck can be compared. */
export interface SlideContents {
  readonly headings: readonly { readonly level: number; readonly text: string }[];
  /** All words: one blank at each edge of a block and at a line break, white space collapsed; without emoji names and diagrams. */
  readonly text: string;
  readonly images: readonly {
    readonly src: string | null;
    readonly width: string | null;
    readonly height: string | null;
  }[];
  readonly links: readonly { readonly href: string | null; readonly text: string }[];
  readonly listItems: number;
}

const BLOCKS = new Set(
  (
    'ADDRESS ARTICLE ASIDE BLOCKQUOTE CENTER DD DETAILS DIV DL DT FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE ' +
    'SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL CAPTION'
  ).split(' '),
);

/** Emoji are pictures elsewhere; the languages are those that HedgeDoc 1.x draws as diagrams. */
const NO_WORDS = 'style, .emoji, pre:has(> code:is(.mermaid, .graphviz, .flow, .sequence, .abc))';

/** Reads the contents of a slide that was rendered and sanitised. */
export function slideContents(slide: Element): SlideContents {
  return {
    headings: Array.from(slide.querySelectorAll('h1, h2, h3, h4, h5, h6'), (heading) => ({
      level: Number(heading.localName.slice(1)),
      text: wordsOf(heading).trim(),
    })),
    text: wordsOf(slide).trim(),
    images: Array.from(slide.querySelectorAll('img'), (image) => ({
      src: image.getAttribute('src'),
      width: image.getAttribute('width'),
      height: image.getAttribute('height'),
    })),
    links: Array.from(slide.querySelectorAll('a'), (link) => ({
      href: link.getAttribute('href'),
      text: wordsOf(link).trim(),
    })),
    listItems: slide.querySelectorAll('li').length,
  };
}

function wordsOf(element: Element): string {
  const parts = Array.from(element.childNodes, (node) => {
    if (node.nodeType === node.TEXT_NODE) return node.nodeValue ?? '';
    return isElement(node) ? wordsIn(node) : '';
  });
  return parts.join('').replaceAll(/\s+/g, ' ');
}

function isElement(node: Node): node is Element {
  return node.nodeType === node.ELEMENT_NODE;
}

function wordsIn(child: Element): string {
  if (child.matches(NO_WORDS)) return '';
  if (child.tagName === 'BR') return ' ';
  return BLOCKS.has(child.tagName) ? ` ${wordsOf(child)} ` : wordsOf(child);
}
