import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import type { Plenum } from './harness/plenum.ts';
import { expect, expectAccessible, test } from './harness/scene.ts';
import { editor, importCall, openDeck, shownSlide, type TestCall } from './harness/series.ts';

const DECK = `---
title: Harbour Pictures
slideOptions:
  theme: white
---

# Team Quay

![Boats](night.png)

- a crane ![](crane.png =300x)
- \`![no](picture.png)\`

---

# Team Pier

![](night.png)
`;

/** A call whose deck has a dark and a light picture. */
async function pictureCall(plenum: Plenum, name: string): Promise<TestCall> {
  const folder = await mkdtemp(path.join(tmpdir(), 'plenum-pictures-'));
  const bare = { width: 320, height: 120, channels: 3 } as const;
  await sharp({ create: { ...bare, background: '#102030' } })
    .png()
    .toFile(path.join(folder, 'night.png'));
  await sharp({ create: { ...bare, background: '#f0f4f0' } })
    .png()
    .toFile(path.join(folder, 'crane.png'));
  await writeFile(path.join(folder, '2026-12-17.md'), DECK);
  return importCall(plenum, name, folder);
}

function dialog(page: Page) {
  return page.getByRole('dialog', { name: 'Picture' });
}

async function standIn(page: Page, words: string): Promise<void> {
  await page.locator('.cm-line', { hasText: words }).first().click();
}

test('a picture gets its size and its words from the source, by keyboard alone, as one step of undo', async ({
  ada: { page },
  plenum,
}) => {
  await openDeck(page, await pictureCall(plenum, 'Picture Source'));
  const button = page.getByRole('button', { name: /^Size and place/ });
  await standIn(page, 'no](picture');
  await expect(button).toBeHidden();
  await standIn(page, 'Boats');
  await expect(button).toBeVisible();
  await page.keyboard.press('Alt+p');
  await expect(dialog(page).getByLabel('What it shows')).toBeFocused();
  await expect(dialog(page).locator('img')).toHaveJSProperty('complete', true);
  await expectAccessible(page);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Boats [at night]');
  await page.keyboard.press('Tab');
  await expect(dialog(page).getByRole('radio', { name: 'Its own' })).toBeFocused();
  // As long as a finger stays on a key: what is let go sooner moves only the focus.
  await page.keyboard.press('ArrowRight', { delay: 60 });
  await expect(dialog(page).getByRole('radio', { name: 'Small' })).toBeChecked();
  await page.keyboard.press('ArrowRight', { delay: 60 });
  await expect(dialog(page).getByRole('radio', { name: 'Half' })).toBeChecked();
  await page.getByLabel('What it shows').press('Enter');
  await expect(dialog(page)).toBeHidden();
  await expect(editor(page)).toBeFocused();
  await expect(editor(page)).toContainText(String.raw`![Boats \[at night\]](night.png =480x)`);
  await expect(shownSlide(page).getByRole('img', { name: 'Boats [at night]' })).toHaveAttribute('width', '480');

  await page.keyboard.press('Control+z');
  await expect(editor(page)).toContainText('![Boats](night.png)');
  await page.keyboard.press('Alt+p');
  await dialog(page).getByRole('radio', { name: 'Exact' }).click();
  await dialog(page).getByLabel('Width').fill('wide');
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByRole('alert')).toContainText('such as 300');
  await dialog(page).getByLabel('Width').fill('50%');
  await dialog(page).getByLabel('Height').fill('');
  await page.keyboard.press('Enter');
  await expect(editor(page)).toContainText('![Boats](night.png =50%x)');

  // Nothing is done by leaving.
  await page.keyboard.press('Alt+p');
  await dialog(page).getByLabel('What it shows').fill('Something else');
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  await expect(editor(page)).not.toContainText('Something else');
});

