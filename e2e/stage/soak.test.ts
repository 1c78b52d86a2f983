import { afterAll, beforeAll, describe, it } from 'vitest';
import { browserPath } from '#e2e/harness/browser.ts';
import { soakSeeds } from '#e2e/harness/chance.ts';
import { StageLab } from '#e2e/harness/stage-lab.ts';
import { expectStageHolds } from './soak.ts';

let lab: StageLab;

beforeAll(async () => {
  lab = await StageLab.start();
}, 120_000);
afterAll(() => lab?.close());

describe.skipIf(browserPath() === null)('the stage under 500 random edits', () => {
  it.each(soakSeeds(20261121))('is where its page says, seed %i', { timeout: 120_000 }, async (seed) => {
    await expectStageHolds({ lab, seed, edits: 250, leads: 'page' });
  });

  it.each(soakSeeds(20261122))('stays by itself where it was, seed %i', { timeout: 120_000 }, async (seed) => {
    await expectStageHolds({ lab, seed, edits: 250, leads: 'frame' });
  });
});
