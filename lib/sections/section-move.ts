import type { DeckModel, Section, SourceRange } from '#lib/slides/deck-model.ts';
import { NO_HEADINGS, type KnownHeadings } from '#lib/slides/known-headings.ts';
import { parseDeck } from '#lib/slides/parse-deck.ts';

/** A stretch of the text that changes places with its neighbour, and what has to change at its ends so that it stays a section. */
export interface Stretch extends SourceRange {
  /** So many UTF-16 units at its beginning are replaced by `head`: its separator. */
  readonly drop: number;
  readonly head: string;
  /** Comes behind its end: line ends that it lacks. */
  readonly tail: string;
}

/** Two stretches that lie one behind the other, and change places. */
export interface SectionMove {
  readonly first: Stretch;
  readonly second: Stretch;
}

const SEPARATOR = '---\n';

/**
 * How section number `from` becomes number `to`: as two neighbouring stretches that change places. Only separators and line ends
 * are added or taken; null when nothing would move, or when the text would not come out as the same sections in that order.
 */
export function moveEdit(
  model: DeckModel,
  { from, to, known = NO_HEADINGS }: { readonly from: number; readonly to: number; readonly known?: KnownHeadings },
): SectionMove | null {
  const { sections } = model;
  const [low, high] = from < to ? [from, to] : [to, from];
  const middle = from < to ? from + 1 : from;
  if (low === high || low < 0 || high >= sections.length) return null;
  const [before, behind] = [sections.slice(low, middle), sections.slice(middle, high + 1)];
  const move = stretchesOf(model, before, behind);
  const wanted = [...sections.slice(0, low), ...behind, ...before, ...sections.slice(high + 1)];
  return move !== null && isAs(parseDeck(movedText(model.text, move), undefined, known), model, wanted) ? move : null;
}

/** The text after a move. */
export function movedText(text: string, { first, second }: SectionMove): string {
  return text.slice(0, first.from) + stretchText(text, second) + stretchText(text, first) + text.slice(second.to);
}

/** A stretch as it stands after the move. */
export function stretchText(text: string, { from, to, drop, head, tail }: Stretch): string {
  return head + text.slice(from + drop, to) + tail;
}

function stretchesOf(model: DeckModel, before: readonly Section[], behind: readonly Section[]): SectionMove | null {
  const [one, other] = [before[0], behind[0]];
  const end = behind.at(-1)?.range.to;
  if (one === undefined || other === undefined || end === undefined) return null;
  const first = { from: one.range.from, to: other.range.from };
  const second = { from: other.range.from, to: end };
  const tail = blankLineFor(model.text.slice(second.from, second.to));
  const [firstHead, secondHead] = [headOf(model, one), headOf(model, other)];
  // What stood first had no separator: it takes over its neighbour's.
  if (one.fromSlide === 0) {
    const gap = /^[ \t]*(?:\r?\n|$)/.test(model.text.slice(first.from, first.to)) ? '' : '\n';
    return {
      first: { ...first, drop: 0, head: SEPARATOR + gap, tail: '' },
      second: { ...second, drop: secondHead.length, head: '', tail },
    };
  }
  // Two in one stack stay in it; else each is a column of its own.
  const both = firstHead.vertical && secondHead.vertical;
  return {
    first: { ...first, ...(both ? KEEP : asColumn(firstHead)), tail: '' },
    second: { ...second, ...(both ? KEEP : asColumn(secondHead)), tail },
  };
}

const KEEP = { drop: 0, head: '' };

interface Head {
  readonly vertical: boolean;
  /** Of the separator's line with its end. */
  readonly length: number;
}

function headOf({ slides }: DeckModel, { fromSlide }: Section): Head {
  const slide = slides[fromSlide];
  return { vertical: (slide?.v ?? 0) > 0, length: slide === undefined ? 0 : slide.body.from - slide.range.from };
}

function asColumn({ vertical, length }: Head): Pick<Stretch, 'drop' | 'head'> {
  return vertical ? { drop: length, head: SEPARATOR } : KEEP;
}

/** The line ends that a text lacks for a separator to follow: it needs an empty line before it. */
export function blankLineFor(text: string): string {
  if (/\n[ \t]*\r?\n[ \t]*$/.test(text)) return '';
  return /\n[ \t]*$/.test(text) ? '\n' : '\n\n';
}

function isAs(after: DeckModel, before: DeckModel, wanted: readonly Section[]): boolean {
  return (
    after.slides.length === before.slides.length &&
    after.sections.length === wanted.length &&
    after.sections.every((section, index) => {
      const same = wanted[index];
      return (
        same !== undefined &&
        section.title === same.title &&
        section.toSlide - section.fromSlide === same.toSlide - same.fromSlide
      );
    })
  );
}
