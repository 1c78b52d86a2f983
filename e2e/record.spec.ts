import { readFileSync } from 'node:fs';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { importCall, openDeck, shownSlide, typeAfter } from './harness/series.ts';
import { expect, expectAccessible, test } from './harness/scene.ts';

/** Joins a deck as any y-websocket client would, types a word, and gives the code with which the server closes the socket. */
async function closingAfterAnEdit(address: string): Promise<number> {
  const doc = new Y.Doc();
  const [room = '', query = ''] = address.split('/sync/')[1]?.split('?') ?? [];
  const provider = new WebsocketProvider(`${address.split('/sync/')[0]}/sync`, room, doc, {
    params: Object.fromEntries(new URLSearchParams(query)),
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
  });
  const closed = Promise.withResolvers<number>();
  provider.on('connection-close', (event) => closed.resolve(event?.code ?? 0));
  provider.once('sync', () => doc.getText('deck').insert(0, 'too late'));
  const code = await closed.promise;
  provider.destroy();
  return code;
}

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

  expect(await closingAfterAnEdit(ticket)).toBe(4409);
  expect(await plenum.cli('text', call.deckId)).toBe(text);

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
