import type { Browser } from '@playwright/test';
import { importDeck } from '#e2e/bench/stage/open-deck.ts';
import { cpuSecondsOf } from '#e2e/bench/sync/cpu-seconds.ts';
import { Plenum } from '#e2e/harness/plenum.ts';
import { ADA, expect, signIn } from '#e2e/harness/scene.ts';
import { shownSlide } from '#e2e/harness/series.ts';
import { openProbedPage, SLIDES, stageOf, type LiveSide } from './live-side.ts';

/** A built Plenum with its own Postgres: Ada presents, strangers follow; only members may read the deck otherwise. */
export async function openPlenumSide(browser: Browser): Promise<LiveSide> {
  const plenum = await Plenum.start();
  await plenum.cli('setup', '--name', ADA.name, '--email', ADA.email, '--password', ADA.password);
  const call = await importDeck(plenum, SLIDES);
  await plenum.sql(`UPDATE series SET read_decks = 'members' WHERE slug = $1`, call.series.slice(1));
  const presenter = await openProbedPage(browser, plenum.url);
  await signIn(presenter);
  await presenter.goto(`${call.path}/present`);
  await expect(shownSlide(presenter)).toContainText('Harbour');
  await presenter.getByRole('button', { name: 'Start the call' }).click();
  await expect(presenter.getByText('You present')).toBeVisible();
  const follower = await openProbedPage(browser, plenum.url);
  await follower.goto(`${call.path}/live`);
  await expect(shownSlide(follower)).toContainText('Harbour');
  return {
    name: 'Plenum',
    cpuSeconds: () => cpuSecondsOf(plenum.pid),
    crowd: {
      dialect: 'plenum',
      url: `${plenum.url.replace(/^http/, 'ws')}/sync/${call.deckId}?follows=1`,
      origin: plenum.url,
    },
    presenter,
    presenterStage: await stageOf(presenter),
    follower,
    followerStage: await stageOf(follower),
    close: async () => {
      await presenter.context().close();
      await follower.context().close();
      await plenum.dispose();
    },
  };
}
