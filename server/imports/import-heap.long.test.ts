import { afterAll, beforeAll, expect, it } from 'vitest';

import { testDatabase, type TestDatabase } from '#e2e/harness/database.ts';
import { heapGrowth } from '#e2e/harness/import-heap.ts';

let db: TestDatabase;

beforeAll(async () => {
  db = await testDatabase();
});

afterAll(() => db.close());

it('10,000 files come in without growing memory', async () => {
  const { reading, writing } = await heapGrowth(10_000);
  // 90 MB of decks; what stays are a few names and addresses of each.
  expect(Math.max(reading, writing)).toBeLessThan(40_000_000);
  expect(await db.prisma.edition.count()).toBe(10_000);
}, 1_800_000);
