import { describe, expect, it } from 'vitest';

import { sniffPicture } from './sniff-picture.ts';

const bytes = (text: string, ...more: number[]): Uint8Array =>
  Uint8Array.of(...Array.from(text, (character) => character.codePointAt(0) ?? 0), ...more);

describe('the type of a picture', () => {
  it('is told by its first bytes, with its size where they tell', () => {
    const png = bytes('\u0089PNG\r\n\u001a\n', 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 3, 0xc0, 0, 0, 2, 0xbc);
    expect(sniffPicture(png)).toEqual({ type: 'image/png', extension: 'png', width: 960, height: 700 });
    expect(sniffPicture(bytes('GIF89a', 0x40, 0x01, 0xf0, 0x00))).toMatchObject({
      extension: 'gif',
      width: 320,
      height: 240,
    });
    const jpeg = Uint8Array.of(
      0xff,
      0xd8,
      0xff,
      0xe0,
      0,
      4,
      0,
      0,
      0xff,
      0xc2,
      0,
      17,
      8,
      0x01,
      0x2c,
      0x02,
      0x58,
      3,
      0,
      0,
    );
    expect(sniffPicture(jpeg)).toEqual({ type: 'image/jpeg', extension: 'jpg', width: 600, height: 300 });
    expect(sniffPicture(bytes('RIFF\0\0\0\0WEBPVP8 '))).toMatchObject({ extension: 'webp', width: null });
    expect(sniffPicture(bytes('\0\0\0 ftypavif'))).toMatchObject({ extension: 'avif' });
    expect(sniffPicture(bytes('\0\0\0 ftypmif1\0\0\0\0mif1avifmiaf'))).toMatchObject({ extension: 'avif' });
  });

  it('is none for documents, scripts and nothing', () => {
    for (const text of ['<html>', '%PDF-1.7', '', 'GIF', '\0\0\0 ftypheic'])
      expect({ text, type: sniffPicture(bytes(text)) }).toEqual({ text, type: null });
  });

  it('is SVG whatever stands before its root', () => {
    for (const before of [
      '',
      '\n  ',
      '\u00ef\u00bb\u00bf',
      '<?xml version="1.0"?>\n<!-- <html> -->\n',
      '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd" [ <!ENTITY a "b"> ]>',
    ])
      expect(sniffPicture(bytes(`${before}<svg xmlns="http://www.w3.org/2000/svg"/>`))).toMatchObject({
        type: 'image/svg+xml',
        extension: 'svg',
      });
    for (const other of ['<html><svg/></html>', '<svgs/>', '<!-- <svg/>', 'words <svg/>', '\0<svg/>'])
      expect({ other, type: sniffPicture(bytes(other)) }).toEqual({ other, type: null });
  });

  it('does not trust what a header claims', () => {
    const png = bytes('\u0089PNG\r\n\u001a\n', 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0xff, 0xff, 0xff, 0xff, 0, 0, 0, 1);
    expect(sniffPicture(png)).toMatchObject({ width: null, height: null });
  });
});
