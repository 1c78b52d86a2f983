import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { browserPath } from '#e2e/harness/browser.ts';
import { StageLab } from '#e2e/harness/stage-lab.ts';

const shared = process.env['PLENUM_SHARED'] ?? path.join(process.cwd(), '..', 'shared');
const golden = path.join(shared, 'golden');
const available = existsSync(golden) && browserPath() !== null;

const lookSchema = z.object({
  fontSize: z.string(),
  fontFamily: z.string(),
  color: z.string(),
  textTransform: z.string(),
  textAlign: z.string(),
  fontWeight: z.string(),
  lineHeight: z.string(),
});
const goldenSchema = z.object({
  deck: z.string(),
  computedStyles: z.record(z.string(), lookSchema.nullable()),
});
type Looks = z.infer<typeof goldenSchema>['computedStyles'];

let lab: StageLab;
beforeAll(async () => {
  if (available) lab = await StageLab.start();
}, 120_000);
afterAll(() => lab?.close());

const decks = available ? readdirSync(golden).filter((name) => name.endsWith('.json') && name !== 'micro.json') : [];

// PLENUM_SHARED names the folder that holds corpus and golden; they are not part of the project.
describe.skipIf(!available)('the looks of the corpus', () => {
  it.each(decks)('%s: headings, items and paragraphs come out as in HedgeDoc', async (name) => {
    const { deck, computedStyles } = goldenSchema.parse(JSON.parse(readFileSync(path.join(golden, name), 'utf8')));
    const file = ['seeds', 'community-call']
      .map((folder) => path.join(shared, 'corpus', folder, deck))
      .find(existsSync);
    await lab.open('own', readFileSync(file ?? '', 'utf8'));
    const kinds = Object.keys(computedStyles);
    // Slides far from the first are drawn in the pauses that follow.
    await expect
      .poll(() => lab.frame().evaluate(readLooks, kinds), { timeout: 10_000 })
      .toEqual(expected(computedStyles));
  });
});

/** Where a deck names no font HedgeDoc shows each system's own; Plenum shows Lato, so that a slide breaks its lines alike everywhere. */
function expected(looks: Looks): Looks {
  const entries = Object.entries(looks).map(([kind, look]) => {
    const anyFont = look?.fontFamily.startsWith('-apple-system') === true;
    return [kind, look !== null && anyFont ? { ...look, fontFamily: 'Lato, system-ui, sans-serif' } : look] as const;
  });
  return Object.fromEntries(entries);
}

// Runs in the frame: how the first element of each kind looks.
function readLooks(kinds: readonly string[]): Looks {
  return Object.fromEntries(
    kinds.map((kind) => {
      const element = document.querySelector(`.reveal:not(.meter) .slides ${kind}`);
      if (element === null) return [kind, null];
      const { fontSize, fontFamily, color, textTransform, textAlign, fontWeight, lineHeight } =
        getComputedStyle(element);
      return [kind, { fontSize, fontFamily, color, textTransform, textAlign, fontWeight, lineHeight }];
    }),
  );
}
