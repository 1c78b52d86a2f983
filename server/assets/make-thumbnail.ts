import sharp from 'sharp';

/** Good enough for what is looked at small. */
const QUALITY = 80;

/**
 * Writes a narrower picture as WebP to `out`. Gives false, and writes nothing, when there is nothing to win: the picture is not wider,
 * moves, or is drawn by lines. Throws when it cannot be read.
 */
export async function makeThumbnail(path: string, width: number, out: string): Promise<boolean> {
  const image = sharp(path, { failOn: 'error', sequentialRead: true });
  const { format, pages = 1, autoOrient } = await image.metadata();
  if (format === 'svg' || pages > 1 || autoOrient.width <= width) return false;
  await image.autoOrient().resize({ width }).webp({ quality: QUALITY }).toFile(out);
  return true;
}
