import type { BrowserContext, Page } from '@playwright/test';
import type { Plenum } from './harness/plenum.ts';
import { expect, expectAccessible, test } from './harness/scene.ts';
import { importCall, openDeck, shownSlide, typeAfter, type TestCall } from './harness/series.ts';

/** Invites Ben as a writer, who joins with an account of his own and reports Team Lights. */
async function bringBen(host: Page, ben: Page, { series, path }: TestCall): Promise<void> {
  await host.goto(`${series}/people`, { waitUntil: 'networkidle' });
  await host.getByLabel('Whom?').fill('Ben Bollard <ben.stage@example.org>');
  await host.getByLabel('As').first().selectOption('Writer');
  await host.getByRole('button', { name: 'Invite', exact: true }).click();
  const link = host
    .getByRole('status')
    .getByText(/\/-\/invitation\//)
    .first();
  await ben.goto(new URL((await link.innerText()).trim()).pathname, { waitUntil: 'networkidle' });
  await ben.getByLabel('E-mail').fill('ben.stage@example.org');
  await ben.getByLabel('Password', { exact: true }).fill('bollards-in-the-fog');
  await ben.getByRole('button', { name: 'Join', exact: true }).click();
  await expect(ben).not.toHaveURL(/\/-\//);
  await host.goto(path, { waitUntil: 'networkidle' });
  await host.getByRole('button', { name: 'What to do with Team Lights' }).click();
  await host.getByRole('menu').getByText('Give to …').click();
  await host.getByLabel('Somebody else').fill('Ben Bollard');
  await host.getByRole('button', { name: 'Give', exact: true }).click();
  await expect(host.getByText('Ben Bollard')).toBeVisible();
}

async function shareStage(page: Page, context: BrowserContext): Promise<Page> {
  const [stage] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('link', { name: 'Open stage to share' }).click(),
  ]);
  await expect(shownSlide(stage)).toContainText('Harbour Community Call');
  return stage;
}

const offersBaton = (plenum: Plenum, { series }: TestCall) =>
  plenum.sql('UPDATE series SET offers_baton = true WHERE slug = $1', series.slice(1));

