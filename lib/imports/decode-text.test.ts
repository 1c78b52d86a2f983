import { describe, expect, it } from 'vitest';

import { decodeText } from './decode-text.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('decoding an imported file', () => {
  it('reads UTF-8 as it is', () => {
    expect(decodeText(bytes('Hafen – Möwe 🚢'))).toEqual({ ok: true, text: 'Hafen – Möwe 🚢', byteOrderMark: false });
  });

  it('takes a byte order mark off and says so', () => {
    expect(decodeText(bytes('\ufeff# Call'))).toEqual({ ok: true, text: '# Call', byteOrderMark: true });
  });

  it('names the first byte that is no UTF-8', () => {
    expect(decodeText(Uint8Array.of(0x4d, 0xc3, 0xb6, 0xf6, 0x77))).toEqual({ ok: false, offset: 3 });
    expect(decodeText(Uint8Array.of(0x4d, 0xf6))).toEqual({ ok: false, offset: 1 });
    expect(decodeText(Uint8Array.of(0x4d, 0xc3))).toEqual({ ok: false, offset: 2 });
  });

  it('refuses what is no text at all', () => {
    expect(decodeText(Uint8Array.of(0xc3, 0xb6, 0x00, 0x41))).toEqual({ ok: false, offset: 2 });
  });
});
