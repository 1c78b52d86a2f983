import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserPath } from '#e2e/harness/browser.ts';
import { HOSTILE_DECKS } from './hostile/hostile-decks.ts';
import { HostileLab } from './hostile/hostile-lab.ts';
import { seededPart } from './hostile/seeded-part.ts';

// All of them are shown by `hostile.long.test.ts`.
const { seed, part } = seededPart(HOSTILE_DECKS, 10);
let lab: HostileLab;

beforeAll(async () => {
  lab = await HostileLab.start();
}, 120_000);
afterAll(() => lab?.close());

describe.skipIf(browserPath() === null)(`a tenth of the hostile decks, HOSTILE_SEED=${seed}`, () => {
  it.each(part)('$name does no harm', async (deck) => {
    expect(await lab.harmOf(deck)).toEqual([]);
  });
});
