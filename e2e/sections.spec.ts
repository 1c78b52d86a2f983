import type { Page } from '@playwright/test';
import { expect, expectAccessible, signIn, test } from './harness/scene.ts';
import { editor, importCall, openDeck, shownSlide, typeAfter } from './harness/series.ts';

test('status and reporter are set in the outline, what has nothing to tell leaves the stage', async ({
  ada,
  actor,
  plenum,
}) => {
  const call = await importCall(plenum, 'Outline Call');
  const { page } = ada;
  const other = await actor();
  await signIn(other.page);
  await openDeck(page, call);
  await openDeck(other.page, call);
  const outline = page.getByRole('navigation', { name: 'Outline' });
  await outline.getByRole('button', { name: 'What to do with Team Lights' }).click();
  await page.getByRole('menuitem', { name: 'I report' }).click();
  await expect(other.page.getByRole('navigation', { name: 'Outline' })).toContainText('Ada Harbour');

  // The first key in a section makes it a draft.
  await typeAfter(other.page, 'All lamps burn', ' again');
  await expect(outline.getByText('Draft')).toBeVisible();

  await outline.getByRole('button', { name: 'What to do with Team Quay' }).click();
  await page.getByRole('menuitemradio', { name: 'Nothing this time' }).click();
  await expect(other.page.getByText('not on the stage')).toBeVisible();
  await typeAfter(page, 'All lamps burn', '!');
  await expect(shownSlide(page)).toContainText('Report by Ada Harbour');
  await page.locator('.cm-line', { hasText: 'Report by @quinn' }).click();
  await expect(page.getByText('This slide is not on the stage today.')).toBeVisible();
  await expectAccessible(page);

  await page.goto(`${call.path}/present`);
  await page.getByRole('button', { name: 'Start the call' }).click();
  await expect(page.getByText('You present')).toBeVisible();
  const follower = await actor();
  await follower.page.goto(`${call.path}/live`);
  await page.getByRole('button', { name: 'Next' }).click();
  for (const each of [page, follower.page]) {
    await expect(shownSlide(each)).toContainText('Agenda');
    await expect(shownSlide(each)).toContainText('Nothing this time: Team Quay');
  }
  await page.getByRole('button', { name: 'Next' }).click();
  for (const each of [page, follower.page]) await expect(shownSlide(each)).toContainText('Team Lights');
  await page.getByRole('button', { name: 'Previous' }).click();
  await expect(shownSlide(follower.page)).toContainText('Agenda');
});

test('my section alone, and what was said last time', async ({ ada, plenum }) => {
  const call = await importCall(plenum, 'Reporter Call');
  const { page } = ada;
  // A call that was: its deck is what there is to take over.
  await page.goto(call.path);
  await page.getByRole('button', { name: 'Start the call' }).click();
  await page.getByRole('button', { name: 'End the call' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'End the call' }).click();
  await expect(page.getByRole('button', { name: /Resume the call/ })).toBeVisible();
  await page.goto(`${await planNext(page, call.series)}/deck`);
  await expect(editor(page)).toContainText('# Team One');
  await expect(page.locator('[data-save="safe"]')).toBeVisible();
  await page.locator('.cm-line', { hasText: '# Team One' }).first().click();
  await page.keyboard.press('End');
  await page.keyboard.press('Shift+Home');
  await page.keyboard.type('# Team Lights');

  await page.getByRole('button', { name: 'Last time' }).click();
  const panel = page.getByRole('region', { name: 'Last time' });
  await expect(panel).toContainText('Team Lights, last time');
  await panel.getByRole('button', { name: 'Take over: - All lamps burn' }).click();
  await expect(editor(page)).toContainText('All lamps burn');
  await expect(panel).toContainText('there');
  await expectAccessible(page);
  await page.locator('.cm-line', { hasText: 'All lamps burn' }).click();
  await page.keyboard.press('Control+z');
  await expect(editor(page)).not.toContainText('All lamps burn');
  await panel.getByRole('button', { name: 'Take all' }).click();
  await expect(editor(page)).toContainText('All lamps burn');
  await panel.getByRole('button', { name: 'Close' }).click();

  const outline = page.getByRole('navigation', { name: 'Outline' });
  await outline.getByRole('button', { name: 'What to do with Team Lights' }).click();
  await page.getByRole('menuitem', { name: 'I report' }).click();
  await outline.getByRole('button', { name: 'Only my section' }).click();
  await expect(editor(page)).not.toContainText('New here? Say hello');
  await expect(editor(page)).toContainText('All lamps burn');
  await page.keyboard.press('Alt+m');
  await expect(editor(page)).toContainText('New here? Say hello');

  await page.goto('/');
  const yours = page.getByRole('listitem').filter({ hasText: 'you report · Reporter Call' });
  await expect(yours).toContainText('Team Lights');
  await yours.getByRole('button', { name: 'Nothing this time' }).click();
  await expect(yours.getByRole('button', { name: 'There is something after all' })).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectAccessible(page);
});

/** Plans a call of the series after that one, on the series' page; gives the path of its board. */
async function planNext(page: Page, series: string): Promise<string> {
  await page.goto(series);
  if (!(await page.getByLabel('Date').isVisible())) await page.getByText('Plan the next call', { exact: true }).click();
  await page.getByLabel('Date').fill('2026-12-31');
  await page.getByRole('button', { name: 'Plan this call' }).click();
  await page.waitForURL(/2026-12-31$/);
  return new URL(page.url()).pathname;
}
