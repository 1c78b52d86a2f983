import { skipBlanks, type Lines } from './lines.ts';

/** The kinds of raw HTML that Markdown reads on across blank lines until their own end. */
interface HtmlBlockKind {
  readonly opener: RegExp;
  readonly closer: RegExp;
}

const KINDS: readonly HtmlBlockKind[] = [
  { opener: /^<!--/, closer: /-->/g },
  {
    opener: /^<(?:script|pre|style|textarea)(?=[\s>]|$)/i,
    closer: /<\/(?:script|pre|style|textarea)>/gi,
  },
  { opener: /^<\?/, closer: /\?>/g },
  { opener: /^<!\[CDATA\[/, closer: /\]\]>/g },
  { opener: /^<![A-Za-z]/, closer: />/g },
];

const COMMENT = /<!--/g;
const OPENER_LENGTH = 12;

/** A raw HTML block that begins on a line: `closeAt` is the offset of its end mark, or -1 when it has none. */
export interface HtmlBlock {
  readonly comment: boolean;
  /** Blanks before it. */
  readonly indent: number;
  readonly closeAt: number;
}

/** Finds where raw HTML blocks end, in one run over the text whatever it contains: each search goes on where the last one stopped. */
export class HtmlBlockFinder {
  readonly #text: string;
  readonly #found = new Map<RegExp, number>();

  constructor(text: string) {
    this.#text = text;
  }

  /** The block that line `index` opens, or null. Lines must be asked for in order. */
  blockAt(lines: Lines, index: number): HtmlBlock | null {
    const start = lines.starts[index] ?? this.#text.length;
    const at = skipBlanks(this.#text, start, lines.ends[index] ?? this.#text.length);
    if (this.#text[at] !== '<' || at - start > 3) return null;
    const head = this.#text.slice(at, Math.min(at + OPENER_LENGTH, lines.ends[index] ?? at));
    const kind = KINDS.find(({ opener }) => opener.test(head));
    if (kind === undefined) return null;
    return {
      comment: kind === KINDS[0],
      indent: at - start,
      closeAt: this.#next(kind.closer, at + 2),
    };
  }

  /** Offset of the next `<!--` at or after `from`, or -1. */
  nextComment(from: number): number {
    return this.#next(COMMENT, from);
  }

  #next(pattern: RegExp, from: number): number {
    const known = this.#found.get(pattern);
    if (known !== undefined && (known === -1 || known >= from)) return known;
    pattern.lastIndex = from;
    const found = pattern.exec(this.#text)?.index ?? -1;
    this.#found.set(pattern, found);
    return found;
  }
}
