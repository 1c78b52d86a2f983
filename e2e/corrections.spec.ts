import { expect, type Page } from '@playwright/test';
import type { Plenum } from './harness/plenum.ts';
import { comeByLink, editor, importCall, shownSlide, typeAfter, type TestCall } from './harness/series.ts';
import { expectAccessible, test } from './harness/scene.ts';

const FIXTURE = 'e2e/fixtures/2026-12-17.md';

/** Ends the call by its buttons; its record is sealed, and it began now: until tomorrow at 18:00 it can be corrected. */
async function end(page: Page, plenum: Plenum, call: TestCall): Promise<void> {
  await page.goto(call.path);
  await page.getByRole('button', { name: 'Start the call' }).click();
  await page.getByRole('button', { name: 'End the call' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'End the call' }).click();
  await expect(page.getByRole('button', { name: /Resume the call/ })).toBeVisible();
  await plenum.sql(
    `UPDATE edition SET seals_at = now(), sealed_at = now() FROM record JOIN deck ON deck.call_id = record.call_id
     WHERE edition.record_id = record.id AND deck.id = $1`,
    call.deckId,
  );
  await plenum.sql(
    'UPDATE call SET starts_at = now() FROM deck WHERE deck.call_id = call.id AND deck.id = $1',
    call.deckId,
  );
}

/** The job wakes as if its time had come. */
async function closingTime(plenum: Plenum, call: TestCall): Promise<void> {
  await plenum.sql(
    'UPDATE correction SET due_at = now() FROM deck WHERE deck.call_id = correction.call_id AND deck.id = $1',
    call.deckId,
  );
  await plenum.sql(`UPDATE jobs.job SET start_after = now() WHERE name = 'publish-corrections'`);
}

async function fits(page: Page): Promise<void> {
  const before = page.viewportSize();
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  if (before !== null) await page.setViewportSize(before);
}

