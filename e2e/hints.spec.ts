import type { Page } from '@playwright/test';
import { editor, importCall, openDeck, shownSlide } from './harness/series.ts';
import { expect, expectAccessible, test } from './harness/scene.ts';

// The deck's own text and all that is wrong with it stand in the fixture; its call is on 2026-12-31.
const MESSY = '2026-12-31.md';

/** The count in the status bar. */
function count(page: Page) {
  return page.getByRole('contentinfo').getByRole('button', { name: /hints?$/i });
}

function panel(page: Page) {
  return page.getByRole('complementary', { name: 'Hints' });
}

/** The group of hints that says this. */
function group(page: Page, sentence: string) {
  return panel(page).locator('div', { hasText: sentence }).last().locator('..');
}

test('the hints on a messy deck are counted, listed, gone to and mended', async ({ ada: { page }, plenum }) => {
  const call = await importCall(plenum, 'Messy Deck', MESSY);
  await openDeck(page, call);
  // With the slide that is too tall as long as its separator is broken, which the stage measures.
  await expect(count(page)).toHaveText('28 hints');
  // What stays for a moment is spoken; what comes and goes within it is not.
  await expect(page.getByRole('status').filter({ hasText: '28 hints' })).toBeAttached();
  await count(page).click();
  await expect(panel(page)).toBeFocused();
  await expect(panel(page).getByRole('heading', { level: 3 })).toHaveText([/^To mend/, /^Advice/]);
  await expectAccessible(page);

  // The dates are not the call's.
  await panel(page).getByRole('button', { name: 'line 15' }).click();
  await expect(editor(page)).toBeFocused();
  await expect(shownSlide(page)).toContainText('2026-12-24');
  await panel(page).getByRole('button', { name: 'Write 2026-12-31' }).last().click();
  await expect(shownSlide(page)).toContainText('2026-12-31');
  await expect(count(page)).toHaveText('27 hints');
  await expect(panel(page).getByRole('button', { name: 'Write =300x' })).toBeFocused();

  // All of a kind at once, and back at once.
  const slides = page.getByRole('contentinfo').getByText(/slide \d+ of \d+/);
  await expect(slides).toHaveText(/of 6$/);
  await group(page, 'These hyphens begin no slide').getByRole('button', { name: 'Mend all 3' }).click();
  await expect(slides).toHaveText(/of 9$/);
  await expect(count(page)).toHaveText('23 hints');
  await editor(page).focus();
  await page.keyboard.press('Control+z');
  await expect(slides).toHaveText(/of 6$/);
  await expect(count(page)).toHaveText('27 hints');
  await expect(page.getByRole('status').filter({ hasText: '27 hints' })).toBeAttached();

  await panel(page).focus();
  await page.keyboard.press('Escape');
  await expect(panel(page)).toBeHidden();
  await expect(count(page)).toBeFocused();
});

test('a mark beside the text says what is wrong and mends it', async ({ ada: { page }, plenum }) => {
  const call = await importCall(plenum, 'Messy Marks', MESSY);
  await openDeck(page, call);
  const outline = page.getByRole('navigation', { name: 'Outline' });
  // A hint that comes later, from the stage, would close what is open beside the text.
  await expect(count(page)).toHaveText('28 hints');
  await expect(outline.getByRole('button', { name: 'Harbour Community Call 5 hints' })).toBeVisible();
  await page.locator('.cm-lint-marker').first().hover();
  await page.getByRole('button', { name: 'Write 2026-12-31' }).click();
  await expect(editor(page)).toContainText('title: Harbour Community Call 2026-12-31');
  await expect(outline.getByRole('button', { name: 'Harbour Community Call 4 hints' })).toBeVisible();
  await page.keyboard.press('F8');
  await expect(page.locator('.cm-tooltip')).toContainText('“colour” at the top of the deck');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(page.locator('.cm-tooltip')).toBeHidden();
});

test('a phone has the list over the text, and its last hint goes kindly', async ({ ada: { page }, plenum }) => {
  const call = await importCall(plenum, 'Tidy Phone');
  await page.setViewportSize({ width: 390, height: 844 });
  await openDeck(page, call);
  await expect(count(page)).toBeHidden();
  await page.locator('.cm-line', { hasText: 'All lamps burn' }).first().click();
  await page.keyboard.press('End');
  await page.keyboard.type('\n[more]()');
  await expect(count(page)).toHaveText('1 hint');
  await page.getByRole('button', { name: 'Slides' }).click();
  await count(page).click();
  await expectAccessible(page);
  await panel(page)
    .getByRole('button', { name: /^line \d+/ })
    .click();
  await expect(editor(page)).toBeFocused();
  await panel(page).getByRole('button', { name: 'Write more' }).press('Enter');
  await expect(panel(page)).toContainText('Nothing left to mend');
  await expect(panel(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(panel(page)).toBeHidden();
  await expect(editor(page)).toBeFocused();
  await expect(editor(page)).toContainText('- more');
});
