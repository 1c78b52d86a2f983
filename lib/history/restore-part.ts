import type { DeckModel } from '#lib/slides/deck-model.ts';
import { blankLineFor } from '#lib/sections/section-move.ts';
import { matchPieces, sectionPieces, slidePieces, type Piece } from './pieces.ts';
import type { HistoryChange } from './history-views.ts';

export type RestoredPart = Extract<HistoryChange, { type: 'restore' }>['part'];

/**
 * The text of today with a part of an old one as it was then. All else stays byte for byte; a section or slide that is gone is put
 * back behind its former neighbour. Only separators and line ends are added, where the part needs one. Throws a RangeError when the
 * old text has no such part.
 */
export function restoredText(old: DeckModel, now: DeckModel, part: RestoredPart): string {
  if (part === 'deck') return old.text;
  const [piecesOf, index] = 'section' in part ? [sectionPieces, part.section] : [slidePieces, part.slide];
  const [then, today] = [
    { text: old.text, pieces: piecesOf(old) },
    { text: now.text, pieces: piecesOf(now) },
  ];
  const piece = then.pieces[index];
  if (piece === undefined) throw new RangeError(`The text has no part ${index}.`);
  const matches = matchPieces(then, today);
  const same = today.pieces[matches[index] ?? -1];
  if (same !== undefined) return replaced(now.text, same, { text: old.text, piece });
  return putBack(now, placeOf(matches, index, today) ?? now.text.length, { text: old.text, piece });
}

/** Behind the former neighbour, else in front of the next one that is there; undefined for the end. */
function placeOf(
  matches: readonly (number | null)[],
  index: number,
  { pieces }: { readonly pieces: readonly Piece[] },
): number | undefined {
  const former = matches.slice(0, index).findLast((at) => at !== null);
  const next = matches.slice(index + 1).find((at) => at !== null);
  if (former !== undefined && former !== null) return pieces[former]?.range.to;
  // In front of a beginning without a heading it would take that for its own.
  const [first] = pieces;
  return first?.title === '' ? first.range.to : pieces[next ?? -1]?.range.from;
}

interface OldPiece {
  readonly text: string;
  readonly piece: Piece;
}

function replaced(now: string, same: Piece, { text, piece }: OldPiece): string {
  const whole = hasSeparator(piece) && hasSeparator(same);
  const part = whole
    ? text.slice(piece.range.from, piece.range.to)
    : (hasSeparator(same) ? '\n' : '') + bodyOf(text, piece);
  // What stands first has no separator: then what stands there today keeps its own.
  const from = whole ? same.range.from : same.body;
  return now.slice(0, from) + before(now.slice(same.range.to), part);
}

function putBack({ text: now, frontMatterRange }: DeckModel, at: number, { text, piece }: OldPiece): string {
  const [front, behind] = [now.slice(0, at), now.slice(at)];
  const body = bodyOf(text, piece);
  if (front.slice(frontMatterRange.to).trim() === '')
    return front + (behind.trim() === '' ? body + behind : before(beginsApart(behind) + behind, body));
  const own = hasSeparator(piece) ? text.slice(piece.range.from, piece.range.to) : separator(body) + body;
  return front + blankLineFor(front) + before(behind, own);
}

/** Without the empty lines behind its separator. */
function bodyOf(text: string, { body, range }: Piece): string {
  return text.slice(body, range.to).replace(/^(?:[ \t]*\r?\n)+/, '');
}

/** A part in front of what follows it: a separator needs an empty line before it. */
function before(behind: string, part: string): string {
  return behind === '' ? part : part + blankLineFor(part) + behind;
}

/** What stands behind needs a separator, unless it begins with one. */
function beginsApart(behind: string): string {
  return /^-{3,4}[ \t]*(?:\r?\n|$)/.test(behind) ? '' : separator(behind);
}

/** The separator of a part that had none: it needs an empty line behind it. */
function separator(part: string): string {
  return /^[ \t]*(?:\r?\n|$)/.test(part) ? '---\n' : '---\n\n';
}

function hasSeparator({ range, body }: Piece): boolean {
  return body > range.from;
}
