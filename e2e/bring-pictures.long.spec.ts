import type { Locator } from '@playwright/test';
import { giveFiles, pictureFile } from './harness/pictures.ts';
import { expect, test } from './harness/scene.ts';
import { editor, importCall, openDeck, shownSlide, typeAfter } from './harness/series.ts';

/** Whether the first picture of a slide has been drawn. */
async function expectDrawn(slide: Locator): Promise<void> {
  await expect
    .poll(() =>
      slide
        .locator('img')
        .first()
        .evaluate((img) => (img as HTMLImageElement).naturalWidth),
    )
    .toBeGreaterThan(0);
}

test('a section that is pasted into another series brings its pictures along', async ({
  ada: { page },
  actor,
  plenum,
}) => {
  const [from, to] = [await importCall(plenum, 'From Call'), await importCall(plenum, 'To Call')];
  await openDeck(page, from);
  await typeAfter(page, 'All lamps burn', ' ');
  await giveFiles(page, { how: 'paste', selector: '.cm-content' }, [await pictureFile('carried.png', 40)]);
  await expect(editor(page)).toContainText(/!\[\]\(assets\/[0-9a-z]{16}\.(?:jpg|webp|png)\)/);
  const [reference = ''] = /!\[\]\([^)]*\)/.exec((await editor(page).textContent()) ?? '') ?? [];
  await openDeck(page, to);
  await typeAfter(page, 'All lamps burn', ` ${reference}`);
  await expectDrawn(shownSlide(page));
  const stranger = await actor();
  await stranger.page.goto(`${to.path}/deck`);
  await stranger.page.locator('.cm-line', { hasText: 'All lamps burn' }).click();
  await expectDrawn(shownSlide(stranger.page));
});
