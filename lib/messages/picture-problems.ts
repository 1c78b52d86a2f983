import {
  MAX_DECODED_BYTES,
  MAX_FRAMES,
  MAX_PICTURE_BYTES,
  MAX_PIXELS,
  MAX_SIDE,
  MAX_SVG_BYTES,
  MAX_SVG_DEPTH,
  MAX_SVG_ELEMENTS,
} from '#lib/assets/asset-limits.ts';
import type { UnfitKind } from '#lib/assets/sniff-unfit.ts';

const megabytes = (bytes: number): string => `${Math.round(bytes / 1_000_000)} MB`;
const thousands = (count: number): string => count.toLocaleString('en');
const LINK = 'put it online and write a link to it';

const unfit: Readonly<Record<UnfitKind, string>> = {
  heic: 'Browsers do not show HEIC: export this photo as JPEG and bring that.',
  tiff: 'Browsers do not show TIFF: save this picture as PNG or JPEG and bring that.',
  bmp: 'Bitmaps (BMP) are not kept: save this picture as PNG and bring that.',
  icon: 'Icons (ICO, CUR) are not kept: save this picture as PNG and bring that.',
  raw: 'Browsers do not show this format: export the picture as JPEG or PNG and bring that.',
  pdf: `A PDF is no picture: ${LINK}; a line such as {%pdf https://…%} becomes a card.`,
  film: `A film is no picture: ${LINK}; a line such as {%youtube …%} or {%vimeo …%} becomes a card.`,
  sound: `A recording is no picture: ${LINK}.`,
  office: `This is a document of an office program: save the page or chart as PNG and bring that, or ${LINK}.`,
  archive: 'This is an archive: unpack it and bring the pictures that are inside.',
  page: `This is a web page: bring a picture of it, or ${LINK}.`,
};

/** Why a picture cannot be kept, and what to do about it: one sentence each. */
export const pictureProblems = {
  unfit,
  none: 'This file is no picture that browsers show: bring PNG, JPEG, GIF, WebP, AVIF or SVG.',
  empty: 'This file is empty: save the picture again and bring that.',
  tooManyBytes: `A picture may have ${megabytes(MAX_PICTURE_BYTES)}; this one has more: save it smaller and bring that.`,
  svgTooManyBytes: `An SVG may have ${megabytes(MAX_SVG_BYTES)}; this one has more: save it as PNG and bring that.`,
  tooManyPixels: `A picture may have ${MAX_PIXELS / 1_000_000} megapixels; this one has more: scale it down and bring it again.`,
  tooWide: `A picture may be ${thousands(MAX_SIDE)} pixels wide or high; this one is more: scale it down and bring it again.`,
  tooManyFrames: `An animation may have ${MAX_FRAMES} frames; this one has more: shorten it, or put it online as a film and write a link to it.`,
  tooMuchAnimation: `This animation takes more than ${megabytes(MAX_DECODED_BYTES)} when it is unpacked: make it smaller or shorter and bring it again.`,
  tooMuchUnpacked: `This picture takes more than ${megabytes(MAX_DECODED_BYTES)} when it is unpacked: scale it down, or save it as plain JPEG, and bring it again.`,
  tooMuchMemory:
    'This picture takes too much memory to be read: scale it down, or save it in another format, and bring it again.',
  tooSlow: 'This picture takes too long to be read: scale it down, or save it in another format, and bring it again.',
  crashed: 'This picture could not be read: open it in a program for pictures, save it again, and bring that.',
  damaged: 'This picture is damaged or incomplete: open it in a program for pictures, save it again, and bring that.',
  notNow: 'This picture could not be kept just now: bring it again in a while.',
  svgNotRead: 'This SVG is no valid XML in UTF-8: save it again as plain SVG, or as PNG, and bring that.',
  svgEntities: 'This SVG declares entities, which are not read: save it again as plain SVG, or as PNG, and bring that.',
  svgNoSize:
    'This SVG says neither how large it is nor what it shows (no width and height, no viewBox): save it again with a size.',
  svgTooMuch: `An SVG may have ${thousands(MAX_SVG_ELEMENTS)} elements, nested ${MAX_SVG_DEPTH} deep; this one has more: save it as PNG and bring that.`,
  svgTooCostly: 'This SVG repeats its parts too often, or in a circle: save it as PNG and bring that.',
} as const;
