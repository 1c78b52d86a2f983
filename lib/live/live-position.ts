import type * as Y from 'yjs';
import { anchorAt, lookForSlide, type FoundSlide } from '#lib/deck/anchor.ts';
import type { DeckModel } from '#lib/slides/deck-model.ts';
import type { LivePosition } from './live-state.ts';

/** The position of a slide (running number) in this text; `seq` is the log number that holds it. */
export function positionOfSlide(
  doc: Y.Doc,
  model: DeckModel,
  at: Pick<LivePosition, 'slide' | 'fragment' | 'seq' | 'generated'>,
): LivePosition | null {
  const slide = model.slides[at.slide];
  if (slide === undefined) return null;
  const heading = slide.headings[0]?.text.slice(0, 500) ?? '';
  return {
    anchor: anchorAt(doc, slide.range.from),
    hash: slide.hash,
    heading,
    slide: at.slide,
    fragment: at.fragment,
    seq: at.seq,
    generated: at.generated,
  };
}

/**
 * Where a position stands after the text changed, and how it was found; null when no slide is left. An anchor that lives is kept: a
 * separator with a letter too many, or code that is not closed yet, makes one slide of two only until somebody has mended it.
 */
export function reanchor(
  doc: Y.Doc,
  model: DeckModel,
  position: LivePosition,
): { readonly position: LivePosition; readonly by: FoundSlide['by'] } | null {
  const { slide, by } = lookForSlide(doc, model, position);
  const moved = positionOfSlide(doc, model, { ...position, slide });
  if (moved === null) return null;
  return { position: by === 'anchor' ? { ...moved, anchor: position.anchor } : moved, by };
}
