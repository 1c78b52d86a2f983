import { afterAll, beforeAll, expect, it } from 'vitest';

import { seriesFormSchema } from '#lib/series/series-form.ts';
import { STRANGER } from '#lib/visitor.ts';
import type { Visitor } from '#lib/visitor.ts';
import { testDatabase } from '#e2e/harness/database.ts';
import { signedIn } from '#e2e/harness/people.ts';
import type { TestDatabase } from '#e2e/harness/database.ts';

import { createSeries } from './create-series.ts';
import { movedAddress } from './moved-address.ts';

let db: TestDatabase;
let ada: Visitor;

beforeAll(async () => {
  db = await testDatabase();
  ada = await signedIn(db, 'Ada');
});

afterAll(async () => {
  await db.close();
});

it('leads from the old name of a series to the new one, but only who may know of it', async () => {
  const closed = { readLive: 'members', readRecords: 'members' };
  const { id } = await createSeries(ada, seriesFormSchema.parse({ name: 'Quay', timeZone: 'UTC', ...closed }));
  await db.prisma.seriesAddress.create({ data: { slug: 'pier', seriesId: id } });
  expect(await movedAddress(ada, 'pier')).toBe('/quay');
  expect(await movedAddress(ada, 'pier', '2026-12-03')).toBe('/quay/2026-12-03');
  expect(await movedAddress(ada, 'quay')).toBeNull();
  expect(await movedAddress(ada, 'dock')).toBeNull();
  expect(await movedAddress(STRANGER, 'pier')).toBeNull();
});

it('keeps the old name of a series taken', async () => {
  const second = await createSeries(ada, seriesFormSchema.parse({ name: 'Pier', timeZone: 'UTC' }));
  expect(second.address).toBe('/pier-2');
  const wanted = createSeries(ada, seriesFormSchema.parse({ name: 'Pier', slug: 'pier', timeZone: 'UTC' }));
  await expect(wanted).rejects.toMatchObject({ code: 'conflict' });
});
