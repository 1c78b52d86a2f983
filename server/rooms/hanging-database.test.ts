import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { newDeck, testDatabase, type TestDatabase } from '#e2e/harness/database.ts';
import { TcpProxy } from '#e2e/harness/tcp-proxy.ts';
import { startSyncChild } from '#e2e/harness/sync-child.ts';
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

const status = (page: DeckConnection) => page.status.getSnapshot();
const within = (timeout: number, check: () => void) => vi.waitFor(check, { timeout });

describe('a database that hangs without failing', () => {
  it('is said within ten seconds to whoever types, nobody waits for it twice, and nothing is lost', async () => {
    const deckId = await newDeck();
    const wire = await TcpProxy.open(Number(new URL(postgres.url).port));
    const { address, child } = await startSyncChild({ DATABASE_URL: wire.lead(postgres.url) });
    ends.push(
      () => wire.close(),
      () => child.kill('SIGKILL'),
    );
    const [ada, bo] = [openPage('Ada', address, deckId), openPage('Bo', address, deckId)];
    ends.push(
      () => ada.destroy(),
      () => bo.destroy(),
    );
    await within(10_000, () => expect(status(bo)).toMatchObject({ type: 'live', saved: true }));
    ada.text.insert(0, 'before ');
    await within(5_000, () => expect(status(ada)).toMatchObject({ type: 'live', saved: true, degraded: false }));
    wire.hold();
    ada.text.insert(7, 'during ');
    await within(2_000, () => expect(bo.text.toString()).toBe('before during '));
    await within(10_000, () => expect(status(ada)).toMatchObject({ type: 'live', saved: false, degraded: true }));
    ada.text.insert(14, 'and ');
    wire.release();
    await within(2_000, () => expect(status(ada)).toMatchObject({ type: 'live', saved: true, degraded: false }));
    ada.text.insert(18, 'after');
    await within(2_000, () => expect(status(ada)).toMatchObject({ type: 'live', saved: true }));
    expect((await readDeck(deckId)).text).toBe('before during and after');
    expect(bo.text.toString()).toBe('before during and after');
  });
});