test('a picture is pressed on the slide, goes behind it with a veil, and comes back', async ({
  ada: { page },
  plenum,
}) => {
  await openDeck(page, await pictureCall(plenum, 'Picture Preview'));
  await standIn(page, 'Team Quay');
  await shownSlide(page).locator('img').nth(1).click();
  await dialog(page).getByRole('radio', { name: 'Small' }).click();
  await dialog(page).getByRole('button', { name: 'Apply' }).click();
  await expect(editor(page)).toContainText('![](crane.png =240x)');
  await expect(shownSlide(page).locator('img').nth(1)).toHaveAttribute('width', '240');

  await shownSlide(page).getByRole('img', { name: 'Boats' }).click();
  await dialog(page).getByRole('radio', { name: 'Behind this slide' }).click();
  await expect(dialog(page).getByRole('checkbox', { name: 'Veil it' })).toBeChecked();
  // Nearly black behind the white theme's black words.
  await expect(dialog(page).getByText('Text stays readable up to')).toBeVisible();
  await expectAccessible(page);
  const shows = Number(await dialog(page).getByRole('slider').inputValue());
  expect(shows).toBeGreaterThan(0.1);
  expect(shows).toBeLessThan(0.6);
  await dialog(page).getByRole('button', { name: 'Apply' }).click();
  await expect(shownSlide(page)).toHaveAttribute('data-background-opacity', String(shows));
  await expect(shownSlide(page)).toHaveAttribute('data-background-image', /^\/assets\//);
  await expect(shownSlide(page).locator('img')).toHaveCount(1);

  // The slide has two now: one in its text and one behind it.
  await shownSlide(page).locator('h1').click();
  await page.keyboard.press('Alt+p');
  const choice = page.getByRole('dialog', { name: 'Which picture?' });
  await expectAccessible(page);
  await choice.getByRole('button', { name: 'Behind this slide' }).click();
  await dialog(page).getByRole('radio', { name: 'Behind all slides' }).click();
  await dialog(page).getByRole('button', { name: 'Apply' }).click();
  await expect(editor(page)).toContainText(`parallaxBackgroundOpacity: ${shows}`);
  const body = page.frameLocator('iframe').locator('body');
  await expect(body).toHaveAttribute('style', new RegExp(`--deck-veil: ${1 - shows}`));
  await expect(shownSlide(page)).not.toHaveAttribute('data-background-image');

  await page.keyboard.press('Alt+p');
  await choice.getByRole('button', { name: 'Behind all slides' }).click();
  await dialog(page).getByRole('radio', { name: 'In the text' }).click();
  await dialog(page).getByLabel('What it shows').fill('Boats');
  await dialog(page).getByRole('button', { name: 'Apply' }).click();
  await expect(shownSlide(page).getByRole('img', { name: 'Boats' })).toBeVisible();
  await expect(editor(page)).not.toContainText('parallax');

  await shownSlide(page).getByRole('img', { name: 'Boats' }).click();
  await dialog(page).getByRole('button', { name: 'Remove from slide' }).click();
  await expect(shownSlide(page).getByRole('img', { name: 'Boats' })).toHaveCount(0);
});

test('the keyboard asks for pictures from within the slides', async ({ ada: { page }, plenum }) => {
  await openDeck(page, await pictureCall(plenum, 'Picture Keys'));
  await standIn(page, 'Team Pier');
  await expect(shownSlide(page)).toContainText('Team Pier');
  await page.frameLocator('iframe').locator('body').press('Alt+p');
  await expect(dialog(page).getByLabel('What it shows')).toBeFocused();
  await page.keyboard.type('The pier');
  await page.keyboard.press('Enter');
  await expect(editor(page)).toContainText('![The pier](night.png)');
});

test('the hint about a picture without words asks for them', async ({ ada: { page }, plenum }) => {
  await openDeck(page, await pictureCall(plenum, 'Picture Hint'));
  const count = page.getByRole('contentinfo').getByRole('button', { name: /hints?$/i });
  await count.click();
  const panel = page.getByRole('complementary', { name: 'Hints' });
  await panel.getByRole('button', { name: 'Describe it' }).first().click();
  await expect(dialog(page).getByLabel('What it shows')).toBeFocused();
  await page.keyboard.type('A crane');
  await page.keyboard.press('Enter');
  await expect(editor(page)).toContainText('![A crane](crane.png =300x)');
  await expect(panel.getByRole('button', { name: 'Describe it' })).toHaveCount(1);

  // And where it stands.
  await standIn(page, 'Team Pier');
  await page.keyboard.press('F8');
  await expect(page.locator('.cm-tooltip')).toContainText('says nothing');
  await page.keyboard.press('Control+.');
  await dialog(page).getByLabel('What it shows').fill('The pier');
  await page.keyboard.press('Enter');
  await expect(editor(page)).toContainText('![The pier](night.png)');
  await expect(panel.getByRole('button', { name: 'Describe it' })).toHaveCount(0);
});

test('others go on writing, and take the picture out', async ({ ada: { page, context }, plenum }) => {
  const call = await pictureCall(plenum, 'Picture Others');
  await openDeck(page, call);
  const other = await context.newPage();
  await openDeck(other, call);
  await standIn(page, 'Boats');
  await page.keyboard.press('Alt+p');
  await dialog(page).getByLabel('What it shows').fill('Boats at night');
  await standIn(other, 'Team Quay');
  await other.keyboard.press('End');
  await other.keyboard.type(' and the boats');
  await expect(shownSlide(page)).toContainText('and the boats');
  await dialog(page).getByRole('button', { name: 'Apply' }).click();
  await expect(editor(other)).toContainText('![Boats at night](night.png)');

  await page.keyboard.press('Alt+p');
  await expect(dialog(page)).toBeVisible();
  await standIn(other, 'Boats at night');
  await other.keyboard.press('Alt+p');
  await dialog(other).getByRole('button', { name: 'Remove from slide' }).click();
  await expect(dialog(page).getByRole('alert')).toContainText('took this picture out');
  await dialog(page).getByRole('button', { name: 'Close' }).click();
  await expect(dialog(page)).toBeHidden();
});

test('a phone has the whole menu on its screen', async ({ ada: { page }, plenum }) => {
  const call = await pictureCall(plenum, 'Picture Phone');
  await page.setViewportSize({ width: 390, height: 844 });
  await openDeck(page, call);
  await standIn(page, 'Boats');
  await page.getByRole('button', { name: /^Size and place/ }).click();
  await dialog(page).getByRole('radio', { name: 'Exact' }).click();
  const box = await dialog(page).boundingBox();
  expect(box?.x).toBeGreaterThanOrEqual(0);
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390);
  expect(await dialog(page).evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
  await expectAccessible(page);
  await dialog(page).getByRole('radio', { name: 'Behind this slide' }).click();
  await expectAccessible(page);
  await dialog(page).getByRole('button', { name: 'Apply' }).click();
  await expect(editor(page)).toContainText('.slide: data-background-image="night.png"');
});
