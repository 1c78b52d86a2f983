import { once } from 'node:events';
import { WebSocket } from 'ws';
import { z } from 'zod';

import { editor, importCall, openDeck } from './harness/series.ts';
import { expect, expectAccessible, test } from './harness/scene.ts';

const deckSchema = z.object({ text: z.string() });

test('a host gives a program a token; it writes beside people, and is out when the token ends', async ({
  ada,
  plenum,
}) => {
  const call = await importCall(plenum, 'Robot Quay');
  const { page } = ada;
  await page.goto(`${call.series}/people`, { waitUntil: 'networkidle' });
  await page.getByRole('link', { name: 'API tokens' }).click();
  await page.waitForURL(/tokens$/);
  await page.getByRole('button', { name: 'Make a token' }).click();
  await expect(page.getByText('Enter a name.')).toBeVisible();
  await page.getByLabel('What is it for?').fill('Robot');
  for (const scope of ['write', 'sync']) await page.getByRole('checkbox', { name: new RegExp(`^${scope} `) }).check();
  await page.getByRole('button', { name: 'Make a token' }).click();
  const token = await page.getByText(/^plenum_/).innerText();
  await expectAccessible(page);

  const address = `${plenum.url}/api/v1/decks/${call.deckId}`;
  const headers = { Authorization: `Bearer ${token}` };
  const { text } = deckSchema.parse(await (await fetch(address, { headers })).json());
  expect(text).toContain('Team Quay');
  await openDeck(page, call);
  const put = await fetch(`${address}/text`, {
    method: 'PUT',
    headers: { ...headers, 'Content-Type': 'text/markdown' },
    body: text.replace('# Team Quay', '# Team Quay\n\n- A robot was here'),
  });
  expect(put.status).toBe(200);
  await expect(editor(page)).toContainText('A robot was here');

  const socket = new WebSocket(`${plenum.url.replace('http', 'ws')}/sync/${call.deckId}`, { headers });
  await once(socket, 'message');
  await page.goto(`${call.series}/tokens`, { waitUntil: 'networkidle' });
  await expect(page.getByText('used', { exact: false }).first()).toBeVisible();
  const closed = once(socket, 'close');
  await page.getByRole('button', { name: 'End the token Robot' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'End' }).click();
  const [code] = z.tuple([z.number(), z.unknown()]).parse(await closed);
  expect(code).toBe(4401);
  await expect(page.getByText('There is no token.')).toBeVisible();
  expect((await fetch(address, { headers })).status).toBe(401);
});

test('what programs can do is told on a page, and whole in a document', async ({ actor, plenum }) => {
  const { page } = await actor();
  await page.goto('/-/api');
  await expect(page.getByText('/api/v1/decks/{deck}/text').first()).toBeVisible();
  await expectAccessible(page);
  const document = await fetch(`${plenum.url}/api/v1/openapi.json`);
  expect(z.object({ openapi: z.literal('3.1.0') }).parse(await document.json())).toBeDefined();
  expect((await fetch(`${plenum.url}/api/v1/nothing`)).status).toBe(404);
});
