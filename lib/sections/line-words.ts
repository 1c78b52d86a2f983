/** A link in a line: which of its words it stands on. */
export interface LineLink {
  readonly from: number;
  readonly to: number;
  readonly address: string;
}

/** What a line of Markdown says without what dresses it. */
export interface LineWords {
  readonly text: string;
  /** Offset in the line of each character of the text, and of the line's end. */
  readonly offsets: readonly number[];
  /** In offsets of the text. */
  readonly links: readonly LineLink[];
}

const PIECE =
  /<!--.*?-->|<br\s*\/?>|<\/br\s*>|<(?:https?:\/\/[^\s<>]*)>|<[^<>]*>|\]\([^()]*\)|!?\[|\]|&(?:nbsp|amp);|\\[!-/:-@[-`{-~]|[*~`]+|_+|[^]/giu;
const ENTITIES: Readonly<Record<string, string>> = { '&nbsp;': ' ', '&amp;': '&' };
const HREF = /\bhref\s*=\s*["']?([^"'\s>]*)/i;

/** Reads a line. Tags are blanks, `<br>` is a line break, emphasis and links leave their words. At most quadratic: bound the line. */
export function lineWords(line: string): LineWords {
  const words = new Words();
  for (const { 0: piece, index } of line.matchAll(PIECE)) words.read(piece, index, line);
  return words.finish(line.length);
}

class Words implements LineWords {
  text = '';
  readonly offsets: number[] = [];
  readonly links: LineLink[] = [];
  #opened: { readonly from: number; readonly address: string } | null = null;

  read(piece: string, at: number, line: string): void {
    if (piece.startsWith('<')) this.#readTag(piece, at);
    else if (piece.startsWith('](')) this.#closeLink(piece.slice(2, -1));
    else if (piece.endsWith('[')) this.#opened = { from: this.text.length, address: '' };
    else if (piece.startsWith('_')) this.#readUnderscores(piece, at, line);
    else if (!/^[\]*~`]/.test(piece)) this.#addLiteral(piece, at);
  }

  finish(end: number): LineWords {
    this.offsets.push(end);
    return this;
  }

  #add(text: string, at: number): void {
    for (let index = 0; index < text.length; index++) this.offsets.push(at + index);
    this.text += text;
  }

  #addLiteral(piece: string, at: number): void {
    const entity = ENTITIES[piece];
    if (entity !== undefined) this.#add(entity, at);
    else if (piece.length === 2 && piece.startsWith('\\')) this.#add(piece.slice(1), at + 1);
    else this.#add(piece, at);
  }

  #readTag(tag: string, at: number): void {
    if (/^<\/?br/i.test(tag)) this.#add('\n', at);
    else if (/^<https?:/i.test(tag)) this.#add(tag.slice(1, -1), at + 1);
    else this.#add(' ', at);
    if (/^<a\s/i.test(tag)) this.#opened = { from: this.text.length, address: HREF.exec(tag)?.[1] ?? '' };
    else if (/^<\/a\s*>/i.test(tag)) this.#closeLink(this.#opened?.address ?? '');
  }

  #closeLink(address: string): void {
    if (this.#opened !== null) this.links.push({ from: this.#opened.from, to: this.text.length, address });
    this.#opened = null;
  }

  /** Within a word they are part of it. */
  #readUnderscores(marks: string, at: number, line: string): void {
    const inWord = /[\w@]/.test(line.charAt(at - 1)) && /\w/.test(line.charAt(at + marks.length));
    if (inWord) this.#add(marks, at);
  }
}
