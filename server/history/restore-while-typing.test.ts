import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { chance, type Chance } from '#e2e/harness/chance.ts';
import { testDatabase, type TestDatabase } from '#e2e/harness/database.ts';
import { harbourCall } from '#e2e/harness/harbour.ts';
import { startSyncServer } from '#e2e/harness/sync-server.ts';
import { PageTypist } from '#e2e/sync/page-typist.ts';
import type { Typist } from '#e2e/sync/typist.ts';
import { bus, closeBus } from '#server/bus/open-bus.ts';
import { database, databasePool } from '#server/database/client.ts';
import { readDeck } from '#server/decks/read-deck.ts';
import { replaceText } from '#server/decks/replace-text.ts';
import { PostgresStore } from '#server/store/postgres-store.ts';
import { makeChange } from './change-deck.ts';

const NAMES = ['Ada', 'Bo', 'Cy', 'Di', 'Eve'] as const;
const OPS = Array.from({ length: 12 }, (_, at) => `- news ${at} of the operators`).join('\n');
const OLD = `# Welcome\n\nHello\n\n---\n\n# Team Ops\n\n${OPS}\n\n---\n\n# SIG Docs\n\nA guide\n`;

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(async () => {
  await closeBus();
  await db.close();
});

/** Types a word on a line of its own, in a section that nobody restores. */
function typeBeside({ text, ledger }: Typist, pick: Chance): void {
  const word = ledger.fresh();
  const behind = pick(2) === 0 ? 'Hello\n' : 'A guide\n';
  text.insert(text.toString().indexOf(behind) + behind.length, `${word}\n`);
  ledger.typed(word);
}

/** A cursor behind a word of the typist's own, as an editor keeps it. */
function cursorOf({ text, ledger, doc }: Typist) {
  const word = ledger.fresh();
  text.insert(text.length, `${word}\n`);
  ledger.typed(word);
  const place = Y.createRelativePositionFromTypeIndex(text, text.length - 1);
  return () => {
    const { index = -1 } = Y.createAbsolutePositionFromRelativePosition(place, doc, false) ?? {};
    return Math.abs(`\n${text.toString()}`.indexOf(`\n${word}\n`) + word.length - index);
  };
}

it('brings a section back while five people type: no word is lost, no cursor leaves its place', async () => {
  const { ada, bo, deckId } = await harbourCall(db);
  const server = await startSyncServer({
    store: new PostgresStore(database, databasePool),
    bus: bus(),
    rights: Object.fromEntries(NAMES.map((name) => [name, 'write' as const])),
  });
  await replaceText(ada, deckId, { text: OLD, ifMatch: null });
  const { seq: at } = await readDeck(deckId);
  await replaceText(bo, deckId, { text: OLD.replace(OPS, 'LOL'), ifMatch: null });
  const typists = NAMES.map((name) => new PageTypist(name, server.address, deckId));
  const pick = chance(20261126);
  try {
    await vi.waitUntil(() => typists.every(({ ready, text }) => ready && text.length > 0), {
      timeout: 20_000,
      interval: 5,
    });
    const cursors = typists.map(cursorOf);
    const progress = { restored: false };
    const restoring = makeChange(ada, deckId, { type: 'restore', at, part: { section: 1 } }).finally(() => {
      progress.restored = true;
    });
    while (!progress.restored || pick(20) > 0) {
      const one = typists[pick(typists.length)];
      if (one !== undefined) typeBeside(one, pick);
      await new Promise((resolve) => setImmediate(resolve));
    }
    await restoring;
    await vi.waitUntil(() => typists.every(({ settled }) => settled), { timeout: 20_000, interval: 5 });
    const { text } = await readDeck(deckId);
    await vi.waitUntil(() => typists.every((one) => one.text.toString() === text), { timeout: 10_000, interval: 5 });
    const words = typists.flatMap(({ ledger }) => [...ledger.allowed()].map(([word]) => word));
    expect(words.length).toBeGreaterThan(NAMES.length);
    const lines = text.split('\n');
    expect(words.filter((word) => lines.filter((line) => line === word).length !== 1)).toEqual([]);
    const left = lines.filter((line) => !words.includes(line)).join('\n');
    expect(left).toBe(OLD);
    expect(cursors.map((off) => off())).toEqual(NAMES.map(() => 0));
  } finally {
    for (const typist of typists) typist.close();
    await server.close();
  }
});
