import path from 'node:path';
import type { Page } from '@playwright/test';
import type { Plenum } from './harness/plenum.ts';
import { importCall } from './harness/series.ts';
import { expect, expectAccessible, test } from './harness/scene.ts';

const FIXTURES = path.resolve(import.meta.dirname, 'fixtures');

/** A series with three records, whose teams spell their headings as they like, and the path of its teams' page. */
async function importRecords(plenum: Plenum, name: string): Promise<string> {
  const folder = path.join(FIXTURES, 'teams');
  await plenum.cli('import', folder, '--series', name, '--as', 'record', '--read', 'public');
  return `/${name.toLowerCase().replaceAll(' ', '-')}/teams`;
}

/** Opens a page and waits until it answers to presses. */
async function open(page: Page, address: string): Promise<void> {
  await page.goto(address, { waitUntil: 'networkidle' });
}

const list = (page: Page) => page.getByRole('list', { name: 'Teams in their order' });
const names = (page: Page) => list(page).getByRole('heading', { level: 3 }).getByRole('link');
const row = (page: Page, team: string) =>
  list(page)
    .locator('> li')
    .filter({ has: page.getByRole('heading', { level: 3, name: team, exact: true }) });

async function choose(page: Page, team: string, item: string): Promise<void> {
  await page.getByRole('button', { name: `What to do with ${team}` }).click();
  await page.getByRole('menu').getByText(item, { exact: true }).click();
}

async function accept(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Accept \d+ teams? and \d+ topics?$/ }).click();
  await expect(page.getByText('Accepted.')).toBeVisible();
}

