import { themeColours } from './theme-colours.ts';

/** The relative luminance (WCAG) of a picture's darkest and lightest parts, from 0 to 1. */
export interface PictureLight {
  readonly dark: number;
  readonly light: number;
}

/** What must be thought of a picture that nobody can measure. */
export const ANY_LIGHT: PictureLight = { dark: 0, light: 1 };

export const LEAST_OPACITY = 0.1;
export const OPACITY_STEP = 0.05;
/** The least contrast (WCAG 2, AA) of text of a usual size. */
const CONTRAST = 4.5;

/**
 * How much of a picture may be seen behind a deck's text: the most, in steps of 0.05, at which text of the theme keeps a contrast of
 * 4.5 with the picture's darkest and lightest parts over the theme's paper; 1 needs no veil.
 */
export function veilFor({ dark, light }: PictureLight, theme: string | undefined): number {
  const { paper, inks } = themeColours(theme);
  const ground = toSign(luminanceOf(paper));
  const readable = (opacity: number): boolean =>
    [dark, light].every((part) => {
      const mixed = toLight(toSign(part) * opacity + ground * (1 - opacity));
      return inks.every((ink) => contrastOf(mixed, luminanceOf(ink)) >= CONTRAST);
    });
  for (let step = Math.round(1 / OPACITY_STEP); step * OPACITY_STEP > LEAST_OPACITY; step--) {
    const opacity = Math.round(step * OPACITY_STEP * 100) / 100;
    if (readable(opacity)) return opacity;
  }
  return LEAST_OPACITY;
}

/** The relative luminance of a colour with channels from 0 to 255. */
export function luminance(red: number, green: number, blue: number): number {
  return 0.2126 * toLight(red / 255) + 0.7152 * toLight(green / 255) + 0.0722 * toLight(blue / 255);
}

/** The contrast of two relative luminances, from 1 to 21. */
export function contrastOf(one: number, other: number): number {
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

/** Of a colour as `#rrggbb`. */
export function luminanceOf(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return luminance(red, green, blue);
}

/** Browsers mix the numbers of colours, not their light. */
function toLight(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}

function toSign(light: number): number {
  return light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055;
}
