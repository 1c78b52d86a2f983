import { randomUUID } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { chance } from '#e2e/harness/chance.ts';
import { openPage } from '#e2e/harness/sync-client.ts';
import { startSyncServer } from '#e2e/harness/sync-server.ts';
import { readDeckText } from '#lib/deck/deck-doc.ts';
import type { DeckConnection } from '#lib/sync/deck-connection.ts';
import { ProcessBus } from '#server/bus/process-bus.ts';
import { foldDeck } from '#server/store/fold-deck.ts';
import { MemoryStore } from '#server/store/memory-store.ts';

const PEOPLE = ['Ada', 'Bo', 'Cy'] as const;
const WORDS = ['a', 'ü', '🎉', '\n---\n', '# Team\n', 'two words '] as const;

function edit({ text }: DeckConnection, pick: (below: number) => number): void {
  const at = pick(text.length + 1);
  if (pick(3) > 0 || at === text.length) text.insert(at, WORDS[pick(WORDS.length)] ?? '');
  else text.delete(at, Math.min(1 + pick(6), text.length - at));
}

describe('all copies', () => {
  it.each(Array.from({ length: 20 }, (_, index) => 20261121 + index))('converge, seed %i', async (seed) => {
    const pick = chance(seed);
    const store = new MemoryStore();
    store.put('deck');
    const bus = new ProcessBus(`test-${randomUUID()}`);
    const rights = { Ada: 'write', Bo: 'write', Cy: 'write' } as const;
    const servers = await Promise.all(
      [1, 2].map(() => startSyncServer({ store, bus, rights, pollMs: 50, idleMs: 10 })),
    );
    const pages = PEOPLE.map((name, index) => openPage(name, servers[index % 2]?.address ?? '', 'deck'));
    await vi.waitFor(() => expect(pages.every((page) => page.ready.getSnapshot())).toBe(true));
    for (let step = 0; step < 60; step += 1) {
      const page = pages[pick(pages.length)];
      if (page === undefined) continue;
      if (pick(15) === 0) page.reconnect();
      edit(page, pick);
      if (pick(4) === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    await vi.waitFor(
      () =>
        expect(pages.map((page) => page.status.getSnapshot())).toMatchObject(
          pages.map(() => ({ type: 'live', saved: true })),
        ),
      { timeout: 15_000 },
    );
    await vi.waitFor(() => expect(new Set(pages.map((page) => page.text.toString())).size).toBe(1), { timeout: 5_000 });
    const folded = await foldDeck(store, 'deck');
    expect(folded === null ? null : readDeckText(folded.doc)).toBe(pages[0]?.text.toString());
    for (const page of pages) page.destroy();
    await Promise.all(servers.map((server) => server.close()));
    await bus.close();
  });
});
