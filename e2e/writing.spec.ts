import { editor, importCall, openDeck, shownSlide, typeAfter } from './harness/series.ts';
import { expect, expectAccessible, signIn, test } from './harness/scene.ts';

// Point 3: two people in one deck.
test('two people write different sections at the same moment and see the same', async ({ ada, actor, plenum }) => {
  const call = await importCall(plenum, 'Two Writers');
  const ben = await actor();
  await ada.page.goto(`${call.series}/people`);
  await ada.page.getByLabel('What is it for?').last().fill('Team leads');
  await ada.page.getByRole('button', { name: 'Make a link' }).click();
  const address = await ada.page.getByText(/\/-\/link\//).innerText();
  await ben.page.goto(new URL(address).pathname);
  await ben.page.getByLabel('Your name').fill('Ben Bollard');
  await expectAccessible(ben.page);
  await ben.page.getByRole('button', { name: 'Go on' }).click();
  await expect(ben.page).toHaveURL(new RegExp(`${call.path}/deck$`));

  await Promise.all([openDeck(ada.page, call), openDeck(ben.page, call)]);
  await Promise.all([
    typeAfter(ada.page, 'The old one rests', '\n- Ada was here first'),
    typeAfter(ben.page, 'All lamps burn', '\n- Ben was here too'),
  ]);
  for (const { page } of [ada, ben]) {
    await expect(editor(page)).toContainText('Ada was here first');
    await expect(editor(page)).toContainText('Ben was here too');
    await expect(page.locator('[data-save="safe"]')).toBeVisible();
  }
  await expect(ada.page.getByText('Ben Bollard').first()).toBeAttached();
  await expect(ben.page.getByText('Ada Harbour').first()).toBeAttached();
  await expect(shownSlide(ada.page)).toContainText('Ada was here first');
  await expect(shownSlide(ben.page)).toContainText('Ben was here too');
  await expect.poll(() => plenum.cli('text', call.deckId)).toContain('- Ada was here first');
  expect(await plenum.cli('text', call.deckId)).toContain('- Ben was here too');
  await expectAccessible(ada.page);
});

test('the preview shows the slide under the cursor, the outline moves both', async ({ ada: { page }, plenum }) => {
  const call = await importCall(plenum, 'Outline Moves');
  await openDeck(page, call);
  await page.locator('.cm-line', { hasText: 'All lamps burn' }).click();
  await expect(shownSlide(page)).toContainText('Team Lights');
  await page.getByRole('navigation', { name: 'Outline' }).getByRole('button', { name: '5 Goodbye' }).click();
  await expect(shownSlide(page)).toContainText('See you next week');
  await page.keyboard.type('Well. ');
  await expect(shownSlide(page)).toContainText('Well.');
});

test('the same account in two browsers is two cursors', async ({ ada, actor, plenum }) => {
  const call = await importCall(plenum, 'Same Account');
  const other = await actor();
  await signIn(other.page);
  await Promise.all([openDeck(ada.page, call), openDeck(other.page, call)]);
  await typeAfter(ada.page, 'All lamps burn', ' brightly');
  await expect(editor(other.page)).toContainText('All lamps burn brightly');
  await other.page.keyboard.press('Escape');
});

test('a phone shows one part at a time', async ({ ada: { page }, plenum }) => {
  const call = await importCall(plenum, 'On A Phone');
  await page.setViewportSize({ width: 390, height: 844 });
  await openDeck(page, call);
  await typeAfter(page, 'All lamps burn', ' here');
  await page.getByRole('button', { name: 'Slides' }).click();
  await expect(shownSlide(page)).toContainText('All lamps burn here');
  await page.getByRole('button', { name: 'Outline' }).click();
  await page.getByRole('navigation', { name: 'Outline' }).getByRole('button', { name: '5 Goodbye' }).click();
  await expect(editor(page)).toBeVisible();
  await expectAccessible(page);
});
