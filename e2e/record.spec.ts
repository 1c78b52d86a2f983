import { readFileSync } from 'node:fs';
import { WebSocket } from 'ws';
import { once } from 'node:events';
import { importCall, openDeck, shownSlide, typeAfter } from './harness/series.ts';
import { expect, expectAccessible, test } from './harness/scene.ts';

// Point 6: ended means kept.
test('a call that ends becomes a record: on the stage, in the archive, as Markdown, and nobody edits it', async ({
  ada: { page },
  actor,
  plenum,
}) => {
  const call = await importCall(plenum, 'Ending');
  await openDeck(page, call);
  await typeAfter(page, 'All lamps burn', ' to the end');
  await expect(page.getByText(/^Saved/)).toBeVisible();
  const text = await plenum.cli('text', call.deckId);
  const ticket = (await plenum.cli('ticket', call.deckId, '--role', 'writer', '--name', 'Late Larry')).trim();

  await page.goto(call.path);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Start the call' }).click();
  await page.getByRole('button', { name: 'End the call' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'End the call' }).click();
  await expect(page.getByRole('button', { name: /Resume the call/ })).toBeVisible();
  await expect(shownSlide(page)).toContainText('Harbour Community Call');

  const socket = new WebSocket(ticket);
  const [code] = (await once(socket, 'close')) as [number];
  expect(code).toBe(4409);

  const { page: stranger } = await actor();
  await stranger.goto(`${call.series}/archive`);
  await expect(stranger.getByRole('heading', { name: '2026' })).toBeVisible();
  await expect(stranger.getByText('5 slides')).toBeVisible();
  await expectAccessible(stranger);
  await stranger.goto(call.path);
  await expect(shownSlide(stranger)).toContainText('Harbour Community Call');
  await expectAccessible(stranger);
  const [download] = await Promise.all([
    stranger.waitForEvent('download'),
    stranger.getByRole('link', { name: /Markdown/ }).click(),
  ]);
  expect(readFileSync(await download.path(), 'utf8')).toBe(text);

  await page.getByRole('button', { name: /Resume the call/ }).click();
  await expect(page.getByRole('button', { name: 'End the call' })).toBeVisible();
  await openDeck(page, call);
  await typeAfter(page, 'to the end', ', and a little further');
  await expect(page.getByText(/^Saved/)).toBeVisible();
});

test('an open deck is told when the call ends', async ({ ada, plenum }) => {
  const call = await importCall(plenum, 'Ending Open');
  const writer = await ada.context.newPage();
  await openDeck(writer, call);
  await ada.page.goto(call.path);
  await ada.page.getByRole('button', { name: 'Start the call' }).click();
  await ada.page.getByRole('button', { name: 'End the call' }).click();
  await ada.page.getByRole('alertdialog').getByRole('button', { name: 'End the call' }).click();
  await expect(writer.getByText('The call has ended', { exact: false }).first()).toBeVisible();
});