test('teams are learned from decks, changed before they are accepted, and then known', async ({
  ada: { page },
  plenum,
}) => {
  await importRecords(plenum, 'Learned Quay');
  await open(page, '/learned-quay');
  await page.getByRole('link', { name: 'Open the teams' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Teams' })).toBeVisible();
  await expect(page.getByText('This series has no teams.')).toBeVisible();
  await expect(page.getByText('heading in 3 of 3 calls, last on 21 Nov 2024').first()).toBeVisible();
  await expect(page.getByRole('checkbox', { name: 'Take Team Quay' })).toBeChecked();
  await expectAccessible(page);

  await page.getByRole('checkbox', { name: 'Take Quay Call' }).uncheck();
  await page.getByRole('textbox', { name: 'Name of SIG Docs' }).fill('\u202EscoD');
  await page.getByRole('button', { name: 'Accept 3 teams and 2 topics' }).click();
  await expect(page.getByText('This name has characters that nobody sees')).toBeVisible();
  await expect(page.getByText('This series has no teams.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Name of SIG Docs' }).fill('Documentation team');
  await page.getByRole('checkbox', { name: /^@fay/ }).check();
  await accept(page);

  await expect(names(page)).toHaveText(['Team Quay', 'Team Lights', 'Documentation team']);
  await expect(row(page, 'Documentation team')).toContainText('SIG Docs');
  await expect(row(page, 'Documentation team')).toContainText('noor');
  await expect(row(page, 'Documentation team')).toContainText('fay');
  await expect(page.getByRole('button', { name: 'Make it a team: Welcome' })).toBeVisible();
  // What was not taken is asked again, folded.
  await expect(page.getByText('1 heading in the decks is not known yet')).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('link', { name: 'Documentation team' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Documentation team' })).toBeVisible();
  const reports = page.getByRole('listitem').filter({ hasText: /SIG Doc.*by @/ });
  await expect(reports).toHaveCount(3);
  await expectAccessible(page);
  await reports.last().getByText('SIG Documentation').first().click();
  await reports.last().getByRole('link', { name: 'Open in the record' }).click();
  await expect(page).toHaveURL(/\/learned-quay\/2024-11-07\/sig-documentation\/1$/);
});

test('teams are renamed, merged, split, moved and removed, and their old addresses lead on', async ({
  ada: { page },
  plenum,
}) => {
  const teams = await importRecords(plenum, 'Changed Quay');
  await open(page, teams);
  await accept(page);
  const series = '/changed-quay';

  await page.getByRole('button', { name: 'Edit Team Quay' }).click();
  await row(page, 'Team Quay').getByLabel('Name', { exact: true }).fill('Harbour side');
  await row(page, 'Team Quay').getByRole('button', { name: 'Save' }).click();
  await expect(row(page, 'Harbour side')).toContainText('Team Quay');
  await expect(page.getByRole('button', { name: 'Edit Harbour side' })).toBeFocused();
  await page.goto(`${series}/team/team-quay`);
  await expect(page).toHaveURL(`${series}/team/harbour-side`);
  await expect(page.getByRole('heading', { level: 1, name: 'Harbour side' })).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: /Team Quay.*by @/ })).toHaveCount(3);

  await open(page, teams);
  await page.getByRole('button', { name: 'Move Team Lights up' }).press('Enter');
  await expect(names(page)).toHaveText(['Team Lights', 'Harbour side', 'SIG Docs']);
  await expect(page.getByRole('button', { name: 'Move Team Lights up' })).toBeFocused();
  await expect(page.getByText('Team Lights is number 1 now.')).toBeAttached();

  await choose(page, 'Team Lights', 'Merge into another team …');
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('dialog').getByLabel('Team', { exact: true }).selectOption('Harbour side');
  await page.getByRole('dialog').getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(names(page)).toHaveText(['Harbour side', 'SIG Docs']);
  await page.goto(`${series}/team/team-lights`);
  await expect(page).toHaveURL(`${series}/team/harbour-side`);

  await open(page, teams);
  await choose(page, 'Harbour side', 'Split …');
  await page.getByRole('dialog').getByRole('checkbox', { name: 'Team Lights' }).check();
  await expect(page.getByLabel('Name of the new team')).toHaveValue('Team Lights');
  await expectAccessible(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Split', exact: true }).click();
  await expect(names(page)).toHaveText(['Harbour side', 'Team Lights', 'SIG Docs']);

  await choose(page, 'Team Lights', 'Remove …');
  await expect(page.getByRole('dialog')).toContainText('what was written under them stays');
  await page.getByRole('button', { name: 'Remove this team' }).click();
  await expect(names(page)).toHaveText(['Harbour side', 'SIG Docs']);
  await page.getByRole('button', { name: 'Make it a team: Team Lights' }).click();
  await expect(names(page)).toHaveText(['Harbour side', 'SIG Docs', 'Team Lights']);
});

test('what cannot be is refused beside its field, and nothing is half done', async ({ ada: { page }, plenum }) => {
  const teams = await importRecords(plenum, 'Strict Quay');
  await open(page, teams);
  await accept(page);
  // The list is drawn anew once it is accepted.
  await expect(names(page).first()).toBeVisible();
  const before = await names(page).allInnerTexts();

  await page.getByText('Add a team', { exact: true }).click();
  const name = page.getByLabel('Name', { exact: true });
  const add = page.getByRole('button', { name: 'Add this team' });
  for (const [wrong, sentence] of [
    ['', 'Please give the team a name.'],
    ['x'.repeat(300), 'A team’s name has at most 80 characters.'],
    ['Team \u202EyauQ', 'characters that nobody sees'],
    ['⚓', 'at least one letter or digit'],
  ] as const) {
    await name.fill(wrong);
    await add.click();
    await expect(page.getByRole('alert').filter({ hasText: sentence })).toBeVisible();
    await expect(name).toBeFocused();
  }
  await name.fill('Cranes');
  await page.getByLabel('Other spellings').fill('SIG Cranes\nsig-cranes');
  await add.click();
  await expect(page.getByRole('alert').filter({ hasText: 'Two of these spellings are the same' })).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Other spellings').fill('team quay');
  await add.click();
  await expect(page.getByRole('alert').filter({ hasText: 'is of the team “Team Quay”' })).toBeVisible();
  await expect(name).toHaveValue('Cranes');
  await expect(names(page)).toHaveText(before);
});

test('members are people without an account, on a phone', async ({ ada: { page }, actor, plenum }) => {
  const teams = await importRecords(plenum, 'Phone Quay');
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, teams);
  await expectAccessible(page);
  await accept(page);
  await page.getByRole('button', { name: 'Edit Team Lights' }).click();
  await page.getByLabel('Or somebody else').fill('@Mika');
  await page.getByRole('button', { name: 'Add a member' }).click();
  await expect(page.getByRole('button', { name: 'Take Mika out of Team Lights' })).toBeVisible();
  await page.getByLabel('Somebody of this series').selectOption('quinn');
  await page.getByRole('button', { name: 'Add a member' }).click();
  await expect(page.getByRole('button', { name: 'Take quinn out of Team Lights' })).toBeVisible();
  await page.getByRole('button', { name: 'Take Mika out of Team Lights' }).click();
  await expect(page.getByRole('button', { name: 'Take Mika out of Team Lights' })).toHaveCount(0);
  await expectAccessible(page);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  expect(wide).toBe(false);

  // Everybody may read these records, so everybody may see the teams, and nothing to press.
  const stranger = await actor();
  await stranger.page.goto(teams);
  await expect(names(stranger.page)).toHaveCount(3);
  await expect(stranger.page.getByRole('button', { name: /^Edit / })).toHaveCount(0);
  await expect(stranger.page.getByText('Learned from the decks')).toHaveCount(0);
  await expectAccessible(stranger.page);
});

test('a topic of a deck becomes a team from its own page', async ({ ada: { page }, plenum }) => {
  const call = await importCall(plenum, 'Topic Quay');
  await open(page, `${call.series}/teams?topic=Team%20Lights`);
  await expect(page.getByText('Make “Team Lights” a team of this series?')).toBeVisible();
  await page.getByRole('button', { name: 'Make it a team', exact: true }).click();
  await expect(names(page)).toHaveText(['Team Lights']);
  await expect(page.getByText('“Team Lights” is a heading of the team Team Lights.')).toBeVisible();
  await page.getByRole('link', { name: 'Team Lights' }).click();
  await expect(page.getByRole('main').getByRole('link', { name: /Team Lights/ })).toBeVisible();
});
