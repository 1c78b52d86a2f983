import type { Bitmap } from './encode-png.ts';

/** Red, green and blue, 0 to 255. */
export type Colour = readonly [number, number, number];

/** A point in pixels from the top left, or a width and height. */
export type Pair = readonly [number, number];

/** Just enough drawing for the pictures of the sample series. */
export class Canvas implements Bitmap {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    this.pixels = new Uint8Array(width * height * 3);
  }

  /** Colours every pixel for which `inside` holds, mixed into what is there by `strength` from 0 to 1. */
  paint(colour: Colour, inside: (x: number, y: number) => boolean, strength = 1): void {
    for (let y = 0; y < this.height; y += 1) {
      for (let x = 0; x < this.width; x += 1) if (inside(x, y)) this.#mix(x, y, { colour, strength });
    }
  }

  /** From one colour at the first row to another at the last. */
  gradient([fromRow, toRow]: Pair, from: Colour, to: Colour): void {
    for (let y = fromRow; y < toRow; y += 1) {
      const share = (y - fromRow) / (toRow - fromRow);
      const colour: Colour = [
        between(from[0], to[0], share),
        between(from[1], to[1], share),
        between(from[2], to[2], share),
      ];
      for (let x = 0; x < this.width; x += 1) this.#mix(x, y, { colour, strength: 1 });
    }
  }

  /** A filled rectangle. */
  box(colour: Colour, [left, top]: Pair, [width, height]: Pair): void {
    for (let y = Math.max(0, top); y < Math.min(this.height, top + height); y += 1) {
      for (let x = Math.max(0, left); x < Math.min(this.width, left + width); x += 1)
        this.#mix(x, y, { colour, strength: 1 });
    }
  }

  #mix(x: number, y: number, { colour, strength }: { readonly colour: Colour; readonly strength: number }): void {
    const at = (y * this.width + x) * 3;
    for (const [channel, value] of colour.entries()) {
      this.pixels[at + channel] = Math.round(between(this.pixels[at + channel] ?? 0, value, strength));
    }
  }
}

function between(from: number, to: number, share: number): number {
  return from + (to - from) * share;
}
