import { without, type Range } from './ranges.ts';
import type { Run } from './trace.ts';

/** Characters of the history, in its order. */
export interface Piece {
  readonly run: Run;
  /** Offset in the text of today. */
  readonly at: number;
  readonly index: number;
}

/** Words that would be there twice, or not at all, because they were moved. */
export interface Moved {
  readonly words: string;
  /** What stands there now: where, by whom, since when. */
  readonly at: number;
  readonly client: number;
  readonly row: number;
}

/** Which characters were moved. */
export interface MovedWords {
  /** By the index of a run: half-open ranges of its text. */
  readonly ranges: ReadonlyMap<number, readonly Range[]>;
  readonly words: readonly Moved[];
}

/** Shorter words are found in many texts by chance. */
const SHORTEST = 8;

export interface Moves {
  /** What comes back. */
  readonly back: readonly Piece[];
  /** What others wrote after that was taken out, and still stands. */
  readonly since: readonly Piece[];
  /** What others took out. */
  readonly gone: readonly Piece[];
  /** Who is behind a row. */
  readonly authorOf: (row: number) => string | null;
}

/**
 * Which of the characters that come back stand in what others wrote since: what was pasted in one piece, whole lines, and what those
 * others had taken out elsewhere. Cut and paste is all that Yjs has for moving, and who has lost words pastes them again.
 */
export function wordsElsewhere({ back, since, gone, authorOf }: Moves): MovedWords {
  const stretches = joined(back, besideOut);
  const cut = cutBy(gone, authorOf);
  const found = new Cover(stretches, ({ deleted }, { row }) => (deleted[0] ?? Infinity) <= row);
  // What comes back may have been written after other words that come back were taken out, and instead of them.
  const again = joined(back, (last, next) => besideOut(last, next) && last.run.inserted === next.run.inserted);
  const blocks = [...blocksOf(since), ...again.flatMap(({ text, pieces }) => blockOf(text, pieces))];
  for (const block of found.starts.size === 0 ? [] : blocks)
    if (!found.take(block)) found.takeParts(block, cut.get(authorOf(block.row)) ?? []);
  return found;
}

export interface Brought {
  readonly goes: readonly Piece[];
  readonly back: readonly Piece[];
  /** What the same person had taken out before what is taken back. */
  readonly cut: readonly Piece[];
}

/**
 * Which of the characters that go were only moved, and cut before what is taken back: they would be lost. What was cut since then
 * comes back by itself.
 */
export function wordsBrought({ goes, back, cut }: Brought): MovedWords {
  const found = new Cover(joined(goes, follows), () => true);
  if (found.starts.size === 0 || cut.length === 0) return found;
  found.takeStretches(back);
  found.forget();
  found.takeStretches(cut);
  return found;
}

/** Looks for words in stretches of text; what was found once is not found again. */
class Cover implements MovedWords {
  readonly starts: Starts;
  readonly work = new Work();
  readonly ranges = new Map<number, Range[]>();
  readonly words: Moved[] = [];
  readonly #before = new Map<number, readonly Range[]>();
  readonly #fits: (run: Run, block: Block) => boolean;

  constructor(stretches: readonly Stretch[], fits: (run: Run, block: Block) => boolean) {
    this.starts = startsOf(stretches);
    this.#fits = fits;
  }

  /** Takes what is free of the first place that says this, if that is more than chance. */
  take(block: Block): boolean {
    for (const { stretch, offset } of this.placesFor(block)) {
      if (!stretch.text.startsWith(block.text, offset)) continue;
      const free = this.#free(within(stretch, offset, block.text.length), block);
      if (free.reduce((length, { from, to }) => length + to - from, 0) < SHORTEST) continue;
      for (const { piece, from, to } of free)
        this.ranges.set(piece.index, [...(this.ranges.get(piece.index) ?? []), { from, to }].toSorted(byStart));
      this.words.push({ words: block.text.trim(), at: block.at, client: block.client, row: block.row });
      return true;
    }
    return false;
  }

