import type { Page } from '@playwright/test';
import { editor, importCall, openDeck, typeAfter } from './harness/series.ts';
import { expect, expectAccessible, signIn, test } from './harness/scene.ts';

const row = (page: Page, title: string) =>
  page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ has: page.getByRole('link', { name: title, exact: true }) });
const titles = (page: Page) => page.getByRole('main').locator('ol').getByRole('link').allInnerTexts();

async function choose(page: Page, title: string, item: string): Promise<void> {
  await page.getByRole('button', { name: `What to do with ${title}` }).click();
  await page.getByRole('menu').getByText(item, { exact: true }).click();
}

test('two people see what the other does on the board, without reload', async ({ ada, actor, plenum }) => {
  const call = await importCall(plenum, 'Board Call');
  const { page } = ada;
  const second = await actor();
  await signIn(second.page);
  await page.goto(call.path);
  await second.page.goto(call.path);
  // Nothing of status or reporters is asked for until somebody uses it.
  await expect(row(page, 'Team Quay')).toContainText('2 slides');
  await expect(row(page, 'Team Lights')).not.toContainText('Nobody yet');

  await choose(page, 'Team Lights', 'I report');
  for (const each of [page, second.page]) {
    await expect(row(each, 'Team Lights')).toContainText('Ada Harbour');
    await expect(row(each, 'Team Lights')).toContainText('(here)');
  }
  await choose(second.page, 'Team Lights', 'Ready');
  await expect(row(page, 'Team Lights')).toContainText('Ready');
  await choose(page, 'Team Quay', 'Nothing this time');
  await expect(row(second.page, 'Team Quay')).toContainText('Nothing this time');

  await choose(page, 'Team Lights', 'Give to …');
  await page.getByLabel('Somebody else').fill('@noor');
  await page.getByRole('button', { name: 'Give', exact: true }).click();
  await expect(row(second.page, 'Team Lights')).toContainText('noor');

  await choose(page, 'Team Lights', 'Plan time …');
  await page.getByLabel('Minutes').fill('4');
  await page.getByRole('button', { name: 'Plan', exact: true }).click();
  await expect(second.page.getByText('4 min planned')).toBeVisible();
  await choose(page, 'Team Lights', 'Not today');
  await expect(row(second.page, 'Team Lights')).toContainText('Not today');
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectAccessible(page);
});

test('sections are moved by menu and by keyboard, while somebody types in one', async ({ ada, actor, plenum }) => {
  const call = await importCall(plenum, 'Board Moves');
  const { page } = ada;
  const writer = await actor();
  await signIn(writer.page);
  await openDeck(writer.page, call);
  await page.goto(call.path);
  await expect(row(page, 'Team Lights')).toBeVisible();
  const before = await titles(page);
  const at = before.indexOf('Team Lights');

  await typeAfter(writer.page, 'All lamps burn', ' – and');
  await choose(page, 'Team Lights', 'Move up');
  await expect.poll(() => titles(page)).toEqual(before.with(at - 1, 'Team Lights').with(at, before[at - 1] ?? ''));
  // The cursor stayed where it was, in the words that went along.
  await writer.page.keyboard.type(' more');
  await expect(editor(writer.page)).toContainText('All lamps burn – and more');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => titles(page)).toEqual(before);

  await page.getByRole('button', { name: 'Move Team Lights' }).focus();
  await page.keyboard.press('Space');
  await expect(page.getByText(`Team Lights would be number ${at + 1}.`)).toBeAttached();
  await page.keyboard.press('ArrowUp');
  await expect(page.getByText(`Team Lights would be number ${at}.`)).toBeAttached();
  await page.keyboard.press('Space');
  await expect.poll(() => titles(page)).toEqual(before.with(at - 1, 'Team Lights').with(at, before[at - 1] ?? ''));
  expect(await plenum.cli('text', call.deckId)).toContain('All lamps burn – and more');
});

test('a board that a stranger may read has nothing to press', async ({ actor, plenum }) => {
  const call = await importCall(plenum, 'Board Stranger');
  const { page } = await actor();
  await page.goto(call.path);
  await expect(row(page, 'Team Quay')).toBeVisible();
  await expect(page.getByRole('button', { name: /What to do with/ })).toHaveCount(0);
  await expectAccessible(page);
});
