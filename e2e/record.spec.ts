import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { pictureFile } from './harness/pictures.ts';
import type { Plenum } from './harness/plenum.ts';
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
  await expect(page.locator('.reading')).toContainText('All lamps burn to the end');

  expect(await closingAfterAnEdit(ticket)).toBe(4409);
  expect(await plenum.cli('text', call.deckId)).toBe(text);

  const { page: stranger } = await actor();
  await stranger.goto(`${call.series}/archive`);
  await expect(stranger.getByRole('heading', { name: '2026' })).toBeVisible();
  await expect(stranger.getByText('5 slides')).toBeVisible();
  await expectAccessible(stranger);
  await stranger.goto(call.path);
  await expect(stranger.locator('.reading')).toContainText('All lamps burn to the end');
  await stranger.keyboard.press('s');
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

const NEWER = `# Read Call

---

# Team Quay

Report by @quinn

- The *new* crane lifts [twice](https://crane.example/log)

![The crane](crane.png) ![the old map](gone.png)

Note: only for who presents

----

## Plans

- A second crane

---

# Ausblick

- Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz${'x'.repeat(90)}
`;

/** A series with two records. */
async function importRecords(plenum: Plenum): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'plenum-records-'));
  writeFileSync(path.join(folder, 'crane.png'), (await pictureFile('crane.png', 90, 640, 360)).buffer);
  writeFileSync(path.join(folder, '2026-05-07.md'), '# Read Call\n\n---\n\n# Team Quay\n\n- The old crane rests\n');
  writeFileSync(path.join(folder, '2026-05-14.md'), NEWER);
  await plenum.cli('import', folder, '--series', 'Read Call', '--as', 'record', '--read', 'public');
  rmSync(folder, { recursive: true });
}

const RECORD = '/read-call/2026-05-14';

// Point 2 of the archive: a record is a page to read, to print, to cite.
test('a record is read without a script, printed, cited word for word, and reached slide by slide', async ({
  actor,
  browser,
  plenum,
}) => {
  await importRecords(plenum);
  const plain = await browser.newContext({ baseURL: plenum.url, javaScriptEnabled: false });
  const reader = await plain.newPage();
  await reader.goto(RECORD);
  await expect(reader.getByRole('heading', { level: 2, name: 'Team Quay' })).toBeVisible();
  await expect(reader.getByRole('heading', { level: 3, name: 'Plans' })).toBeVisible();
  await expect(reader.getByRole('img', { name: 'The crane' })).toBeVisible();
  await expect(reader.getByText('A picture that was not kept: the old map')).toBeVisible();
  await expect(reader.getByText('only for who presents')).toHaveCount(0);
  await reader.getByRole('link', { name: 'Cite slide 3' }).click();
  await expect(reader).toHaveURL(`${RECORD}/team-quay/2`);
  // Locators by text leave out what is there only without scripts.
  const instead = reader.locator('noscript .reading');
  await expect(instead).toBeVisible();
  expect(await instead.innerText()).toContain('A second crane');
  await expect(reader.locator('link[rel="canonical"]')).toHaveAttribute('href', `${plenum.url}${RECORD}/team-quay/2`);
  await expect(reader.locator('meta[property="og:title"]')).toHaveAttribute('content', /^Plans – Read Call/);
  await expect(reader.locator('meta[name="description"]')).toHaveAttribute('content', 'A second crane');
  await reader.getByRole('link', { name: /^The call before/ }).click();
  await expect(reader.getByText('The old crane rests')).toBeVisible();
  await plain.close();

  const { page, context } = await actor();
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(RECORD);
  await expectAccessible(page);
  await expect
    .poll(() => page.getByRole('img', { name: 'The crane' }).evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(0);
  await page.getByText('The new crane lifts').selectText();
  await page.keyboard.press('c');
  const cite = page.getByRole('dialog', { name: 'Cite' });
  const address = `${plenum.url}${RECORD}@1/team-quay/1`;
  await expect(cite.getByLabel('As text')).toHaveValue(
    new RegExp(
      `^“The new crane lifts twice” – Team Quay, Read Call, .* 14 May 2026, edition 1 \\(SHA-256 [0-9a-f]{16}…\\)\\. ${address}$`,
    ),
  );
  await expectAccessible(page);
  await cite.getByRole('button', { name: 'Copy Markdown' }).click();
  await expect(cite.getByText('Copied')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(
    '> The new crane lifts twice\n>\n> – [Team Quay](',
  );
  await page.keyboard.press('Escape');
  await expect(cite).toBeHidden();
  // Another slide is cited without what is selected elsewhere.
  await page.getByRole('link', { name: 'Cite slide 3' }).click();
  await expect(cite.getByLabel('As text')).toHaveValue(/^Plans, Read Call/);
  await page.keyboard.press('Escape');

  await page.goto(address);
  await expect(shownSlide(page)).toContainText('The new crane lifts');
  await page.getByRole('link', { name: 'Outline' }).click();
  await expect(page.getByRole('link', { name: 'Plans' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Team Quay', exact: true }).click();
  await expect(page).toHaveURL(`${RECORD}/team-quay`);
  await expect(page.getByRole('heading', { level: 1, name: 'Team Quay' })).toBeVisible();
  await expect(page.getByText('Rindfleisch')).toHaveCount(0);
  await page.keyboard.press('s');
  await expect(shownSlide(page)).toContainText('Read Call');
  await page.keyboard.press('r');
  await expect(page).toHaveURL(RECORD);
  await expect(page.locator('.reading')).toContainText('Rindfleisch');

  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  for (const name of ['Outline', 'Plenum home', 'Cite slide 3'])
    await expect(page.getByRole('link', { name })).toHaveCount(0);
  await expect(page.getByText('The new crane lifts')).toBeVisible();
  const printed = await page.getByRole('link', { name: 'twice' }).evaluate((link) => ({
    after: getComputedStyle(link, '::after').content,
    ink: getComputedStyle(link).color,
  }));
  expect(printed.after).toContain('https://crane.example/log');
  expect(printed.ink).toBe('rgb(0, 0, 0)');

  const feed = await context.request.get('/read-call/feed.xml');
  expect([feed.status(), feed.headers()['content-type']]).toEqual([200, 'application/atom+xml; charset=utf-8']);
  const known = await context.request.get('/read-call/feed.xml', {
    headers: { 'if-none-match': feed.headers()['etag'] ?? '' },
  });
  expect([known.status(), await known.text()]).toEqual([304, '']);
  await expect(page.locator('link[type="application/atom+xml"]')).toHaveAttribute(
    'href',
    `${plenum.url}/read-call/feed.xml`,
  );
});