  /** Where a block may begin that is not what it was made of. */
  placesFor(block: Block): readonly Found[] {
    return (this.starts.get(block.text.slice(0, SHORTEST)) ?? []).filter(
      ({ stretch, offset }) => this.#free(within(stretch, offset, SHORTEST), block).length > 0,
    );
  }

  /** Takes the parts of a block, from word to word, that stand in one of these texts as well. */
  takeParts(block: Block, texts: readonly string[]): void {
    for (const part of texts.length === 0 ? [] : partsOf(block, this, texts)) this.take(part);
  }

  /** Takes what stands in stretches of text elsewhere. */
  takeStretches(pieces: readonly Piece[]): void {
    for (const { text, pieces: own } of joined(pieces, (last, next) => last.at === next.at))
      for (const block of blockOf(text, own)) this.takeParts(block, [text]);
  }

  /** Answers no more for what was found so far; it is not found again. */
  forget(): void {
    for (const [index, ranges] of this.ranges) this.#before.set(index, ranges);
    this.ranges.clear();
    this.words.length = 0;
  }

  #free(parts: readonly Part[], block: Block): readonly Part[] {
    return parts.flatMap(({ piece, ...range }) => {
      const { run, index } = piece;
      if (block.own.has(index) || !this.#fits(run, block)) return [];
      const known = [...(this.ranges.get(index) ?? []), ...(this.#before.get(index) ?? [])].toSorted(byStart);
      return without(range, known).map((free) => ({ ...free, piece }));
    });
  }
}

function byStart(a: Range, b: Range): number {
  return a.from - b.from;
}

/** What each author took out, in stretches. */
function cutBy(gone: readonly Piece[], authorOf: Moves['authorOf']): ReadonlyMap<string | null, readonly string[]> {
  const cut = new Map<string | null, string[]>();
  const row = ({ run }: Piece): number => run.deleted[0] ?? 0;
  for (const { text, pieces } of joined(gone, (last, next) => last.at === next.at && row(last) === row(next))) {
    const [first] = pieces;
    const author = first === undefined ? null : authorOf(row(first));
    cut.set(author, [...(cut.get(author) ?? []), text]);
  }
  return cut;
}

/** Comparisons of characters that one look may take: what says the same thousands of times is not worth more. */
const MOST_WORK = 4_000_000;

class Work {
  #left = MOST_WORK;

  /** False once it was too much. */
  spend(steps: number): boolean {
    this.#left -= steps;
    return this.#left > 0;
  }
}

/** The longest parts of a block, from word to word, that stand in stretches and in one of these texts as well. */
function partsOf(block: Block, cover: Cover, texts: readonly string[]): readonly Block[] {
  const { work } = cover;
  const parts: Block[] = [];
  for (let from = 0; from + SHORTEST <= block.text.length && work.spend(1);) {
    const text = block.text.slice(from);
    // From word to word: blanks that two parts share would keep the second from being found.
    const places = splitsWord(block.text, from) || /^\s/.test(text) ? [] : cover.placesFor({ ...block, text });
    const length = longest(
      text,
      places.map((place) => commonLength(text, place, work)),
      (beginning) => texts.some((other) => work.spend(other.length / 8) && other.includes(beginning)),
    );
    if (length > 0) parts.push({ ...block, text: text.slice(0, length), at: block.at + from });
    from += Math.max(length, 1);
  }
  return parts;
}

/** The longest of some beginnings of a text that is good, or of the beginnings that end with a word before. */
function longest(text: string, lengths: readonly number[], isGood: (beginning: string) => boolean): number {
  for (let length = Math.max(0, ...lengths); length >= SHORTEST; length = wordBefore(text, length))
    if (isGood(text.slice(0, length))) return length;
  return 0;
}

function wordBefore(text: string, length: number): number {
  return text.slice(0, length).search(/\s+\S*$/);
}

/** How much of a text a stretch says from a place on, up to the end of a word in both. */
function commonLength(text: string, { stretch, offset }: Found, work: Work): number {
  let length = SHORTEST;
  while (length < text.length && text[length] === stretch.text[offset + length] && work.spend(1)) length += 1;
  while (length > 0 && (splitsWord(text, length) || splitsWord(stretch.text, offset + length))) length -= 1;
  return text.slice(0, length).trimEnd().length;
}

const WORD = /[\p{L}\p{N}]/u;

function splitsWord(text: string, at: number): boolean {
  return WORD.test(text[at - 1] ?? '') && WORD.test(text[at] ?? '');
}

interface Stretch {
  readonly text: string;
  readonly pieces: readonly Piece[];
}

interface Block extends Moved {
  /** Indexes of the pieces that it was made of: it is not found in itself. */
  readonly own: ReadonlySet<number>;
  readonly text: string;
}

function joined(pieces: readonly Piece[], together: (last: Piece, next: Piece) => boolean): readonly Stretch[] {
  const groups: Piece[][] = [];
  for (const piece of pieces) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group !== undefined && last !== undefined && together(last, piece)) group.push(piece);
    else groups.push([piece]);
  }
  return groups.map((group) => ({ text: group.map(({ run }) => run.text).join(''), pieces: group }));
}

