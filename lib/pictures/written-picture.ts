import type { SourceRange } from '#lib/slides/deck-model.ts';

/** Width and height as they are written, `300` or `50%`; empty where none is. */
export interface PictureSize {
  readonly width: string;
  readonly height: string;
}

/** An attribute of a raw `<img>`: all of it with the blank before it, and its value without quotes. */
export interface TagAttribute {
  readonly whole: SourceRange;
  readonly value: SourceRange;
}

/** Where the parts of a picture stand; an empty range where one would have to be written. */
export type PictureParts =
  | {
      readonly kind: 'markdown';
      readonly alt: SourceRange;
      readonly address: SourceRange;
      /** With the blanks before it. */
      readonly size: SourceRange;
    }
  | {
      readonly kind: 'html';
      readonly address: SourceRange;
      readonly attributes: ReadonlyMap<string, TagAttribute>;
      /** Where another attribute can be written. */
      readonly end: number;
    };

interface PlacedPicture {
  /** Running number of its slide; 0 for a picture behind all of them. */
  readonly slide: number;
  /** All of it: a picture's Markdown or tag, a background's comment, or the line at the top of the deck. */
  readonly range: SourceRange;
  /** As it is meant, without escapes. */
  readonly address: string;
}

/** A picture in the text of a slide. */
export interface TextPicture extends PlacedPicture {
  readonly place: 'text';
  /** Its number among the pictures that the slide shows. */
  readonly index: number;
  readonly alt: string;
  readonly size: PictureSize;
  readonly parts: PictureParts;
}

/** A picture behind one slide or behind all. */
export interface BackgroundPicture extends PlacedPicture {
  readonly place: 'slide' | 'deck';
  /** How much of it is seen, from 0 to 1; null where nothing says so, which is all. */
  readonly opacity: number | null;
}

export type WrittenPicture = TextPicture | BackgroundPicture;
