import type { Page } from '@playwright/test';
import { importCall, openDeck, shownSlide, typeAfter } from './harness/series.ts';
import { expect, expectAccessible, test } from './harness/scene.ts';

const text = (page: Page) => page.getByRole('region', { name: 'The slides as text' });
const article = (page: Page, words: string) => text(page).getByRole('article').filter({ hasText: words });
const follow = (page: Page) => page.locator('[data-follow]');
const heard = (page: Page) => page.locator('[data-announced]');
const next = (page: Page) => page.getByRole('button', { name: 'Next', exact: true });
const previous = (page: Page) => page.getByRole('button', { name: 'Previous', exact: true });
/** How far the text is scrolled. */
const place = (page: Page) => text(page).evaluate((region) => region.scrollTop);
/** Whether the section that a slide opens begins at the upper edge of the text. */
const atEdge = (page: Page, words: string) =>
  article(page, words).evaluate((each) => {
    const top = each.closest('section')?.getBoundingClientRect().top ?? -1;
    return Math.abs(top - (each.closest('[role=region]')?.getBoundingClientRect().top ?? 0)) < 4;
  });

test('the audience comes late, reads along as text, keeps its place, shares a slide and says hello', async ({
  ada,
  actor,
  plenum,
}) => {
  const call = await importCall(plenum, 'Audience Call');
  const { page: presenter } = ada;
  const writer = await ada.context.newPage();
  const { page: phone, context } = await actor();
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await phone.setViewportSize({ width: 390, height: 844 });
  await phone.emulateMedia({ reducedMotion: 'reduce' });

  // Before the call a link to a slide waits like any other page.
  await phone.goto(`${call.path}/live?slide=AAAA.0123456789ab`);
  await expect(phone.getByText('This page opens the slides by itself when the call starts.')).toBeVisible();

  await presenter.goto(`${call.path}/present`);
  await presenter.getByRole('button', { name: 'Start the call' }).click();
  await expect(presenter.getByText('You present')).toBeVisible();
  for (const slide of ['Team Quay', 'Cranes', 'Team Lights']) {
    await next(presenter).click();
    await expect(shownSlide(presenter)).toContainText(slide);
  }

  // Who comes late gets one line, and the way to what is over.
  await phone.goto(`${call.series}/now`);
  await expect(shownSlide(phone)).toContainText('Team Lights');
  const late = phone.getByRole('region', { name: 'What you missed' });
  await expect(late).toContainText(/Started \d\d:\d\d · Team Lights, 3 of 4 · what you missed/);
  await expect(phone.getByRole('region', { name: 'Text of this slide' })).toContainText('All lamps burn');
  await expect(heard(phone)).toBeEmpty();
  await expectAccessible(phone);
  await late.getByRole('button', { name: 'what you missed' }).click();
  await expect(late.getByRole('listitem')).toHaveText(['Harbour Community Call', 'Team Quay']);
  await late.getByRole('button', { name: 'Team Quay' }).click();
  await expect(shownSlide(phone)).toContainText('Report by @quinn');
  await expect(follow(phone)).toHaveText('2 slides behind – rejoin');

  // On one's own, one step on; a link to that slide; and back to the presenter.
  await phone.getByRole('button', { name: 'On', exact: true }).click();
  await expect(shownSlide(phone)).toContainText('The new crane lifts');
  await expect(heard(phone)).toHaveText('Team Quay, slide 3 of 5: Cranes');
  await phone.getByRole('button', { name: 'Copy link' }).click();
  await expect(phone.getByText('Link copied')).toBeVisible();
  const link = new URL(await phone.evaluate(() => navigator.clipboard.readText()));
  expect(link.pathname).toBe(`${call.path}/live`);
  await follow(phone).click();
  await expect(shownSlide(phone)).toContainText('All lamps burn');
  await late.getByRole('button', { name: 'Close this line' }).click();
  await expect(late).toBeHidden();

  // A tap shows the slide alone; the way back never hides.
  await shownSlide(phone).click();
  await expect(phone.getByRole('region', { name: 'Text of this slide' })).toBeHidden();
  await expect(follow(phone)).toBeVisible();
  await phone.getByRole('button', { name: 'Leave full screen' }).click();
  await expect(phone.getByRole('region', { name: 'Text of this slide' })).toBeVisible();
  // The browser gives the screen back a moment later, and moves everything once more.
  await phone.waitForFunction(() => document.fullscreenElement === null);

  // The text view: an ordinary document, in step with the stage, without the stage.
  await phone.getByRole('button', { name: 'Text view' }).click();
  await expect(article(phone, 'All lamps burn')).toHaveAttribute('aria-current', 'true');
  await expect(phone.locator('iframe')).toHaveCount(0);
  await expect(text(phone)).toMatchAriaSnapshot(`
    - region:
      - heading "Harbour Community Call" [level=2]
      - article:
        - paragraph: Slide 1 of 5
        - heading "2026-12-17" [level=3]
      - heading "Team Quay" [level=2]
      - article:
        - paragraph: Slide 2 of 5
        - paragraph: Report by @quinn
      - article:
        - paragraph: Slide 3 of 5
        - heading "Cranes" [level=3]
        - list:
          - listitem:
            - text: The new crane lifts
            - list:
              - listitem: Twelve tons, slowly
          - listitem: The old one rests
      - heading "Team Lights" [level=2]
      - article:
        - paragraph: Slide 4 of 5 On the stage
        - list:
          - listitem: All lamps burn
      - heading "Goodbye" [level=2]
      - article:
        - paragraph: Slide 5 of 5
        - paragraph: See you next week
  `);
  await expectAccessible(phone);
  await phone.getByRole('button', { name: 'Larger text' }).click();
  await next(presenter).click();
  await expect(heard(phone)).toHaveText('Goodbye, slide 5 of 5');
  await expect(article(phone, 'See you next week')).toHaveAttribute('aria-current', 'true');
  await expect.poll(() => atEdge(phone, 'See you next week')).toBe(true);

  // Without following the place stays where it is, whatever the stage does, and nothing is said.
  await follow(phone).click();
  const kept = await place(phone);
  await previous(presenter).click();
  await expect(article(phone, 'All lamps burn')).toHaveAttribute('aria-current', 'true');
  expect(await place(phone)).toBe(kept);
  await expect(heard(phone)).toHaveText('Goodbye, slide 5 of 5');
  await follow(phone).click();
  await expect.poll(() => atEdge(phone, 'All lamps burn')).toBe(true);
  await expect(article(phone, 'All lamps burn')).toBeFocused();

  // Hello goes to the presenter, and stays for the record.
  await phone.getByRole('button', { name: 'Say hello' }).click();
  await phone.getByLabel('Your name').fill('Kim');
  await phone.getByLabel('Also put my name in the record of this call').check();
  await expectAccessible(phone);
  await phone.getByRole('dialog').getByRole('button', { name: 'Say hello' }).click();
  await expect(phone.getByText('Thank you, Kim.')).toBeVisible();
  await phone.getByRole('button', { name: 'Close' }).click();
  await expect(phone.getByRole('button', { name: 'Say hello' })).toBeHidden();

  // The link means its slide, whatever is written before it and in it.
  await openDeck(writer, call);
  await typeAfter(writer, 'Report by @quinn', '\n\n---\n\n# Squeezed in before');
  await typeAfter(writer, 'The old one rests', ' in peace');
  await expect(article(phone, 'The old one rests in peace')).toBeVisible();
  const { page: friend } = await actor();
  await friend.goto(`${link.pathname}${link.search}`);
  await expect(shownSlide(friend)).toContainText('The old one rests in peace');
  await expect(follow(friend)).toHaveText('1 slide behind – rejoin');
  await expectAccessible(friend);
  await follow(friend).click();
  await expect(shownSlide(friend)).toContainText('All lamps burn');
  await expect(friend).toHaveURL(new RegExp(`${call.path}/live$`));

  // After the end everybody is told, and the link leads to that slide in the record.
  await presenter.goto(call.path);
  await presenter.getByRole('button', { name: 'End the call' }).click();
  await presenter.getByRole('alertdialog').getByRole('button', { name: 'End the call' }).click();
  await expect(phone.getByRole('link', { name: 'Open the record' })).toBeVisible();
  await friend.goto(`${link.pathname}${link.search}`);
  await expect(friend).toHaveURL(/\/cranes\/1$|\/team-quay\/2$|\/squeezed-in-before\/2$/);
  await expect(shownSlide(friend)).toContainText('The old one rests in peace');
  await expect(friend.getByText('First time here:')).toBeVisible();
  await presenter.reload();
  await presenter.getByRole('button', { name: 'Take Kim out of the record' }).click();
  await expect(presenter.getByText('First time here:')).toBeHidden();
});
