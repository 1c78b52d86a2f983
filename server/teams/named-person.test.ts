import { afterAll, beforeAll, expect, it } from 'vitest';
import { testDatabase, type TestDatabase } from '#e2e/harness/database.ts';
import { namedPerson } from './named-person.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

/** A series of its own with one team to put people in. */
async function harbour(slug: string) {
  const { id: seriesId } = await db.prisma.series.create({ data: { slug, name: slug, timeZone: 'UTC' } });
  const team = await db.prisma.team.create({ data: { seriesId, slug: 'quay', name: 'Quay', hue: 10, position: 0 } });
  const join = (personId: string) => db.prisma.teamMember.create({ data: { teamId: team.id, personId } });
  const named = (words: string) =>
    db.prisma.$transaction(async (tx) => {
      const id = await namedPerson(tx, seriesId, words);
      await tx.teamMember.upsert({
        where: { teamId_personId: { teamId: team.id, personId: id } },
        create: { teamId: team.id, personId: id },
        update: {},
      });
      return id;
    });
  return { seriesId, join, named };
}

it('makes a person without an account once, and finds them by handle in any case', async () => {
  const { named } = await harbour('one');
  const [first, second] = await Promise.all([named('@Noor_K'), named('@noor_k')]);
  expect(second).toBe(first);
  expect(await named('@NOOR_K ')).toBe(first);
  expect(await db.prisma.person.findUnique({ where: { id: first } })).toMatchObject({ authUserId: null, email: null });
});

it('takes a handle as it is written, not as a pattern', async () => {
  const { named } = await harbour('two');
  const plain = await named('@axb');
  expect(await named('@a_b')).not.toBe(plain);
  expect(await named('@a%')).not.toBe(plain);
  expect(await named('50% Ada')).toBe(await named('50% ada'));
});

it('never means somebody outside the series, nor one who is disabled', async () => {
  const { named, join } = await harbour('three');
  const outside = await db.prisma.person.create({ data: { name: 'Bea', handle: 'bea', hue: 1 } });
  const gone = await db.prisma.person.create({ data: { name: 'Cleo', hue: 1, disabledAt: new Date() } });
  await join(gone.id);
  expect(await named('@bea')).not.toBe(outside.id);
  expect(await named('Cleo')).not.toBe(gone.id);
});

it.each(['', '  ', '@', '\u202Eada', 'x'.repeat(121), 'a\u200Bda', 'a\nda'])('refuses %j', async (words) => {
  const { named } = await harbour(`four-${Buffer.from(words).toString('hex').slice(0, 12)}-${words.length}`);
  const before = await db.prisma.person.count();
  await expect(named(words)).rejects.toMatchObject({ code: 'invalid' });
  expect(await db.prisma.person.count()).toBe(before);
});
