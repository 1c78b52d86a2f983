import { afterAll, beforeAll, expect, it } from 'vitest';

import { testDatabase, type TestDatabase } from '#e2e/harness/database.ts';
import { heapGrowth } from '#e2e/harness/import-heap.ts';

let db: TestDatabase;

beforeAll(async () => {
  db = await testDatabase();
});

afterAll(() => db.close());

// Two groups of 25 are at work at once; 200 parsed decks that are held on to would be 60 MB and more.
it('an import holds no deck in memory that it is through with', async () => {
  const { reading, writing } = await heapGrowth(200);
  expect(Math.max(reading, writing)).toBeLessThan(25_000_000);
  expect(await db.prisma.edition.count()).toBe(200);
}, 120_000);
