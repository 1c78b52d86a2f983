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

// 10,000 edits: five seeds, each with a page that leads and with a frame that stays by itself. `SOAK_SEED=1,2` takes other seeds.
describe.skipIf(browserPath() === null)('the stage under 10,000 random edits', () => {
  it.each(soakSeeds(1, 2, 3, 4, 5))('is where its page says, seed %i', async (seed) => {
    await expectStageHolds({ lab, seed, edits: 1_000, leads: 'page' });
  });

  it.each(soakSeeds(6, 7, 8, 9, 10))('stays by itself where it was, seed %i', async (seed) => {
    await expectStageHolds({ lab, seed, edits: 1_000, leads: 'frame' });
  });
});
