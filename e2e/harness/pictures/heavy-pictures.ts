import { writeFileSync } from 'node:fs';
import path from 'node:path';

import { flat, gifOf, png } from './picture-bytes.ts';

/** The heaviest pictures of each kind that are allowed, as files in a folder. */
export async function heavyPictures(folder: string): Promise<readonly string[]> {
  const element = '<path d="M0 0" fill="red" stroke="blue" class="c" id="i"/>';
  const kinds: Readonly<Record<string, Uint8Array>> = {
    'photo.jpg': await flat(8100, 6100).jpeg().toBuffer(),
    'turned.jpg': await flat(8100, 6100).jpeg().withMetadata({ orientation: 6 }).toBuffer(),
    'passes.jpg': await flat(6000, 6000).jpeg({ progressive: true }).toBuffer(),
    'large.webp': await flat(5300, 5300).webp({ effort: 0 }).toBuffer(),
    'large.avif': await flat(2400, 2400).avif({ effort: 0 }).toBuffer(),
    'wide.png': png({ width: 19_000, height: 2600, colour: 6, pixels: Buffer.alloc(76_001 * 2600) }),
    // Every line comes seven times: the whole picture has to be there before the first is known.
    'laced.png': png({ width: 4500, height: 4500, colour: 6, interlaced: true, pixels: Buffer.alloc(18_010 * 4500) }),
    'moving.gif': gifOf(300, { width: 295, height: 295 }),
    'drawing.svg': Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${element.repeat(16_000)}</svg>`,
    ),
  };
  return Object.entries(kinds).map(([name, bytes]) => {
    const file = path.join(folder, name);
    writeFileSync(file, bytes);
    return file;
  });
}
