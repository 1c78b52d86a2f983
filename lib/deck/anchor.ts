import * as Y from 'yjs';
import type { DeckModel, Slide } from '#lib/slides/deck-model.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { deckText } from './deck-doc.ts';

/** What is remembered of a slide to find it again: see `LivePosition`. */
export interface SlidePosition {
  readonly anchor: string;
  readonly hash: string;
  readonly heading: string;
  /** Running number it had when the anchor was made. */
  readonly slide: number;
}

/** How a slide was found: by its anchor, by its text elsewhere, or as what is left nearest to where it was. */
export interface FoundSlide {
  readonly slide: number;
  readonly by: 'anchor' | 'text' | 'place';
}

interface Place {
  readonly offset: number;
  /** False when the character that the anchor names was deleted: the offset is where it stood. */
  readonly alive: boolean;
}

/** An anchor (base64) for the character at this offset (UTF-16), or for the end of the text. */
export function anchorAt(doc: Y.Doc, offset: number): string {
  const text = deckText(doc);
  const place = Math.min(Math.max(offset, 0), text.length);
  return toBase64(Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(text, place)));
}

/** Offset (UTF-16) at which the anchored character stands or stood, or null when this replica knows nothing of it. */
export function resolveAnchor(doc: Y.Doc, anchor: string): number | null {
  return locate(doc, anchor)?.offset ?? null;
}

/** Like `resolveAnchor`, but null too when the character itself was deleted. */
export function resolveLivingAnchor(doc: Y.Doc, anchor: string): number | null {
  const place = locate(doc, anchor);
  return place?.alive === true ? place.offset : null;
}

/** Running number of the slide that was meant: 0 when nothing is left to go by. */
export function findSlide(doc: Y.Doc, model: DeckModel, position: SlidePosition): number {
  return lookForSlide(doc, model, position).slide;
}

/** Like `findSlide`, and says how far the answer can be trusted. */
export function lookForSlide(doc: Y.Doc, model: DeckModel, position: SlidePosition): FoundSlide {
  const place = locate(doc, position.anchor);
  if (place?.alive === true) return { slide: slideWith(model, place.offset), by: 'anchor' };
  const near = place === null ? Math.min(position.slide, model.slides.length - 1) : slideWith(model, place.offset);
  const moved = nearest(
    model.slides.filter((slide) => isSame(slide, position)),
    near,
  );
  if (moved !== null) return { slide: moved, by: 'text' };
  return { slide: Math.max(near, 0), by: 'place' };
}

function isSame(slide: Slide, position: SlidePosition): boolean {
  return slide.hash === position.hash && position.hash !== '';
}

function nearest(slides: readonly Slide[], near: number): number | null {
  let best: number | null = null;
  for (const { index } of slides) {
    if (best === null || Math.abs(index - near) < Math.abs(best - near)) best = index;
  }
  return best;
}

function slideWith(model: DeckModel, offset: number): number {
  const after = model.slides.findIndex((slide) => slide.range.from > offset);
  return Math.max(0, (after === -1 ? model.slides.length : after) - 1);
}

function locate(doc: Y.Doc, anchor: string): Place | null {
  const bytes = fromBase64(anchor);
  if (bytes === null) return null;
  try {
    // Opening the type first: a replica that has only just loaded knows it by name alone.
    deckText(doc);
    const relative = Y.decodeRelativePosition(bytes);
    // Following undone deletions would find different characters on different replicas.
    const absolute = Y.createAbsolutePositionFromRelativePosition(relative, doc, false);
    if (absolute === null || absolute.type !== deckText(doc)) return null;
    return {
      offset: absolute.index,
      alive: relative.item === null || !isDeleted(doc, relative.item),
    };
  } catch {
    // An anchor is a client's claim until here: one that cannot be read leads nowhere.
    return null;
  }
}

function isDeleted(doc: Y.Doc, id: Y.ID): boolean {
  const item: Y.Item | Y.GC = Y.getItem(doc.store, id);
  return item.deleted;
}
