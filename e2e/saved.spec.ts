import { test as base } from '@playwright/test';
import { Plenum } from './harness/plenum.ts';
import { editor, importCall, openDeck, typeAfter } from './harness/series.ts';
import { ADA, expect, signIn } from './harness/scene.ts';

// Point 4: Saved means committed. These tests kill servers, so each has one of its own.
async function started(): Promise<Plenum> {
  const plenum = await Plenum.start();
  await plenum.cli('setup', '--name', ADA.name, '--email', ADA.email, '--password', ADA.password);
  return plenum;
}

base('what was shown as saved survives kill -9, and what was typed meanwhile joins by itself', async ({ browser }) => {
  const plenum = await started();
  const call = await importCall(plenum, 'Killed');
  const context = await browser.newContext({ baseURL: plenum.url });
  const page = await context.newPage();
  await signIn(page);
  await openDeck(page, call);
  await typeAfter(page, 'All lamps burn', ' and were saved');
  await expect(page.getByText(/^Saved/)).toBeVisible();
  await plenum.end('SIGKILL');
  expect(await plenum.cli('text', call.deckId)).toContain('All lamps burn and were saved');

  await expect(page.getByText('Offline', { exact: false }).first()).toBeVisible();
  await page.keyboard.type(', typed without a server');
  await expect(page.getByText('Offline – kept in this browser')).toBeVisible();

  await plenum.startAgain();
  await expect(page.getByText(/^Saved/)).toBeVisible({ timeout: 90_000 });
  expect(await plenum.cli('text', call.deckId)).toContain('All lamps burn and were saved, typed without a server');
  await context.close();
  await plenum.dispose();
});

base('what was typed without a server survives closing the page too', async ({ browser }) => {
  const plenum = await started();
  const call = await importCall(plenum, 'Closed');
  const context = await browser.newContext({ baseURL: plenum.url });
  const page = await context.newPage();
  await signIn(page);
  await openDeck(page, call);
  await plenum.end('SIGKILL');
  await typeAfter(page, 'All lamps burn', ' for whoever reopens');
  await expect(page.getByText('Offline – kept in this browser')).toBeVisible();
  await page.close({ runBeforeUnload: false });
  await plenum.startAgain();
  const later = await context.newPage();
  await openDeck(later, call);
  await expect(editor(later)).toContainText('All lamps burn for whoever reopens');
  await expect.poll(() => plenum.cli('text', call.deckId)).toContain('All lamps burn for whoever reopens');
  await context.close();
  await plenum.dispose();
});

base('while Postgres is away nothing is called saved, and the server recovers by itself', async ({ browser }) => {
  const plenum = await started();
  const call = await importCall(plenum, 'No Database');
  const context = await browser.newContext({ baseURL: plenum.url });
  const page = await context.newPage();
  await signIn(page);
  await openDeck(page, call);
  process.kill(plenum.postgresPid(), 'SIGSTOP');
  const stopped = plenum.postgresPid();
  await typeAfter(page, 'All lamps burn', ' unsaved for now');
  await expect(page.getByText('Saving…')).toBeVisible();
  process.kill(stopped, 'SIGKILL');
  await expect(page.getByText(/^Saved/)).toBeVisible({ timeout: 90_000 });
  expect(await plenum.cli('text', call.deckId)).toContain('All lamps burn unsaved for now');
  await context.close();
  await plenum.dispose();
});

base('a browser that refuses to store says so', async ({ browser }) => {
  const plenum = await started();
  const call = await importCall(plenum, 'Private Window');
  const context = await browser.newContext({ baseURL: plenum.url });
  await context.addInitScript(() => {
    Object.defineProperty(globalThis, 'indexedDB', { get: () => undefined });
  });
  const page = await context.newPage();
  await signIn(page);
  await openDeck(page, call);
  await plenum.end('SIGKILL');
  await typeAfter(page, 'All lamps burn', ' nowhere kept');
  await expect(page.getByText('Offline – not kept', { exact: false })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Copy my text' })).toBeVisible();
  await context.close();
  await plenum.dispose();
});
