import type { StagePosition } from '#components/stage/stage.tsx';
import type { LiveRequest, LiveState } from '#lib/live/live-state.ts';
import { anchorAt, findSlide, type SlidePosition } from '#lib/deck/anchor.ts';
import type { DeckModel } from '#lib/slides/deck-model.ts';
import type * as Y from 'yjs';

/** A stage position that outlives edits: it means a slide, not a number. */
export interface LivePlace extends SlidePosition {
  readonly fragment: number;
}

/** Remembers a slide of this model by its separator and its text. */
export function placeOf(doc: Y.Doc, model: DeckModel, position: StagePosition): LivePlace {
  const slide = model.slides[position.slide];
  return {
    anchor: anchorAt(doc, slide?.range.from ?? 0),
    hash: slide?.hash ?? '',
    heading: slide?.headings[0]?.text.slice(0, 500) ?? '',
    slide: position.slide,
    fragment: position.fragment,
  };
}

/** Where that place is in the deck as it is now. */
export function whereIs(doc: Y.Doc, model: DeckModel, place: LivePlace): StagePosition {
  return {
    slide: Math.min(findSlide(doc, model, place), Math.max(0, model.slides.length - 1)),
    fragment: place.fragment,
  };
}

/** Where the presenter stands; the first slide until somebody has moved. */
export function whereIsLive(doc: Y.Doc, model: DeckModel, state: LiveState): StagePosition {
  return state.position === null ? { slide: 0, fragment: -1 } : whereIs(doc, model, state.position);
}

/** The request that brings everybody to a place. */
export function moveTo(place: LivePlace): LiveRequest {
  return {
    type: 'move',
    slide: { anchor: place.anchor, hash: place.hash },
    fragment: Math.max(-1, Math.min(1000, place.fragment)),
  };
}

export function samePosition(a: StagePosition, b: StagePosition): boolean {
  return a.slide === b.slide && a.fragment === b.fragment;
}
