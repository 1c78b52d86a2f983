import type { LiveRequest, LiveState } from '#lib/live/live-state.ts';
import { anchorAt, findSlide, type SlidePosition } from '#lib/deck/anchor.ts';
import type { SourcePlace } from '#lib/present/present-deck.ts';
import type { DeckModel } from '#lib/slides/deck-model.ts';
import type * as Y from 'yjs';

/** A stage position that outlives edits: it means a slide, not a number. */
export interface LivePlace extends SlidePosition {
  readonly fragment: number;
  readonly generated: SourcePlace['generated'];
}

/** A slide of the deck, or one that is made of rows and follows it, with the steps of it that are shown. */
export interface DeckPlace extends SourcePlace {
  readonly fragment: number;
}

/** Remembers a slide of this model by its separator and its text. */
export function placeOf(doc: Y.Doc, model: DeckModel, position: DeckPlace): LivePlace {
  const slide = model.slides[position.slide];
  return {
    anchor: anchorAt(doc, slide?.range.from ?? 0),
    hash: slide?.hash ?? '',
    heading: slide?.headings[0]?.text.slice(0, 500) ?? '',
    slide: position.slide,
    fragment: position.fragment,
    generated: position.generated,
  };
}

/** Where that place is in the deck as it is now. */
export function whereIs(doc: Y.Doc, model: DeckModel, place: LivePlace): DeckPlace {
  return {
    slide: Math.min(findSlide(doc, model, place), Math.max(0, model.slides.length - 1)),
    fragment: place.fragment,
    generated: place.generated,
  };
}

/** Where the presenter stands; the first slide until somebody has moved. */
export function whereIsLive(doc: Y.Doc, model: DeckModel, state: LiveState): DeckPlace {
  return state.position === null ? { slide: 0, fragment: -1, generated: null } : whereIs(doc, model, state.position);
}

/** The request that brings everybody to a place. */
export function moveTo(place: LivePlace): LiveRequest {
  return {
    type: 'move',
    slide: { anchor: place.anchor, hash: place.hash },
    fragment: Math.max(-1, Math.min(1000, place.fragment)),
    ...(place.generated === null ? {} : { generated: place.generated }),
  };
}

export function samePlace(a: DeckPlace, b: DeckPlace): boolean {
  return a.slide === b.slide && a.fragment === b.fragment && a.generated === b.generated;
}
