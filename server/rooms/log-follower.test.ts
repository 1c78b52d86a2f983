import { expect, it, vi } from 'vitest';
import { MemoryStore } from '#server/store/memory-store.ts';
import { LogFollower } from './log-follower.ts';

it('is not level while its own rows have numbers after those of others that it has not read', async () => {
  const store = new MemoryStore();
  store.put('deck', {});
  const rows = [1, 2, 3].map((byte) => ({ data: new Uint8Array([byte]), personId: null }));
  await store.append([{ deckId: 'deck', epoch: 1, rows }]);
  const applied: Uint8Array[] = [];
  const follower = new LogFollower(store, { deckId: 'deck', seq: 1 }, (read) => {
    applied.push(...read.map(({ data }) => data));
  });
  expect(follower.level).toBe(true);
  follower.committed(3, 3);
  // A snapshot made now would say more than the log up to its number.
  expect([follower.seq, follower.level]).toEqual([1, false]);
  await vi.waitFor(() => expect([follower.seq, follower.level]).toEqual([3, true]));
  expect(applied).toEqual([new Uint8Array([2]), new Uint8Array([3])]);
});
