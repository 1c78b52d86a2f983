import type { Bitmap } from './encode-png.ts';

/** Red, green and blue, 0 to 255. */
export type Colour = readonly [number, number, number];

/** A point in pixels from the top left, or a width and height. */
export type Pair = readonly [number, number];

/** Left, top, right and bottom edge in pixels; the last two are the first outside. */
export type Area = readonly [number, number, number, number];

/** Just enough drawing for the pictures of the sample series, quick enough not to keep anybody's typing waiting. */
export class Canvas implements Bitmap {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    this.pixels = new Uint8Array(width * height * 3);
  }

  /** Colours every pixel of the area for which `inside` holds. */
  paint([red, green, blue]: Colour, area: Area, inside: (x: number, y: number) => boolean): void {
    const right = Math.min(this.width, Math.ceil(area[2]));
    const bottom = Math.min(this.height, Math.ceil(area[3]));
    for (let y = Math.max(0, Math.floor(area[1])); y < bottom; y += 1) {
      for (let x = Math.max(0, Math.floor(area[0])); x < right; x += 1) {
        if (!inside(x, y)) continue;
        const at = (y * this.width + x) * 3;
        this.pixels[at] = red;
        this.pixels[at + 1] = green;
        this.pixels[at + 2] = blue;
      }
    }
  }

  /** From one colour at the first row to another at the last. */
  gradient([fromRow, toRow]: Pair, from: Colour, to: Colour): void {
    for (let y = fromRow; y < toRow; y += 1) {
      const share = (y - fromRow) / (toRow - fromRow);
      this.box(mixed(from, to, share), [0, y], [this.width, 1]);
    }
  }

  /** A filled rectangle. */
  box(colour: Colour, [left, top]: Pair, [width, height]: Pair): void {
    this.paint(colour, [left, top, left + width, top + height], () => true);
  }
}

function mixed(from: Colour, to: Colour, share: number): Colour {
  const at = (channel: 0 | 1 | 2): number => Math.round(from[channel] + (to[channel] - from[channel]) * share);
  return [at(0), at(1), at(2)];
}
