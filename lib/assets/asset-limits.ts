/** The largest file that is taken as a picture, in bytes. */
export const MAX_PICTURE_BYTES = 20_000_000;
/** The largest SVG: it is text, and becomes a document in everybody's browser. In bytes. */
export const MAX_SVG_BYTES = 1_000_000;
/** Pixels of a picture, of all frames of an animation together. */
export const MAX_PIXELS = 50_000_000;
/** What a picture takes while it is read, when its format cannot be read line by line, in bytes. */
export const MAX_DECODED_BYTES = 110_000_000;
/** One side of a picture that is brought, in pixels. */
export const MAX_SIDE = 30_000;
export const MAX_FRAMES = 300;
/** What a slide can show: pictures are made to fit inside a square with this side, in pixels. */
export const SLIDE_SIDE = 1920;
/** Where a picture that fills the slide should end: larger ones are squeezed harder. In bytes. */
export const FULL_SLIDE_BYTES = 300_000;
/** From this width on a picture counts as one that fills the slide, in pixels. */
export const FULL_SLIDE_WIDTH = 1280;
/** Elements of an SVG, and how deep they are nested. */
export const MAX_SVG_ELEMENTS = 20_000;
export const MAX_SVG_DEPTH = 256;
/** What an SVG draws when everything that its elements point to is counted each time. */
export const MAX_SVG_COST = 50_000;
/** How many pictures an SVG may have inside. */
export const MAX_SVG_PICTURES = 20;
/** Each of them is read beside the whole document; in pixels. */
export const MAX_SVG_PICTURE_PIXELS = 4_000_000;
