import { importCall, openDeck, shownSlide, typeAfter } from './harness/series.ts';
import { expect, expectAccessible, test } from './harness/scene.ts';

test('a film plays in the page once its card is pressed, and nothing of it is loaded before', async ({
  ada: { page },
  plenum,
}) => {
  const asked: string[] = [];
  await page.route('https://www.youtube-nocookie.com/**', (route) => {
    asked.push(route.request().url());
    return route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Film</title><p>The film</p>' });
  });
  const call = await importCall(plenum, 'Film Night');
  await openDeck(page, call);
  await typeAfter(page, 'All lamps burn', '\n\n{%youtube 1G4isv_Fylg %}\n');
  const card = shownSlide(page).getByRole('link', { name: /YouTube/ });
  await expect(card).toBeVisible();
  expect(asked).toEqual([]);

  await card.click();
  const dialog = page.getByRole('dialog');
  await expect(
    dialog.getByText('It is loaded from YouTube (www.youtube-nocookie.com)', { exact: false }),
  ).toBeVisible();
  await expect(dialog.frameLocator('iframe').getByText('The film')).toBeVisible();
  expect(asked).toEqual(['https://www.youtube-nocookie.com/embed/1G4isv_Fylg?autoplay=1']);
  await expect(dialog.getByRole('link', { name: 'Open in a new tab' })).toHaveAttribute(
    'href',
    'https://www.youtube.com/watch?v=1G4isv_Fylg',
  );
  await expectAccessible(page);
  await expect(dialog.getByRole('button', { name: 'Close' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await card.click();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.locator('iframe[src*="youtube"]')).toHaveCount(0);
});
