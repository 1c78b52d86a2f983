import type { BrowserContext, Page } from '@playwright/test';
import { FRAME } from '#lib/sync/frames.ts';
import { editor, importCall, openDeck, typeAfter } from './harness/series.ts';
import { expect, signIn, test } from './harness/scene.ts';

// What happens to words that are not yet saved. The network is cut in the browser: nothing is wrong with the server.
const CUT = /ERR_INTERNET_DISCONNECTED|WebSocket connection/;

async function copied(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Copy my text' }).click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  return page.evaluate(() => navigator.clipboard.readText());
}

const allowCopying = (context: BrowserContext) => context.grantPermissions(['clipboard-read', 'clipboard-write']);

test('two tabs write on without a network, leaving asks first, and both come together when it is back', async ({
  actor,
  plenum,
}) => {
  const call = await importCall(plenum, 'Cut Off');
  const { context, page } = await actor(CUT);
  await allowCopying(context);
  await signIn(page);
  const other = await context.newPage();
  await openDeck(page, call);
  await openDeck(other, call);
  await context.setOffline(true);
  await typeAfter(page, 'All lamps burn', ' in the first tab');
  await typeAfter(other, 'All lamps burn', ' in the second tab');
  for (const tab of [page, other]) await expect(tab.getByText('Offline – kept in this browser')).toBeVisible();
  expect(await copied(page)).toContain('All lamps burn in the first tab');

  const asked = page.waitForEvent('dialog');
  await page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();

  await context.setOffline(false);
  for (const tab of [page, other]) {
    await expect(tab.getByText(/^Saved/)).toBeVisible();
    await expect(editor(tab)).toContainText('in the first tab');
    await expect(editor(tab)).toContainText('in the second tab');
  }
  const text = await plenum.cli('text', call.deckId);
  expect(text.match(/in the first tab/g)).toHaveLength(1);
  expect(text.match(/in the second tab/g)).toHaveLength(1);
});

test('when the server does not confirm for ten seconds, a banner says so and offers the text', async ({
  ada: { context, page },
  plenum,
}) => {
  const call = await importCall(plenum, 'Unconfirmed');
  await allowCopying(context);
  let holding = false;
  await page.routeWebSocket(/\/sync\//, (socket) => {
    const server = socket.connectToServer();
    server.onMessage((message) => {
      if (!(holding && typeof message !== 'string' && message[0] === FRAME.barrier)) socket.send(message);
    });
  });
  await openDeck(page, call);
  holding = true;
  await typeAfter(page, 'All lamps burn', ' unconfirmed');
  await expect(page.getByText('The server has not confirmed', { exact: false })).toBeVisible({ timeout: 10_000 });
  expect(await copied(page)).toContain('All lamps burn unconfirmed');
  holding = false;
  await typeAfter(page, 'All lamps burn unconfirmed', '!');
  await expect(page.getByText(/^Saved/)).toBeVisible();
  await expect(page.getByText('The server has not confirmed', { exact: false })).toBeHidden();
});

test('what was written offline while the call ended is given back as text, after a reload too', async ({
  ada,
  actor,
  plenum,
}) => {
  const call = await importCall(plenum, 'Ended Meanwhile');
  const { context, page } = await actor(CUT);
  await allowCopying(context);
  await signIn(page);
  await openDeck(page, call);
  await context.setOffline(true);
  await typeAfter(page, 'All lamps burn', ' too late for the record');
  await expect(page.getByText('Offline – kept in this browser')).toBeVisible();
  await ada.page.goto(call.path);
  await ada.page.getByRole('button', { name: 'Start the call' }).click();
  await ada.page.getByRole('button', { name: 'End the call' }).click();
  await ada.page.getByRole('alertdialog').getByRole('button', { name: 'End the call' }).click();
  await expect(ada.page.getByRole('button', { name: /Resume the call/ })).toBeVisible();

  await context.setOffline(false);
  await expect(page.getByText('What you typed since was not taken', { exact: false })).toBeVisible();
  expect(await copied(page)).toContain('All lamps burn too late for the record');
  page.on('dialog', (dialog) => void dialog.accept());
  await page.goto(`${call.path}/deck`);
  await expect(page.getByText('Something you typed here earlier was not taken', { exact: false })).toBeVisible();
  expect(await copied(page)).toContain('All lamps burn too late for the record');
  expect(await plenum.cli('text', call.deckId)).not.toContain('too late');
});

test('what was written offline while a backup was restored is given back as text, and does not come back by itself', async ({
  actor,
  plenum,
}) => {
  const call = await importCall(plenum, 'Restored Meanwhile');
  const { context, page } = await actor(CUT);
  await allowCopying(context);
  await signIn(page);
  await openDeck(page, call);
  await context.setOffline(true);
  await typeAfter(page, 'All lamps burn', ' of another epoch');
  await expect(page.getByText('Offline – kept in this browser')).toBeVisible();
  await plenum.sql('UPDATE deck SET epoch = epoch + 1 WHERE id = $1', call.deckId);

  await context.setOffline(false);
  await expect(page.getByText('The deck was restored from a backup', { exact: false })).toBeVisible();
  expect(await copied(page)).toContain('All lamps burn of another epoch');
  page.on('dialog', (dialog) => void dialog.accept());
  await page.getByRole('button', { name: 'Reload' }).click();
  await expect(page.getByText('Something you typed here earlier was not taken', { exact: false })).toBeVisible();
  await expect(editor(page)).not.toContainText('of another epoch');
  await typeAfter(page, 'All lamps burn', ' after the restore');
  await expect(page.getByText(/^Saved/)).toBeVisible();
  const text = await plenum.cli('text', call.deckId);
  expect([text.includes('after the restore'), text.includes('of another epoch')]).toEqual([true, false]);
});
