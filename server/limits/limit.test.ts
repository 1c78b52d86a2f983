import { afterAll, beforeAll, expect, it } from 'vitest';
import { testDatabase, type TestDatabase } from '#e2e/harness/database.ts';
import { forgive, limit, sweepLimits, takeBack } from './limit.ts';
import { LIMITS } from './limits.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

const { points } = LIMITS['sign-in.both'];

async function times(count: number, key: string): Promise<void> {
  for (let done = 0; done < count; done += 1) await limit('sign-in.both', key);
}

it('lets in as often as its row says, then refuses in a sentence, for each key by itself', async () => {
  await times(points, 'ada');
  await expect(limit('sign-in.both', 'ada')).rejects.toMatchObject({ code: 'too-many' });
  await expect(limit('sign-in.both', 'Ada')).rejects.toThrow(/too many tries to sign in. Wait 15 minutes/);
  await limit('sign-in.both', 'ben');
});

it('counts at one moment as exactly as one after the other', async () => {
  const all = await Promise.allSettled(Array.from({ length: points * 3 }, () => limit('sign-in.both', 'cem')));
  expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(points);
});

it('forgets whoever was right, and takes back a single time', async () => {
  await times(points, 'dora');
  await forgive('sign-in.both', 'dora');
  await times(points, 'dora');
  await forgive('sign-in.both', 'dora');
  await times(points, 'dora');
  await takeBack('sign-in.both', 'dora');
  await expect(limit('sign-in.both', 'dora')).resolves.toBeUndefined();
});

it('keeps hashes, and nothing once the time is over', async () => {
  await limit('mail.account', 'eli@example.org');
  const rows = await db.prisma.rateLimit.findMany();
  expect(JSON.stringify(rows.map(({ key }) => key))).not.toMatch(/eli|ada/);
  await db.prisma.rateLimit.updateMany({ data: { expire: 1 } });
  expect(await sweepLimits()).toBe(rows.length);
  expect(await db.prisma.rateLimit.count()).toBe(0);
});