/** Every place where a word may begin, by what stands there. */
function startsOf(stretches: readonly Stretch[]): Starts {
  const starts = new Map<string, Found[]>();
  for (const stretch of stretches)
    for (let offset = 0; offset + SHORTEST <= stretch.text.length; offset += 1) {
      const key = stretch.text.slice(offset, offset + SHORTEST);
      const found = starts.get(key);
      if (found === undefined) starts.set(key, [{ stretch, offset }]);
      else if (found.length < MOST_PLACES) found.push({ stretch, offset });
    }
  return starts;
}

type Starts = ReadonlyMap<string, readonly Found[]>;

interface Found {
  readonly stretch: Stretch;
  readonly offset: number;
}

/** A text that says the same a thousand times is not looked through as often. */
const MOST_PLACES = 200;

/** What came in one piece, and whole lines of what did not. */
function blocksOf(since: readonly Piece[]): readonly Block[] {
  const whole = joined(since, (last, next) => follows(last, next) && last.run.inserted === next.run.inserted);
  return [
    ...whole.flatMap(({ text, pieces }) => blockOf(text, pieces)),
    ...joined(since, follows).flatMap(({ text, pieces }) => linesOf(text, pieces)),
  ];
}

/** Of what is not there: nothing that is seen stands between them. */
function besideOut(last: Piece, next: Piece): boolean {
  return next.index === last.index + 1 || next.at === last.at;
}

function follows(last: Piece, next: Piece): boolean {
  return next.index === last.index + 1 || next.at === last.at + last.run.text.length;
}

/** Nothing for what is shorter than a word that is nobody's by chance. */
function blockOf(text: string, pieces: readonly Piece[]): readonly Block[] {
  const [first] = pieces;
  if (first === undefined || text.trim().length < SHORTEST) return [];
  const row = pieces.reduce((least, { run }) => Math.min(least, run.inserted), Infinity);
  const own = new Set(pieces.map(({ index }) => index));
  return [{ text, words: text.trim(), at: first.at, client: first.run.client, row, own }];
}

function linesOf(text: string, pieces: readonly Piece[]): readonly Block[] {
  const stretch = { text, pieces };
  const blocks: Block[] = [];
  let offset = 0;
  for (const line of text.split('\n')) {
    const own = within(stretch, offset, line.length).map(({ piece }) => piece);
    blocks.push(...blockOf(line.trim(), own));
    offset += line.length + 1;
  }
  return blocks;
}

/** A range of a piece's text. */
interface Part extends Range {
  readonly piece: Piece;
}

/** The pieces that a range of a stretch goes over, each with the range of its own text. */
function within({ pieces }: Stretch, offset: number, length: number): readonly Part[] {
  let start = 0;
  return pieces.flatMap((piece) => {
    const [from, to] = [Math.max(offset - start, 0), Math.min(offset + length - start, piece.run.text.length)];
    start += piece.run.text.length;
    return from < to ? [{ piece, from, to }] : [];
  });
}