test('a reporter corrects their section, all of it becomes a second edition, and the first says what changed later', async ({
  ada: { page },
  actor,
  plenum,
}) => {
  const call = await importCall(plenum, 'Correcting');
  await plenum.sql(`UPDATE series SET write = 'link' WHERE slug = 'correcting'`);
  const { page: quinn } = await actor(/403/);
  await comeByLink(page, quinn, call, 'Quinn Quay');
  await plenum.sql(
    `UPDATE section SET reporter_id = (SELECT id FROM person WHERE name = 'Quinn Quay' LIMIT 1)
     WHERE title = 'Team Quay' AND deck_id = $1`,
    call.deckId,
  );
  await end(page, plenum, call);

  await quinn.goto(call.path);
  await expect(quinn.getByText(/^Sections can be corrected until tomorrow at \d\d:\d\d/)).toBeVisible();
  await expect(quinn.getByRole('link', { name: /^Correct this section.*Team Lights/ })).toHaveCount(0);
  await expectAccessible(quinn);
  await fits(quinn);
  await quinn.goto(`${call.path}/correct?section=team-lights`);
  await expect(quinn.getByRole('heading', { level: 1 })).toContainText(/not open to you|may not|not allowed/i);

  await quinn.goto(call.path);
  await quinn.getByRole('link', { name: 'Correct this section: Team Quay' }).first().click();
  await expect(quinn.getByRole('heading', { name: 'Correct “Team Quay”' })).toBeVisible();
  await expectAccessible(quinn);
  await fits(quinn);
  await quinn.getByRole('button', { name: 'Begin the correction' }).click();
  await expect(editor(quinn)).toContainText('The new crane lifts');
  await expect(editor(quinn)).not.toContainText('All lamps burn');
  await expect(quinn.getByText(/Correction of “Team Quay”\. Published with all others tomorrow/)).toBeVisible();
  await typeAfter(quinn, 'Twelve tons', ', and no more');
  await expect(quinn.getByText(/^Saved/)).toBeVisible();
  await expectAccessible(quinn);
  await fits(quinn);

  await page.goto(call.path);
  await expect(page.getByText(/^1 correction waits, published tomorrow at/)).toBeVisible();
  await expect(page.getByRole('link', { name: /^Correct this section.*Team Lights/ })).toBeVisible();
  await expect(page.getByText('and no more')).toHaveCount(0);

  await closingTime(plenum, call);
  await expect(quinn.getByText('The call has ended and its text is now the record').first()).toBeVisible();
  await quinn.reload();
  await expect(quinn.getByText('This correction is part of edition 2.')).toBeVisible();

  const { page: stranger } = await actor();
  await stranger.goto(call.path);
  await expect(stranger.locator('.reading')).toContainText('Twelve tons, slowly, and no more');
  await expect(stranger.getByText('Added after the call: Team Quay by Quinn Quay')).toBeVisible();
  await stranger.getByText('What changed since edition 1').click();
  await expect(
    stranger.getByRole('group', { name: 'What changed in Team Quay: Cranes' }).locator('ins').last(),
  ).toContainText('and no more');
  await expectAccessible(stranger);
  await fits(stranger);

  await stranger.goto(`${call.path}@1`);
  await expect(stranger.getByText('1 slide was changed later, in edition 2:')).toBeVisible();
  await expect(stranger.getByRole('link', { name: 'Changed later' })).toHaveAttribute(
    'href',
    `${call.path}/team-quay/2`,
  );
  await expectAccessible(stranger);
  await fits(stranger);
  await stranger.getByRole('link', { name: 'Team Quay: Cranes' }).click();
  await expect(shownSlide(stranger)).toContainText('and no more');

  // Four days later a host takes that slide out.
  await plenum.sql(
    `UPDATE call SET starts_at = now() - interval '4 days' FROM deck WHERE deck.call_id = call.id AND deck.id = $1`,
    call.deckId,
  );
  await quinn.goto(call.path);
  await expect(quinn.getByRole('heading', { name: 'Team Quay' })).toBeVisible();
  await expect(quinn.getByRole('link', { name: /^Correct this/ })).toHaveCount(0);
  await page.goto(call.path);
  await page.getByRole('link', { name: /^Correct this section.*Team Quay/ }).click();
  await page.getByRole('button', { name: 'Begin the correction' }).click();
  await expect(editor(page)).toContainText('and no more');
  await editor(page).click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('# Team Quay\n\nNothing moved.');
  await expect(page.getByText(/^Saved/)).toBeVisible();
  await page.getByRole('button', { name: 'Publish now' }).click();
  await expect(page.getByRole('dialog')).toContainText('These are not in the section any more: Cranes.');
  await expectAccessible(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByText('What changed since edition 2')).toBeVisible();
  await stranger.goto(`${call.path}/team-quay/2`);
  await expect(stranger.getByText('That slide is not in this edition any more.', { exact: false })).toBeVisible();
  await expect(shownSlide(stranger)).toContainText('Nothing moved');
  await stranger.goto(`${call.path}@2/team-quay/2`);
  await expect(shownSlide(stranger)).toContainText('and no more');
});

test('the date and the title of an imported record are corrected, and its old address leads on', async ({
  ada: { page },
  actor,
  plenum,
}) => {
  await plenum.cli('import', FIXTURE, '--series', 'Brought', '--as', 'record', '--read', 'public');
  await page.goto('/brought/2026-12-17');
  await expect(page.getByText('Plenum did not freeze it', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: 'More about this call' }).click();
  await page.getByRole('menuitem', { name: 'Correct date, title and teams' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('Title')).toHaveValue('Harbour Community Call');
  await expectAccessible(page);
  await fits(page);
  await dialog.getByLabel('Title').fill('');
  await dialog.getByRole('button', { name: 'Keep' }).click();
  await expect(dialog.getByText('A title has 1 to 200 characters.')).toBeVisible();
  await dialog.getByLabel('Title').fill('The harbour in December');
  await dialog.getByLabel('Date').fill('2026-12-10');
  await dialog.getByRole('button', { name: 'Keep' }).click();
  await page.waitForURL('**/brought/2026-12-10');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The harbour in December');
  await expect(page.getByText(/The date was corrected on .* by Ada Harbour; it was 17 Dec 2026\./)).toBeVisible();
  const { page: stranger } = await actor();
  await stranger.goto('/brought/2026-12-17/team-quay/1');
  await expect(stranger).toHaveURL(/\/brought\/2026-12-10/);
  await expect(stranger.getByText('The title was corrected', { exact: false })).toBeVisible();
  await expectAccessible(stranger);
});