test('a call is presented by two, and one shared window follows whoever does', async ({ ada, actor, plenum }) => {
  const call = await importCall(plenum, 'Stage Call');
  const [{ page, context }, { page: ben, context: bens }] = [ada, await actor()];
  await bringBen(page, ben, call);
  await offersBaton(plenum, call);

  await page.goto(`${call.path}/present`);
  await expect(page.getByText('Rehearsal – nobody follows')).toBeVisible();
  const stage = await shareStage(page, context);
  await expect(stage.getByRole('img', { name: /stage-call\/now$/ })).toBeVisible();
  await expectAccessible(stage);
  await page.keyboard.press('ArrowRight');
  await expect(shownSlide(page)).toContainText('Team Quay');
  await page.getByRole('button', { name: 'Start the call' }).click();
  await expect(page.getByText('You present')).toBeVisible();
  await expect(shownSlide(stage)).toContainText('Harbour Community Call');

  // At rest nothing but what one needs; the rest is behind one button.
  await expect(page.getByRole('heading', { name: 'Agenda' })).toHaveCount(0);
  await page.getByRole('button', { name: 'More' }).click();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Blank' }).click();
  await expect(stage.getByText('The screen is blank.')).toBeAttached();
  await page.getByRole('button', { name: 'Team Quay' }).click();
  await expect(shownSlide(stage)).toContainText('Team Quay');
  await expect(stage.getByText('The screen is blank.')).toHaveCount(0);
  await page.keyboard.press('Escape');

  // Going by typing: a number, and a name.
  await page.keyboard.type('3');
  await page.keyboard.press('Enter');
  await expect(shownSlide(stage)).toContainText('Cranes');
  await page.keyboard.press('g');
  await page.keyboard.type('harb');
  await expect(page.getByRole('option')).toHaveText(['1Harbour Community Call']);
  await page.keyboard.press('Enter');
  await expect(shownSlide(stage)).toContainText('Harbour Community Call');

  await page.keyboard.press('l');
  const pad = await page.locator('[data-pad="point"]').boundingBox();
  if (pad === null) throw new Error('There is nothing to point on.');
  await page.mouse.move(pad.x + pad.width / 2, pad.y + pad.height / 2);
  await page.mouse.down();
  await expect(stage.locator('[data-point]')).toBeVisible();
  await page.mouse.up();
  await expect(stage.locator('[data-point]')).toHaveCount(0);
  await page.keyboard.press('Escape');

  // The section is offered to its reporter as long as it is on the stage.
  await ben.goto(`${call.path}/present`);
  await expect(shownSlide(ben)).toContainText('Harbour Community Call');
  const offer = ben.getByText('It is your turn: Team Lights.');
  await page.keyboard.type('4');
  await page.keyboard.press('Enter');
  await expect(offer).toBeVisible();
  await expect(page.getByText('Offered to Ben Bollard')).toBeVisible();
  await page.keyboard.press('PageUp');
  await expect(offer).toHaveCount(0);
  await page.keyboard.press('PageDown');
  await expect(offer).toBeVisible();
  await ben.keyboard.press('y');
  await expect(ben.getByText('You present')).toBeVisible();
  await expect(page.getByText('Ben Bollard presents')).toBeVisible();
  await ben.keyboard.press('PageDown');
  await expect(shownSlide(stage)).toContainText('Goodbye');

  // Whoever does not present moves only their own view, and nothing in the window that is shared.
  await stage.bringToFront();
  await stage.keyboard.press('PageUp');
  await page.bringToFront();
  await page.keyboard.press('PageUp');
  await expect(shownSlide(page)).toContainText('Team Lights');
  for (const each of [stage, ben]) await expect(shownSlide(each)).toContainText('Goodbye');

  await page.getByRole('button', { name: 'Ask to present' }).click();
  await expect(ben.getByText('Ada Harbour would like to present.')).toBeVisible();
  // Also where the window is no wider than the columns need.
  await ben.setViewportSize({ width: 1024, height: 768 });
  expect(await ben.evaluate(() => document.documentElement.scrollWidth)).toBe(1024);
  await expectAccessible(ben);
  await ben.getByRole('button', { name: 'Hand to Ada Harbour' }).click();
  await expect(page.getByText('You present')).toBeVisible();
  await stage.bringToFront();
  await stage.keyboard.press('Home');
  for (const each of [stage, ben, page]) await expect(shownSlide(each)).toContainText('Harbour Community Call');

  // What others do to the slide on the screen is told, and an offer comes to the deck's page, too.
  const deck = await bens.newPage();
  await ben.close();
  await openDeck(deck, call);
  await page.bringToFront();
  await page.keyboard.type('4');
  await page.keyboard.press('Enter');
  await typeAfter(deck, 'All lamps burn', ' ![A lamp](lamp-at-night.png)');
  await expect(page.getByText('This slide was edited while on screen.')).toBeVisible();
  await expect(page.getByText('A picture is missing on this slide.')).toBeVisible();
  await expect(deck.getByText('It is your turn: Team Lights.')).toBeVisible();
  await deck.getByRole('button', { name: 'Present' }).click();
  await expect(deck).toHaveURL(/\/present$/);
  await expect(deck.getByText('You present')).toBeVisible();

  // A phone is a remote control.
  await deck.setViewportSize({ width: 390, height: 844 });
  await expectAccessible(deck);
  await deck.getByRole('button', { name: 'Next' }).click();
  await expect(shownSlide(stage)).toContainText('Goodbye');

  // A connection that is gone keeps its place for a while, which a host can end.
  await deck.close();
  await expect(page.getByText('The connection of Ben Bollard is gone.')).toBeVisible();
  await page.getByRole('button', { name: 'End the wait' }).click();
  await expect(page.getByText('Nobody presents yet')).toBeVisible();
  await page.getByRole('button', { name: 'Present', exact: true }).click();
  await expect(page.getByText('You present')).toBeVisible();
});
