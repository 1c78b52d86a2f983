import type { Page } from '@playwright/test';
import { comeByLink, editor, importCall, openDeck, typeAfter, type TestCall } from './harness/series.ts';
import type { Plenum } from './harness/plenum.ts';
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

/** The call a week before, in which a section took so long. */
async function reportedBefore(
  plenum: Plenum,
  { deckId }: TestCall,
  { title, seconds }: { readonly title: string; readonly seconds: number },
): Promise<void> {
  await plenum.sql(
    `WITH earlier AS (
       INSERT INTO call (id, series_id, address, title, state, starts_at, time_zone)
       SELECT gen_random_uuid(), call.series_id, call.address || '-9', call.title, 'ended', starts_at - interval '7 days', time_zone
       FROM call JOIN deck ON deck.call_id = call.id WHERE deck.id = $1 RETURNING id, series_id
     ), text AS (
       INSERT INTO deck (id, kind, series_id, call_id)
       SELECT $1 || '9', 'call', series_id, id FROM earlier RETURNING id
     )
     INSERT INTO section (id, deck_id, anchor, title, position, words, spent_seconds)
     SELECT gen_random_uuid(), id, '', $2, 0, '{}', $3::int FROM text`,
    deckId,
    title,
    String(seconds),
  );
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
  await page.getByRole('button', { name: '4 min planned' }).click();
  await page.getByLabel('Minutes').fill('45');
  await page.getByRole('button', { name: 'Keep this' }).click();
  await expect(second.page.getByText('4 of 45 min planned')).toBeVisible();
  await reportedBefore(plenum, call, { title: 'Team Lights', seconds: 290 });
  await page.reload();
  await expect(row(page, 'Team Lights')).toContainText('usually 5 min');
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
  // What was written since the move goes back with its section, and who pressed by key is still there.
  const line = page.getByRole('status').filter({ hasText: `Team Lights is number ${at + 1} now.` });
  await expect(line).toBeFocused();
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(0);
  await writer.page.keyboard.type(' and more');
  await expect(editor(writer.page)).toContainText('All lamps burn – and more and more');

  await page.getByRole('button', { name: 'Move Team Lights' }).focus();
  await page.keyboard.press('Space');
  await expect(page.getByText(`Team Lights would be number ${at + 1}.`)).toBeAttached();
  // A row that changes while it is held is measured anew, and a key in that moment goes nowhere.
  await expect(async () => {
    await page.keyboard.press('ArrowUp');
    await expect(page.getByText(`Team Lights would be number ${at}.`)).toBeAttached({ timeout: 3_000 });
  }).toPass();
  await page.keyboard.press('Space');
  await expect.poll(() => titles(page)).toEqual(before.with(at - 1, 'Team Lights').with(at, before[at - 1] ?? ''));
  const lights = /# Team Lights\n\n- All lamps burn – and more and more\n/;
  await expect.poll(() => plenum.cli('text', call.deckId)).toMatch(lights);
});

test('a writer takes a section in one press, and has no switch of a host', async ({ ada, actor, plenum }) => {
  const call = await importCall(plenum, 'Board Writer');
  const { page } = ada;
  const { page: ben } = await actor();
  await comeByLink(page, ben, call, 'Ben Bollard');
  await page.goto(call.path);
  await choose(page, 'Team Lights', 'Ready');
  await expect(row(ben, 'Team Lights')).toContainText('Nobody yet');
  await ben.setViewportSize({ width: 390, height: 844 });
  await expectAccessible(ben);
  await row(ben, 'Team Lights').getByRole('button', { name: 'I report' }).click();
  for (const each of [page, ben]) {
    await expect(row(each, 'Team Lights')).toContainText('Ben Bollard');
    await expect(row(each, 'Team Lights')).toContainText('(here)');
  }
  await expect(row(ben, 'Team Lights').getByRole('link', { name: 'Team Lights' })).toBeFocused();

  const menu = ben.getByRole('button', { name: 'What to do with Team Lights' });
  const size = await menu.boundingBox();
  expect(Math.min(size?.width ?? 0, size?.height ?? 0)).toBeGreaterThanOrEqual(44);
  // Two lines on a phone: the title, and what is known of it.
  expect((await row(ben, 'Team Lights').boundingBox())?.height).toBeLessThan(100);
  await menu.click();
  await expect(ben.getByRole('menuitem', { name: 'Give it up' })).toBeVisible();
  for (const name of ['Not today', 'Plan time …']) await expect(ben.getByRole('menuitem', { name })).toHaveCount(0);
  await ben.getByRole('menuitem', { name: 'Give it up' }).click();
  await expect(row(page, 'Team Lights')).toContainText('Nobody yet');
});

test('a team that has no section gets one where it belongs', async ({ ada: { page }, plenum }) => {
  const call = await importCall(plenum, 'Board Missing');
  await page.goto(`${call.series}/teams`, { waitUntil: 'networkidle' });
  await page.getByText('Add a team', { exact: true }).click();
  const add = page.getByRole('button', { name: 'Add this team' });
  await page.locator('form').filter({ has: add }).getByLabel('Name', { exact: true }).fill('Team Sails');
  await add.click();
  await expect(page.getByRole('heading', { level: 3, name: 'Team Sails' })).toBeVisible();

  await page.goto(call.path);
  const missing = page.getByText('Team Sails has no section in this deck.');
  await expect(missing).toBeVisible();
  await page.getByRole('button', { name: 'Add a section' }).click();
  await expect(missing).toHaveCount(0);
  await expect
    .poll(() => titles(page))
    .toEqual(['Harbour Community Call', 'Team Quay', 'Team Lights', 'Team Sails', 'Goodbye']);
  await expect(row(page, 'Team Sails')).toContainText('Nobody yet');
  await expectAccessible(page);
});

test('a board that a stranger may read has nothing to press', async ({ actor, plenum }) => {
  const call = await importCall(plenum, 'Board Stranger');
  const { page } = await actor();
  await page.goto(call.path);
  await expect(row(page, 'Team Quay')).toBeVisible();
  await expect(page.getByRole('button', { name: /What to do with/ })).toHaveCount(0);
  await expectAccessible(page);
});
