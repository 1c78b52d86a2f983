import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase, type TestDatabase } from '#e2e/harness/database.ts';
import { harbourCall } from '#e2e/harness/harbour.ts';
import { signedIn } from '#e2e/harness/people.ts';
import type { Visitor } from '#lib/visitor.ts';
import { createLink } from '#server/accounts/links.ts';
import { createSectionLink } from '#server/accounts/section-links.ts';
import { closeBus } from '#server/bus/open-bus.ts';
import { changeSection } from '#server/sections/change-section.ts';
import { adminOver, adminPage, adminPerson, giveSeries, instanceLog } from './admin.ts';
import { deletePerson, disablePerson, enablePerson, setAdmin } from './end-person.ts';
import { ownData } from './own-data.ts';
import { changeProfile } from './profile.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(async () => {
  await closeBus();
  await db.close();
});

const idOf = ({ person }: Visitor): string => person?.id ?? '';

/** Somebody with an account and a session. */
async function account(name: string, admin = false): Promise<Visitor> {
  const visitor = await signedIn(db, name);
  const id = idOf(visitor);
  await db.prisma.authUser.create({
    data: {
      id,
      name,
      email: `${id}@example.org`,
      sessions: { create: { id, token: id, expiresAt: new Date(Date.now() + 60_000) } },
    },
  });
  await db.prisma.person.update({ where: { id }, data: { authUserId: id, admin } });
  return { ...visitor, person: visitor.person && { ...visitor.person, admin } };
}

describe('the pages of admins', () => {
  it('are not there for anybody else', async () => {
    const { ada } = await harbourCall(db);
    for (const page of [
      adminPage(ada, ''),
      adminPerson(ada, idOf(ada)),
      instanceLog(ada, null),
      adminOver(ada, idOf(ada)).then(() => undefined),
      giveSeries(ada, idOf(ada), idOf(ada)),
    ])
      await expect(page).rejects.toMatchObject({ code: 'not-found' });
  });

  it('say what would stop with somebody, and what would go on', async () => {
    const root = await account('Root', true);
    const { ada, slug, one } = await harbourCall(db);
    await changeSection(ada, one, { type: 'take' });
    await createLink(ada, slug, { grant: 'read', name: 'Guests' });
    await createSectionLink(ada, one);
    expect(await adminPerson(root, idOf(ada))).toMatchObject({
      onlyHostOf: ['Harbour call'],
      disabling: {
        ends: { sessions: 0, sectionLinks: ['Team One · Ada'] },
        stays: { links: ['Guests'], invitations: [], tokens: [] },
      },
    });
  });

  it('find people by name and address, and give a series that lost its host to somebody', async () => {
    const root = await account('Root Two', true);
    const { ada, seriesId } = await harbourCall(db);
    const finn = await account('Finn 100%');
    expect((await adminPage(root, '100%')).people.map(({ name }) => name)).toEqual(['Finn 100%']);
    await expect(giveSeries(root, seriesId, idOf(finn))).rejects.toMatchObject({ code: 'conflict' });
    await disablePerson({ personId: idOf(ada), by: idOf(root) });
    expect((await adminPage(root, '')).series.find(({ id }) => id === seriesId)).toMatchObject({ orphaned: true });
    await giveSeries(root, seriesId, idOf(finn));
    expect((await adminPage(root, '')).series.find(({ id }) => id === seriesId)).toMatchObject({ orphaned: false });
  });
});

describe('ending somebody', () => {
  it('disabled: sessions and section links are gone, all else stays until they are enabled', async () => {
    const ivy = await account('Ivy');
    await disablePerson({ personId: idOf(ivy), by: null });
    expect(await db.prisma.authSession.count({ where: { userId: idOf(ivy) } })).toBe(0);
    await enablePerson({ personId: idOf(ivy), by: null });
    expect(await db.prisma.person.findUniqueOrThrow({ where: { id: idOf(ivy) } })).toMatchObject({
      name: 'Ivy',
      disabledAt: null,
    });
  });

  it('deleted: name and ways in go, words stay, and open sections are nobody’s', async () => {
    const jo = await account('Jo');
    const { seriesId, one, ada, deckId } = await harbourCall(db);
    await db.prisma.membership.create({ data: { seriesId, personId: idOf(jo), role: 'writer' } });
    await changeSection(jo, one, { type: 'take' });
    await db.prisma.deckUpdate.create({ data: { deckId, seq: 99, data: new Uint8Array(), personId: idOf(jo) } });
    await deletePerson({ personId: idOf(jo), by: idOf(jo) });
    expect(await db.prisma.person.findUniqueOrThrow({ where: { id: idOf(jo) } })).toMatchObject({
      name: 'Former member',
      email: null,
      handle: null,
      authUserId: null,
    });
    expect(await db.prisma.authUser.count({ where: { id: idOf(jo) } })).toBe(0);
    expect(await db.prisma.section.findUniqueOrThrow({ where: { id: one } })).toMatchObject({ reporterId: null });
    expect(await db.prisma.deckUpdate.count({ where: { personId: idOf(jo) } })).toBe(1);
    await expect(deletePerson({ personId: idOf(ada), by: null })).rejects.toThrow('Harbour call');
  });

  it('is refused for the last admin, also by two at once', async () => {
    await db.prisma.person.updateMany({ data: { admin: false } });
    const [kit, lea] = [await account('Kit', true), await account('Lea', true)];
    const results = await Promise.allSettled([
      setAdmin({ personId: idOf(kit), by: idOf(lea) }, false),
      disablePerson({ personId: idOf(lea), by: idOf(kit) }),
    ]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('what is one’s own', () => {
  it('is given whole, without secrets', async () => {
    const mia = await account('Mia');
    const text = JSON.stringify(await ownData(mia));
    expect(text).toContain('Mia');
    expect(text).not.toContain('"token"');
    expect(text).not.toContain('password');
  });

  it('may be changed, but for a handle that another account has', async () => {
    const [ned, oli] = [await account('Ned'), await account('Oli')];
    await changeProfile(ned, { name: 'Ned Net', handle: 'net', hue: 7 });
    await expect(changeProfile(oli, { name: 'Oli', handle: 'NET', hue: 7 })).rejects.toMatchObject({
      code: 'conflict',
    });
    expect(await db.prisma.authUser.findUniqueOrThrow({ where: { id: idOf(ned) } })).toMatchObject({ name: 'Ned Net' });
  });
});
