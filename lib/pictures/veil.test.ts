import { readFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { themeColours } from './theme-colours.ts';
import { ANY_LIGHT, contrastOf, LEAST_OPACITY, luminanceOf, veilFor } from './veil.ts';

describe('the veil of a picture behind text', () => {
  it('is none where the text is readable anyhow, and heavy where it is not', () => {
    expect(veilFor({ dark: 0, light: 0.02 }, 'black')).toBe(1);
    expect(veilFor({ dark: 0.9, light: 1 }, 'white')).toBe(1);
    expect(veilFor({ dark: 0, light: 0.1 }, 'white')).toBeLessThan(0.6);
    expect(veilFor(ANY_LIGHT, 'black')).toBeLessThan(veilFor({ dark: 0, light: 0.3 }, 'black'));
  });

  it('is heavier, the more a picture is like the text', () => {
    const light = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(light, light, fc.constantFrom('white', 'black', 'moon', 'beige', 'none'), (one, other, theme) => {
        const [dark, bright] = [Math.min(one, other), Math.max(one, other)];
        const veil = veilFor({ dark, light: bright }, theme);
        expect(veil).toBeGreaterThanOrEqual(LEAST_OPACITY);
        expect(veil).toBeLessThanOrEqual(1);
        expect(veilFor({ dark: dark / 2, light: bright }, theme)).toBeLessThanOrEqual(
          luminanceOf(themeColours(theme).paper) > 0.5 ? veil : 1,
        );
      }),
    );
  });

  it.each(['beige', 'black', 'blood', 'league', 'moon', 'night', 'serif', 'simple', 'sky', 'solarized', 'white'])(
    'knows the colours of %s as the stage has them, readable on their paper',
    async (theme) => {
      const { paper, inks } = themeColours(theme);
      for (const ink of inks) expect(contrastOf(luminanceOf(paper), luminanceOf(ink))).toBeGreaterThan(4.5);
      const css = await readFile(path.resolve(import.meta.dirname, '../../components/stage/frame/themes.css'), 'utf8');
      const rule =
        (theme === 'black' ? /^body \{[^}]*/m : new RegExp(`^body\\[data-theme='${theme}'\\] \\{[^}]*`, 'm')).exec(
          css,
        )?.[0] ?? '';
      const valueOf = (name: string): string => new RegExp(`--${name}: (#[0-9a-f]+);`).exec(rule)?.[1] ?? '';
      expect(long(valueOf('ground-colour') || valueOf('ground'))).toBe(paper);
      expect([valueOf('ink'), valueOf('ink-heading')].filter(Boolean).map(long)).toEqual(inks);
    },
  );
});

function long(colour: string): string {
  return colour.length === 4 ? colour.replaceAll(/[0-9a-f]/g, '$&$&') : colour;
}
