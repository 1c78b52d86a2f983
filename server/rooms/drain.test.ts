import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { newDeck, testDatabase, type TestDatabase } from '#e2e/harness/database.ts';
import { TcpProxy } from '#e2e/harness/tcp-proxy.ts';
import { startSyncChild, type SyncChild } from '#e2e/harness/sync-child.ts';
import { openPage } from '#e2e/harness/sync-client.ts';
import type { DeckConnection } from '#lib/sync/deck-connection.ts';
import { CLOSE } from '#lib/sync/close-codes.ts';
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

const saved = (page: DeckConnection) =>
  vi.waitFor(() => expect(page.status.getSnapshot()).toMatchObject({ type: 'live', saved: true }), { timeout: 20_000 });

/** Types a word every few milliseconds, and notes how many of them the page showed as saved. */
function typist(page: DeckConnection, name: string) {
  const typed: string[] = [];
  let promised = 0;
  const unsubscribe = page.status.subscribe(() => {
    const status = page.status.getSnapshot();
    if (status.type === 'live' && status.saved) promised = typed.length;
  });
  const type = (): void => {
    typed.push(`${name}${typed.length}`);
    page.text.insert(page.text.length, `${typed.at(-1)}\n`);
  };
  // Bursts, so that it never rests for long, and "saved" is true now and then.
  const timer = setInterval(() => Array.from({ length: 3 }, type), 110);
  ends.push(() => clearInterval(timer));
  return { typed, promised: () => typed.slice(0, promised), stop: () => (clearInterval(timer), unsubscribe()) };
}

interface Scene {
  readonly deckId: string;
  readonly wire: TcpProxy;
  readonly server: SyncChild;
  readonly pages: readonly DeckConnection[];
  readonly typists: readonly ReturnType<typeof typist>[];
}

async function peopleTyping(): Promise<Scene> {
  const deckId = await newDeck();
  const wire = await TcpProxy.open(Number(new URL(postgres.url).port));
  ends.push(() => wire.close());
  const server = await start(wire);
  const names = ['Ada', 'Bo', 'Cy', 'Dee'];
  const pages = names.map((name) => openPage(name, server.address, deckId));
  ends.push(() => pages.forEach((page) => page.destroy()));
  await Promise.all(pages.map(saved));
  const typists = pages.map((page, index) => typist(page, names[index] ?? ''));
  await vi.waitFor(() => expect(typists.every((one) => one.promised().length >= 6)).toBe(true), { timeout: 20_000 });
  return { deckId, wire, server, pages, typists };
}

async function start(wire: TcpProxy, port = '0'): Promise<SyncChild> {
  const server = await startSyncChild({ DATABASE_URL: wire.lead(postgres.url), PORT: port });
  ends.push(() => server.child.kill('SIGKILL'));
  return server;
}

/** Asks a process to end; gives how long that took. */
async function terminate({ child }: SyncChild): Promise<number> {
  const began = performance.now();
  child.kill('SIGTERM');
  await once(child, 'exit');
  return performance.now() - began;
}

const wordsOf = async (deckId: string) => (await readDeck(deckId)).text.split('\n').filter(Boolean);

/** Everybody comes back to the next process, and every word is there, once. */
async function expectAllBack({ deckId, wire, server, pages, typists }: Scene): Promise<void> {
  for (const one of typists) one.stop();
  await start(wire, new URL(server.address).port);
  await Promise.all(pages.map(saved));
  expect((await wordsOf(deckId)).toSorted()).toEqual(typists.flatMap(({ typed }) => typed).toSorted());
}

describe('a process that is asked to end while people type', () => {
  it('saves what it has taken, sends everybody elsewhere, and is gone at once', async () => {
    const scene = await peopleTyping();
    const origin = new URL(scene.server.address).origin.replace(/^ws/, 'http');
    const socket = new WebSocket(`${scene.server.address}/${scene.deckId}`, {
      headers: { origin, cookie: 'name=Ada' },
    });
    const closed = once(socket, 'close').then(([code]) => Number(code));
    await once(socket, 'message');
    expect(await terminate(scene.server)).toBeLessThan(5_000);
    expect(scene.server.child.exitCode).toBe(0);
    expect(scene.server.output()).toBe('');
    expect(await closed).toBe(CLOSE.restart);
    const words = new Set(await wordsOf(scene.deckId));
    expect(scene.typists.flatMap((one) => one.promised()).filter((word) => !words.has(word))).toEqual([]);
    await expectAllBack(scene);
  });

  it('is gone within ten seconds though the database hangs, and nothing is lost', async () => {
    const scene = await peopleTyping();
    scene.wire.hold();
    expect(await terminate(scene.server)).toBeLessThan(10_000);
    const words = new Set(await wordsOf(scene.deckId));
    expect(scene.typists.flatMap((one) => one.promised()).filter((word) => !words.has(word))).toEqual([]);
    scene.wire.release();
    await expectAllBack(scene);
  });
});
