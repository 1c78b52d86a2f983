import sharp from 'sharp';
import type { PictureFile } from '#e2e/harness/pictures.ts';

const WIDTH = 4000;
const HEIGHT = 3000;

/** A photo of some 4 MB as a phone makes them: 12 megapixels, soft shapes and grain, no two alike. */
export async function phonePhoto(name: string): Promise<PictureFile> {
  const grain = sharp({
    create: {
      width: WIDTH / 2,
      height: HEIGHT / 2,
      channels: 3,
      background: '#000',
      noise: { type: 'gaussian', mean: 128, sigma: 45 },
    },
  });
  const sky = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}"><defs><linearGradient id="g" x2="0" y2="1"><stop stop-color="#f4a261"/><stop offset="1" stop-color="#264653"/></linearGradient></defs><rect width="100%" height="100%" fill="url(#g)" opacity="0.75"/></svg>`,
  );
  const soft = await grain.blur(1.1).resize(WIDTH, HEIGHT).png().toBuffer();
  const buffer = await sharp(soft)
    .composite([{ input: sky }])
    .jpeg({ quality: 96 })
    .toBuffer();
  return { name, mimeType: 'image/jpeg', buffer };
}
