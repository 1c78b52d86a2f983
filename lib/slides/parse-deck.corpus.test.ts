import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseDeck } from './parse-deck.ts';

const shared = process.env['PLENUM_SHARED'] ?? path.join(process.cwd(), '..', 'shared');
const golden = path.join(shared, 'golden');
const available = existsSync(golden);

/** What HedgeDoc 1.12 made of a deck, as far as the model has it. */
const goldenSchema = z.object({
  deck: z.string(),
  horizontals: z.number(),
  totalSlides: z.number(),
  slides: z.array(
    z.object({
      h: z.number(),
      v: z.number(),
      headings: z.array(z.object({ level: z.number(), text: z.string() })),
      attrs: z.record(z.string(), z.string()),
    }),
  ),
});

/** Where the model differs from HedgeDoc on purpose: name of the deck → the place in FORMAT.md that calls it a trap. None yet. */
const DEVIATIONS: Readonly<Record<string, string>> = {};

function goldenDecks(): readonly string[] {
  if (!available) return [];
  return readdirSync(golden).filter((name) => name.endsWith('.json') && name !== 'micro.json');
}

function textOf(deck: string): string {
  const folders = ['seeds', 'community-call'].map((folder) => path.join(shared, 'corpus', folder, deck));
  return readFileSync(folders.find((file) => existsSync(file)) ?? deck, 'utf8');
}

// PLENUM_SHARED names the folder that holds corpus and golden; they are not part of the project.
describe.skipIf(!available)('the corpus', () => {
  it.each(goldenDecks())('%s has the slides that HedgeDoc makes of it', (name) => {
    const facts = goldenSchema.parse(JSON.parse(readFileSync(path.join(golden, name), 'utf8')));
    const model = parseDeck(textOf(facts.deck));
    if (DEVIATIONS[facts.deck] !== undefined) return;
    expect((model.slides.at(-1)?.h ?? -1) + 1).toBe(facts.horizontals);
    expect(model.slides.map(({ h, v }) => [h, v])).toEqual(facts.slides.map(({ h, v }) => [h, v]));
    expect(model.slides.map(({ headings }) => headings)).toEqual(facts.slides.map(({ headings }) => headings));
    const backgrounds = facts.slides.map(({ attrs }) => attrs['data-background']);
    expect(model.slides.map(({ attributes }) => attributes['data-background'])).toEqual(backgrounds);
  });
});
