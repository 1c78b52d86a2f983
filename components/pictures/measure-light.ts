import { luminance, type PictureLight } from '#lib/pictures/veil.ts';

/** Enough to know a picture's bright and dark parts. */
const SIDE = 48;
/** What is seen through so much of a pixel is not its colour. */
const OPAQUE = 128;

/**
 * How light the lightest and the darkest parts of a picture are: the 5th and the 95th percentile of its pixels. Null when it cannot be
 * loaded, or is another server's, which no page may look into.
 */
export async function measureLight(address: string): Promise<PictureLight | null> {
  const image = new Image();
  image.src = address;
  try {
    await image.decode();
    return lightOf(image);
  } catch {
    // Broken, gone, or not ours: the veil is made for any picture then.
    return null;
  }
}

function lightOf(image: HTMLImageElement): PictureLight | null {
  const canvas = document.createElement('canvas');
  canvas.width = SIDE;
  canvas.height = SIDE;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) return null;
  context.drawImage(image, 0, 0, SIDE, SIDE);
  const { data } = context.getImageData(0, 0, SIDE, SIDE);
  const lights: number[] = [];
  for (let at = 0; at < data.length; at += 4) {
    if ((data[at + 3] ?? 0) >= OPAQUE) lights.push(luminance(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0));
  }
  lights.sort((one, other) => one - other);
  const [dark, light] = [0.05, 0.95].map((share) => lights[Math.floor((lights.length - 1) * share)]);
  return dark === undefined || light === undefined ? null : { dark, light };
}
