import type { DeckModel, SourceRange } from '#lib/slides/deck-model.ts';
import { slideAt } from '#lib/slides/slide-at.ts';
import { namesPicture } from '#lib/stage/picture-address.ts';
import { deckBackground } from './deck-background.ts';
import { plainAddress } from './plain-address.ts';
import { scanPictures, type PictureCandidate } from './scan-pictures.ts';
import { slideComments } from './slide-comments.ts';
import { slideSight } from './slide-sight.ts';
import type { BackgroundPicture, PictureParts, TextPicture, WrittenPicture } from './written-picture.ts';

/**
 * The pictures in a slide's text that can be edited, in the order in which the slide shows them. What reads like a picture and is none,
 * in code or in a comment, is left out: each address is marked, and the renderer of the stage says which marks became pictures.
 */
export function picturesOf(model: DeckModel, slide: number): readonly TextPicture[] {
  const { source = '', body = { from: 0, to: 0 } } = model.slides[slide] ?? {};
  const candidates = scanPictures(source);
  if (candidates.length === 0) return [];
  const mark = markFor(source);
  const seen = slideSight(marked(source, candidates, mark)).pictures;
  return seen.flatMap(({ address, alt }, index) => {
    const candidate = candidates[markOf(address, mark)];
    return candidate === undefined ? [] : [placed(candidate, { slide, index, alt, body, source })];
  });
}

/** Every picture that a slide shows: in its text, behind it, and behind all slides. */
export function everyPictureOf(model: DeckModel, slide: number): readonly WrittenPicture[] {
  const behind = [slideBackground(model, slide), deckBackground(model)];
  return [...picturesOf(model, slide), ...behind.filter((picture) => picture !== null)];
}

/** The picture that the text names at this offset, or null. */
export function pictureAt(model: DeckModel, offset: number): WrittenPicture | null {
  const slide = slideAt(model, offset);
  return everyPictureOf(model, slide).find(({ range }) => range.from <= offset && offset <= range.to) ?? null;
}

/** The picture behind a slide of its own, or null. */
export function slideBackground(model: DeckModel, slide: number): BackgroundPicture | null {
  const { attributes = {} } = model.slides[slide] ?? {};
  const any = attributes['data-background'] ?? '';
  const address = attributes['data-background-image'] ?? (namesPicture(any) ? any : '');
  if (address.trim() === '') return null;
  const comment = slideComments(model, slide).findLast((each) =>
    each.attributes.some(({ value }) => value === address),
  );
  if (comment === undefined) return null;
  const opacity = Number.parseFloat(attributes['data-background-opacity'] ?? '');
  return {
    place: 'slide',
    slide,
    range: comment.range,
    address: address.trim(),
    opacity: Number.isFinite(opacity) ? opacity : null,
  };
}

/** A word that stands nowhere in the text. */
function markFor(source: string): string {
  let mark = 'zqz';
  while (source.includes(mark)) mark += 'qz';
  return mark;
}

function marked(source: string, candidates: readonly PictureCandidate[], mark: string): string {
  let text = source;
  // From the end, so that earlier offsets stay true.
  const ends = candidates.map(({ parts }, at) => ({ to: parts.address.to, at })).toSorted((a, b) => b.to - a.to);
  for (const { to, at } of ends) text = `${text.slice(0, to)}${mark}${at}${mark}${text.slice(to)}`;
  return text;
}

function markOf(address: string, mark: string): number {
  const [, number] = address.split(mark);
  return number === undefined ? -1 : Number(number);
}

interface Place {
  readonly slide: number;
  readonly index: number;
  readonly alt: string;
  readonly body: SourceRange;
  readonly source: string;
}

function placed({ range, size, parts }: PictureCandidate, place: Place): TextPicture {
  const { slide, index, alt, body, source } = place;
  const written = source.slice(parts.address.from, parts.address.to);
  return {
    place: 'text',
    slide,
    index,
    alt,
    size,
    address: plainAddress(written, parts.kind),
    range: movedBy(range, body.from),
    parts: partsMovedBy(parts, body.from),
  };
}

function movedBy({ from, to }: SourceRange, by: number): SourceRange {
  return { from: from + by, to: to + by };
}

function partsMovedBy(parts: PictureParts, by: number): PictureParts {
  const address = movedBy(parts.address, by);
  if (parts.kind === 'markdown')
    return { ...parts, address, alt: movedBy(parts.alt, by), size: movedBy(parts.size, by) };
  const attributes = [...parts.attributes].map(
    ([name, { whole, value }]) => [name, { whole: movedBy(whole, by), value: movedBy(value, by) }] as const,
  );
  return { ...parts, address, attributes: new Map(attributes), end: parts.end + by };
}
