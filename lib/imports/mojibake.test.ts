import { describe, expect, it } from 'vitest';

import { findMojibake, repairMojibake } from './mojibake.ts';

/** What happens on the way: UTF-8 bytes taken for Windows-1252. */
function encodedTwice(text: string): string {
  return new TextDecoder('windows-1252').decode(new TextEncoder().encode(text));
}

describe('doubly encoded characters', () => {
  it('are found, counted and shown as they would be', () => {
    const text = `# Harbour\n\nOne pier ${encodedTwice('–')} many boats, ${encodedTwice('größer')}`;
    expect(findMojibake(text)).toEqual({
      count: 3,
      before: `One pier ${encodedTwice('–')} many boats, ${encodedTwice('größer')}`,
      after: 'One pier – many boats, größer',
    });
  });

  it('are mended one by one, next to characters that are right', () => {
    for (const sample of ['–', '“quoted”', 'größer', '✅ done', '🚢', 'é', '…', '\u00a0']) {
      expect(repairMojibake(`ä ${encodedTwice(sample)} – ü`)).toBe(`ä ${sample} – ü`);
    }
  });

  it('are not seen in good text', () => {
    for (const sample of ['„MENÜ“ – Größe', '«CAFÉ»…', 'Âge, Ã, â', 'São Paulo', '10 €', 'naïve']) {
      expect({ sample, found: findMojibake(sample) }).toEqual({ sample, found: null });
      expect(repairMojibake(sample)).toBe(sample);
    }
  });
});
