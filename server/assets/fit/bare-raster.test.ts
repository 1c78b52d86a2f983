import sharp from 'sharp';
import { expect, it } from 'vitest';

import { isBareRaster } from './bare-raster.ts';
import { makeRaster } from './make-raster.ts';

const noise = {
  create: {
    width: 640,
    height: 360,
    channels: 3,
    background: '#123',
    noise: { type: 'gaussian', mean: 120, sigma: 30 },
  },
} as const;
const png = await sharp({ ...noise })
  .png()
  .toBuffer();
const jpeg = await sharp(png).jpeg({ quality: 95 }).toBuffer();

it('a picture that was made fit stays as it is when it comes back: the same bytes in every Plenum', async () => {
  for (const [source, kind] of [
    [png, 'png'],
    [jpeg, 'jpg'],
  ] as const) {
    const { bytes, extension } = await makeRaster(source, kind);
    expect(isBareRaster(bytes, extension)).toBe(true);
    const again = await makeRaster(bytes, extension === 'jpg' ? 'jpg' : 'webp');
    expect(again.bytes.equals(bytes)).toBe(true);
  }
});

it('anything beside the picture is never kept', async () => {
  const webp = await sharp(png).webp({ quality: 40 }).toBuffer();
  const small = await sharp(png).jpeg({ quality: 30 }).toBuffer();
  const noted = await sharp(png)
    .withExif({ IFD0: { Copyright: 'somebody' } })
    .jpeg({ quality: 30 })
    .toBuffer();
  const [head, tail] = [small.subarray(0, 2), small.subarray(2)];
  const comment = Buffer.concat([head, Buffer.from([0xff, 0xfe, 0, 6]), Buffer.from('hide'), tail]);
  const dirty = [
    [noted, 'jpg'],
    [comment, 'jpg'],
    [Buffer.concat([small, Buffer.from('<script>alert(1)</script>')]), 'jpg'],
    [Buffer.concat([webp, Buffer.from('PK\u0003\u0004')]), 'webp'],
    [
      await sharp(png)
        .withExif({ IFD0: { Copyright: 'somebody' } })
        .webp({ quality: 40 })
        .toBuffer(),
      'webp',
    ],
  ] as const;
  expect(isBareRaster(small, 'jpg')).toBe(true);
  for (const [bytes, kind] of dirty) {
    expect(isBareRaster(bytes, kind)).toBe(false);
    const made = await makeRaster(bytes, kind);
    expect(isBareRaster(made.bytes, made.extension)).toBe(true);
  }
});

it('is not kept where it would be larger than what is made of it, or has to be scaled or turned', async () => {
  expect((await makeRaster(jpeg, 'jpg')).bytes.equals(jpeg)).toBe(false);
  const large = await sharp(png).resize(4000).jpeg({ quality: 20 }).toBuffer();
  expect((await makeRaster(large, 'jpg')).width).toBeLessThan(4000);
});
