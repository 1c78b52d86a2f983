import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { newDeck, testDatabase, type TestDatabase } from '#e2e/harness/database.ts';
import { startSyncChild, type SyncChild } from '#e2e/harness/sync-child.ts';
import { openPage } from '#e2e/harness/sync-client.ts';
import type { DeckConnection } from '#lib/sync/deck-connection.ts';
import { readDeck } from '#server/decks/read-deck.ts';

let postgres: TestDatabase;
beforeAll(async () => {
  postgres = await testDatabase();
});
afterAll(() => postgres.close());

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
});

async function startProcess(port = '0'): Promise<SyncChild> {
  const started = await startSyncChild({ DATABASE_URL: postgres.url, PORT: port });
  ends.push(() => started.child.kill('SIGKILL'));
  return started;
}

const ready = (page: DeckConnection) =>
  vi.waitFor(() => expect(page.ready.getSnapshot()).toBe(true), { timeout: 10_000 });
const saved = (page: DeckConnection) =>
  vi.waitFor(() => expect(page.status.getSnapshot()).toMatchObject({ type: 'live', saved: true }), { timeout: 15_000 });

/** Types words one by one until told to stop, and notes which of them the page showed as saved. */
function typist(page: DeckConnection, name: string) {
  const typed: string[] = [];
  let shownAsSaved = 0;
  const unsubscribe = page.status.subscribe(() => {
    const status = page.status.getSnapshot();
    if (status.type === 'live' && status.saved) shownAsSaved = typed.length;
  });
  const timer = setInterval(() => {
    typed.push(`${name}${typed.length}`);
    page.text.insert(page.text.length, `${typed.at(-1)}\n`);
    // A pause now and then, so that "saved" is shown at all.
  }, 130);
  return {
    typed,
    saved: () => typed.slice(0, shownAsSaved),
    stop() {
      clearInterval(timer);
      unsubscribe();
    },
  };
}

describe('a server that is killed while people type', () => {
  it('has lost nothing that was shown as saved, and gets the rest when it is back', async () => {
    const deckId = await newDeck('# Kill\n');
    let running = await startProcess();
    const port = new URL(running.address).port;
    const pages = ['Ada', 'Bo'].map((name) => openPage(name, running.address, deckId));
    ends.push(() => pages.forEach((page) => page.destroy()));
    await Promise.all(pages.map(ready));
    const typists = [typist(pages[0] as DeckConnection, 'a'), typist(pages[1] as DeckConnection, 'b')];
    for (let kill = 1; kill <= 3; kill += 1) {
      await vi.waitFor(() => expect(typists.every((one) => one.saved().length >= kill * 3)).toBe(true), {
        timeout: 20_000,
      });
      running.child.kill('SIGKILL');
      await once(running.child, 'exit');
      const promised = typists.flatMap((one) => one.saved());
      const { text } = await readDeck(deckId);
      expect(promised.filter((word) => !text.includes(`${word}\n`))).toEqual([]);
      running = await startProcess(port);
    }
    for (const one of typists) one.stop();
    await Promise.all(pages.map(saved));
    const { text } = await readDeck(deckId);
    expect(text.split('\n').filter(Boolean).toSorted()).toEqual(
      ['# Kill', ...typists.flatMap(({ typed }) => typed)].toSorted(),
    );
    await vi.waitFor(() => expect(pages.map((page) => page.text.toString())).toEqual([text, text]));
    const seqs = await postgres.prisma.deckUpdate.findMany({
      where: { deckId },
      orderBy: { seq: 'asc' },
      select: { seq: true },
    });
    expect(seqs.map(({ seq }) => Number(seq))).toEqual(seqs.map((_, index) => index + 1));
  }, 90_000);

  it('saves the last words on SIGTERM', async () => {
    const deckId = await newDeck();
    const { address, child } = await startProcess();
    const [ada, bo] = [openPage('Ada', address, deckId), openPage('Bo', address, deckId)];
    ends.push(
      () => ada.destroy(),
      () => bo.destroy(),
    );
    await Promise.all([ready(ada), ready(bo)]);
    ada.text.insert(0, 'last words');
    await vi.waitFor(() => expect(bo.text.toString()).toBe('last words'));
    child.kill('SIGTERM');
    await once(child, 'exit');
    expect((await readDeck(deckId)).text).toBe('last words');
  });
});
