import type { Page } from '@playwright/test';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import type { Plenum } from './harness/plenum.ts';
import { expect, expectAccessible, test } from './harness/scene.ts';
import { editor, importCall, openDeck, shownSlide, typeAfter, type TestCall } from './harness/series.ts';

/** Somebody from anywhere, who writes by a ticket what `write` does; gives what makes them leave. */
async function stranger(
  plenum: Plenum,
  call: TestCall,
  { name, write }: { readonly name: string; readonly write: (text: Y.Text) => void },
): Promise<() => void> {
  const address = (await plenum.cli('ticket', call.deckId, '--role', 'writer', '--name', name)).trim();
  const [base = '', rest = ''] = address.split('/sync/');
  const [room = '', query = ''] = rest.split('?');
  const doc = new Y.Doc();
  const provider = new WebsocketProvider(`${base}/sync`, room, doc, {
    params: Object.fromEntries(new URLSearchParams(query)),
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
  });
  const synced = Promise.withResolvers<undefined>();
  provider.once('sync', () => synced.resolve(undefined));
  await synced.promise;
  write(doc.getText('deck'));
  return () => provider.destroy();
}

/** Makes one section say nothing but LOL. */
function destroyQuay(text: Y.Text): void {
  const from = text.toJSON().indexOf('Report by @quinn');
  const to = text.toJSON().indexOf('---\n\n# Team Lights');
  text.doc?.transact(() => {
    text.delete(from, to - from);
    text.insert(from, 'LOL\n\n');
  });
}

const timeline = (page: Page) => page.getByRole('navigation', { name: 'What happened' });
const preview = (page: Page) => page.getByRole('group', { name: 'What will change' });

/** A deck in which Ada wrote a line, Larry destroyed Team Quay, and Ada went on. */
async function destroyed(plenum: Plenum, page: Page, name: string): Promise<TestCall> {
  const call = await importCall(plenum, name);
  await openDeck(page, call);
  await typeAfter(page, 'All lamps burn', ', all night');
  await expect(page.locator('[data-save="safe"]')).toBeVisible();
  const leave = await stranger(plenum, call, { name: 'Larry Lamp', write: destroyQuay });
  await expect(editor(page)).toContainText('LOL');
  leave();
  await typeAfter(page, 'See you next week', ', by the quay');
  await expect(page.locator('[data-save="safe"]')).toBeVisible();
  return call;
}

test('a host finds who destroyed a section, undoes all of theirs, and nobody else’s words are lost', async ({
  ada: { page },
  plenum,
}) => {
  const call = await destroyed(plenum, page, 'Undoing');
  await page.getByRole('link', { name: 'History' }).click();
  await expect(page.getByRole('heading', { name: 'History' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Lock the deck' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Put out Larry Lamp' })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Undo all by Larry Lamp' }).click();
  await expect(preview(page).locator('ins', { hasText: 'The new crane lifts' })).toBeVisible();
  await expect(preview(page).locator('del', { hasText: 'LOL' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(page.getByRole('status').getByText(/^All by Larry Lamp since .* is undone/)).toBeVisible();
  const text = await plenum.cli('text', call.deckId);
  expect(text).toContain('The new crane lifts');
  expect(text).toContain('All lamps burn, all night');
  expect(text).toContain('See you next week, by the quay');
  expect(text).not.toContain('LOL');

  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(page.getByText('Taken back')).toBeVisible();
  expect(await plenum.cli('text', call.deckId)).toContain('LOL');
});

test('one section comes back as it was; the moment has an address, slides, a play and a name', async ({
  ada: { page },
  plenum,
}) => {
  const call = await destroyed(plenum, page, 'Restoring');
  await page.goto(`${call.path}/history`);
  await timeline(page)
    .getByRole('button', { name: /^Larry Lamp/ })
    .click();
  await expect(page.getByRole('heading', { name: 'Before Larry Lamp’s first edit' })).toBeVisible();
  expect(new URL(page.url()).search).toMatch(/^\?at=\d+$/);
  await page.reload();
  await expect(page.getByRole('group', { name: /different/ }).locator('del', { hasText: 'Twelve tons' })).toBeVisible();

  await expectAccessible(page);
  await page.getByRole('radio', { name: 'Slides' }).click();
  await expect(page.getByText('difference 1 of')).toBeVisible();
  await expect(shownSlide(page, 0)).toContainText('Report by');
  await expect(shownSlide(page, 1)).toContainText('LOL');

  await page.getByRole('button', { name: 'Name this moment' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Before the storm');
  await page.getByRole('button', { name: 'Keep it' }).click();
  await expect(timeline(page).getByText('“Before the storm”')).toBeVisible();

  await timeline(page)
    .getByRole('button', { name: /^Larry Lamp/ })
    .click();
  await page.getByRole('button', { name: 'Play what Larry Lamp wrote' }).click();
  const played = page.getByRole('region', { name: 'The text at this moment' });
  await expect(played).toContainText('The old one rests');
  await page.getByRole('slider', { name: 'Moment' }).press('End');
  await expect(played.locator('ins', { hasText: 'LOL' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Close' }).click();

  await page.getByRole('button', { name: 'Restore Team Quay' }).click();
  await expect(preview(page)).toBeVisible();
  await page.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect(page.getByRole('status').getByText(/^Team Quay is as it was at/)).toBeVisible();
  const text = await plenum.cli('text', call.deckId);
  expect(text).toContain('Twelve tons');
  expect(text).toContain('by the quay');
  expect(text).not.toContain('LOL');
});

test('on a phone the moment stands in place of the timeline, and the margin of the text says who wrote', async ({
  ada: { page },
  plenum,
}) => {
  const call = await destroyed(plenum, page, 'Phone history');
  await page.getByRole('button', { name: 'Who wrote' }).click();
  await expect(page.getByTitle(/^Larry Lamp, /).first()).toBeAttached();
  await page.keyboard.press('Alt+w');
  await expect(page.getByTitle(/^Larry Lamp, /)).toHaveCount(0);

  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${call.path}/history`);
  await timeline(page)
    .getByRole('button', { name: /^Larry Lamp/ })
    .click();
  await expect(page.getByRole('heading', { name: 'Before Larry Lamp’s first edit' })).toBeVisible();
  await expect(timeline(page)).toBeHidden();
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await page.getByRole('button', { name: 'All of history' }).click();
  await expect(timeline(page)).toBeVisible();
});
