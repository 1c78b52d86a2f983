import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserPath } from '#e2e/harness/browser.ts';
import { HOSTILE_DECKS } from './hostile/hostile-decks.ts';
import { HostileLab } from './hostile/hostile-lab.ts';

let lab: HostileLab;

beforeAll(async () => {
  lab = await HostileLab.start();
}, 120_000);
afterAll(() => lab?.close());

describe.skipIf(browserPath() === null)('every hostile deck', () => {
  it('has a name and a text of its own, and there are many', () => {
    expect(HOSTILE_DECKS.length).toBeGreaterThanOrEqual(320);
    for (const key of ['name', 'text'] as const)
      expect(new Set(HOSTILE_DECKS.map((deck) => deck[key])).size).toBe(HOSTILE_DECKS.length);
  });

  it.each(HOSTILE_DECKS)('$name does no harm', async (deck) => {
    expect(await lab.harmOf(deck)).toEqual([]);
  });
});
