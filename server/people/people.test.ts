import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase, type TestDatabase } from '#e2e/harness/database.ts';
import { harbourCall } from '#e2e/harness/harbour.ts';
import { signedIn } from '#e2e/harness/people.ts';
import { inviteFormSchema } from '#lib/people/people-forms.ts';
import { STRANGER, type Visitor } from '#lib/visitor.ts';
import { makeAccountPerson } from '#server/accounts/account-person.ts';
import { createInvitedAccount } from '#server/accounts/create-account.ts';
import { acceptInvitation, openInvitation, readInvitation } from '#server/accounts/invitations.ts';
import { bus, closeBus } from '#server/bus/open-bus.ts';
import { changeSection } from '#server/sections/change-section.ts';
import { changeAudiences } from './change-audiences.ts';
import { changeRole, handOver, leaveSeries, removeMember } from './change-member.ts';
import { claimByHost } from './claim-by-host.ts';
import { endInvitation, inviteMany, invitePeople, markMailed } from './invite.ts';
import { seriesPeople } from './series-people.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(async () => {
  await closeBus();
  await db.close();
});

const idOf = ({ person }: Visitor): string => person?.id ?? '';
const inviting = (people: string, role = 'writer') => inviteFormSchema.parse({ people, role });
const tokenOf = (path: string | undefined): string => path?.split('/').at(-1) ?? '';

/** Whose access the rooms were told has changed. */
async function rungWhile(work: () => Promise<unknown>): Promise<readonly (string | undefined)[]> {
  const rung: (string | undefined)[] = [];
  const end = bus().subscribe('access.changed', ({ personId }) => rung.push(personId));
  await work().finally(end);
  return rung;
}

describe('an invitation', () => {
  it('makes its holder a member once, as the person who was named, and leads to their section', async () => {
    const { ada, slug, one, seriesId } = await harbourCall(db);
    const [made] = await invitePeople(ada, slug, inviting('@noor'));
    await changeSection(ada, one, { type: 'reporter', to: { name: '@noor' } });
    const noor = await signedIn(db, 'Noor Quay');
    const id = await openInvitation(tokenOf(made?.path));
    expect(await readInvitation(id)).toMatchObject({ role: 'writer', person: { name: 'noor' }, invitedBy: 'Ada' });
    expect(await acceptInvitation(idOf(noor), String(id))).toMatch(
      new RegExp(`^/${slug}/2026-12-03/deck#.*team-one`, 'i'),
    );
    expect(await db.prisma.section.findUniqueOrThrow({ where: { id: one } })).toMatchObject({ reporterId: idOf(noor) });
    expect(await db.prisma.membership.findMany({ where: { seriesId, personId: idOf(noor) } })).toMatchObject([
      { role: 'writer' },
    ]);
    const late = await signedIn(db, 'Late');
    expect(await openInvitation(tokenOf(made?.path))).toBeNull();
    await expect(acceptInvitation(idOf(late), String(id))).rejects.toThrow('has been used');
  });

  it('of two who use it at once makes one a member', async () => {
    const { ada, slug, seriesId } = await harbourCall(db);
    const [made] = await invitePeople(ada, slug, inviting('Kim'));
    const id = String(await openInvitation(tokenOf(made?.path)));
    const both = [await signedIn(db, 'Kim'), await signedIn(db, 'Other Kim')];
    const results = await Promise.allSettled(both.map((visitor) => acceptInvitation(idOf(visitor), id)));
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await db.prisma.membership.count({ where: { seriesId } })).toBe(4);
  });

  it('for many works until it is ended, and never makes a role less', async () => {
    const { ada, bo, slug, seriesId } = await harbourCall(db);
    const made = await inviteMany(ada, slug, { name: 'List', role: 'reader', days: 7 });
    const id = String(await openInvitation(tokenOf(made.path)));
    await acceptInvitation(idOf(bo), id);
    await acceptInvitation(idOf(await signedIn(db, 'Fay')), id);
    const roles = await db.prisma.membership.findMany({ where: { seriesId }, select: { role: true } });
    expect(roles.map(({ role }) => role).toSorted()).toEqual(['host', 'reader', 'reader', 'writer']);
    await endInvitation(ada, slug, made.id);
    expect(await openInvitation(tokenOf(made.path))).toBeNull();
    await expect(inviteMany(ada, slug, { name: 'Hosts', role: 'host', days: 7 })).rejects.toThrow('one by one');
  });

  it('is made for all or for nobody', async () => {
    const { ada, bo, cy, slug, seriesId } = await harbourCall(db);
    const count = () => db.prisma.invitation.count({ where: { seriesId } });
    await expect(invitePeople(ada, slug, inviting('Kim\nnot@an address'))).rejects.toThrow(/Line 2/);
    await expect(invitePeople(ada, slug, inviting('Kim\n\u202Emoor'))).rejects.toThrow(/Line 2/);
    const tenThousand = Array.from({ length: 10_000 }, (_, at) => `a${at}`).join('\n');
    expect(inviteFormSchema.safeParse({ people: tenThousand, role: 'writer' }).success).toBe(false);
    const thousand = Array.from({ length: 1_000 }, (_, at) => `a${at}`).join('\n');
    await expect(invitePeople(ada, slug, inviting(thousand))).rejects.toThrow(/1,000 people/);
    for (const visitor of [bo, cy])
      await expect(invitePeople(visitor, slug, inviting('Kim'))).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(invitePeople(await signedIn(db, 'Far'), slug, inviting('Kim'))).rejects.toMatchObject({
      code: 'not-allowed',
    });
    expect(await count()).toBe(0);
  });

  it('makes a person of an address once, however often it is invited, and the account with that address them', async () => {
    const { ada, slug } = await harbourCall(db);
    await invitePeople(ada, slug, inviting('Gus <gus@example.org>'));
    await invitePeople(ada, slug, inviting('GUS@example.org'));
    const named = await db.prisma.person.findMany({ where: { email: 'gus@example.org' } });
    expect(named).toHaveLength(1);
    const { id: authUserId } = await db.prisma.authUser.create({
      data: { id: 'gus', name: 'Gus', email: 'gus@example.org' },
    });
    const { personId } = await db.prisma.$transaction((tx) =>
      makeAccountPerson(tx, {
        authUserId,
        name: 'Gus Gull',
        email: 'gus@example.org',
        admin: false,
        proof: { email: 'gus@example.org', handle: null },
      }),
    );
    expect(personId).toBe(named[0]?.id);
  });

  it('that came by mail proves its address, and no other', async () => {
    const { ada, slug } = await harbourCall(db);
    const [made] = await invitePeople(ada, slug, inviting('Jil <jil@example.org>'));
    await markMailed(String(made?.id), 'jil@example.org');
    const many = await inviteMany(ada, slug, { name: 'List', role: 'reader', days: 7 });
    const password = 'bollards-in-the-fog';
    for (const [path, email] of [
      [made?.path, 'jil@example.org'],
      [many.path, 'kai@example.org'],
    ] as const)
      await createInvitedAccount(await openInvitation(tokenOf(path)), { name: 'New Person', email, password });
    const users = await db.prisma.authUser.findMany({
      where: { email: { in: ['jil@example.org', 'kai@example.org'] } },
      orderBy: { email: 'asc' },
    });
    expect(users.map(({ emailVerified }) => emailVerified)).toEqual([true, false]);
    // Jil is the person whom the host named.
    expect(await db.prisma.person.findMany({ where: { email: 'jil@example.org' } })).toMatchObject([
      { authUserId: users[0]?.id },
    ]);
  });

  it('does not give an unproved address the person who has it', async () => {
    const { ada, slug } = await harbourCall(db);
    await invitePeople(ada, slug, inviting('Hal <hal@example.org>'));
    await db.prisma.authUser.create({ data: { id: 'eve', name: 'Eve', email: 'eve@example.org' } });
    const proof = { email: null, handle: null };
    const { personId } = await db.prisma.$transaction((tx) =>
      makeAccountPerson(tx, { authUserId: 'eve', name: 'Eve', email: 'hal@example.org', admin: false, proof }),
    );
    const hal = await db.prisma.person.findFirstOrThrow({ where: { name: 'Hal' } });
    expect(personId).not.toBe(hal.id);
    expect(hal.claimedById).toBeNull();
  });
});

describe('a member', () => {
  it('gets another role from a host alone, and the rooms hear of it', async () => {
    const { ada, bo, cy, slug } = await harbourCall(db);
    expect(await rungWhile(() => changeRole(ada, slug, idOf(cy), 'writer'))).toEqual([idOf(cy)]);
    await expect(changeRole(bo, slug, idOf(bo), 'host')).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(changeRole(ada, slug, idOf(await signedIn(db, 'Far')), 'host')).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(changeRole(ada, slug, 'nobody', 'host')).rejects.toMatchObject({ code: 'not-found' });
  });

  it('who is the last host cannot leave, be taken out or be made less; two at once neither', async () => {
    const { ada, bo, slug, seriesId } = await harbourCall(db);
    await expect(leaveSeries(ada, slug)).rejects.toThrow('last host');
    await expect(removeMember(ada, slug, idOf(ada))).rejects.toThrow('last host');
    await expect(changeRole(ada, slug, idOf(ada), 'reader')).rejects.toThrow('last host');
    await changeRole(ada, slug, idOf(bo), 'host');
    const results = await Promise.allSettled([leaveSeries(ada, slug), leaveSeries(bo, slug)]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await db.prisma.membership.count({ where: { seriesId, role: 'host' } })).toBe(1);
  });

  it('who is host may hand the series over in one step', async () => {
    const { ada, bo, slug } = await harbourCall(db);
    await handOver(ada, slug, idOf(bo));
    expect((await seriesPeople(bo, slug, false)).members.map(({ name, role }) => [name, role])).toEqual([
      ['Bo', 'host'],
      ['Ada', 'writer'],
      ['Cy', 'reader'],
    ]);
    await expect(handOver(ada, slug, idOf(ada))).rejects.toMatchObject({ code: 'not-allowed' });
  });

  it('who was taken out is no member, and is told to the rooms', async () => {
    const { ada, bo, slug } = await harbourCall(db);
    expect(await rungWhile(() => removeMember(ada, slug, idOf(bo)))).toEqual([idOf(bo)]);
    await expect(seriesPeople(bo, slug, false)).rejects.toMatchObject({ code: 'not-allowed' });
  });

  it('sees who belongs, and hosts alone see addresses, names without an account and invitations', async () => {
    const { ada, cy, slug, one } = await harbourCall(db);
    await db.prisma.person.update({ where: { id: idOf(ada) }, data: { email: 'ada@example.org' } });
    await invitePeople(ada, slug, inviting('Kim'));
    await changeSection(ada, one, { type: 'reporter', to: { name: 'Lou' } });
    const [host, reader] = [await seriesPeople(ada, slug, false), await seriesPeople(cy, slug, false)];
    expect(host.invitations).toMatchObject([{ name: 'Kim', many: false }]);
    expect(host.named).toMatchObject([{ name: 'Lou', sections: 1 }]);
    expect(host.members[0]?.email).toBe('ada@example.org');
    expect(reader.members.map(({ email }) => email)).toEqual([null, null, null]);
    expect([reader.named, reader.invitations]).toEqual([[], []]);
    await expect(seriesPeople(STRANGER, slug, false)).rejects.toMatchObject({ code: 'sign-in-first' });
  });
});

describe('who may read and write', () => {
  it('is changed by hosts, kept in the log, and told to the rooms', async () => {
    const { ada, bo, slug, seriesId } = await harbourCall(db);
    const form = { readDecks: 'link', readLive: 'members', readRecords: 'members', write: 'signed_in' } as const;
    expect(await rungWhile(() => changeAudiences(ada, slug, form))).toEqual([undefined]);
    await expect(changeAudiences(bo, slug, form)).rejects.toMatchObject({ code: 'not-allowed' });
    expect(await db.prisma.auditEntry.findMany({ where: { seriesId, act: 'series.access' } })).toMatchObject([
      { details: form },
    ]);
  });
});

describe('somebody who is only named', () => {
  it('is said to be a member by a host, for whom sections and teams move over', async () => {
    const { ada, bo, cy, slug, one, seriesId } = await harbourCall(db);
    await changeSection(ada, one, { type: 'reporter', to: { name: 'Lou' } });
    const lou = await db.prisma.person.findFirstOrThrow({ where: { reports: { some: { id: one } } } });
    const team = await db.prisma.team.create({ data: { seriesId, slug: 'ops', name: 'Ops', hue: 1, position: 0 } });
    await db.prisma.teamMember.create({ data: { teamId: team.id, personId: lou.id } });
    await expect(claimByHost(bo, slug, lou.id, idOf(bo))).rejects.toMatchObject({ code: 'not-allowed' });
    // A member is no name.
    await expect(claimByHost(ada, slug, idOf(cy), idOf(bo))).rejects.toMatchObject({ code: 'not-found' });
    await claimByHost(ada, slug, lou.id, idOf(bo));
    expect(await db.prisma.section.findUniqueOrThrow({ where: { id: one } })).toMatchObject({ reporterId: idOf(bo) });
    expect(await db.prisma.teamMember.findMany({ where: { teamId: team.id } })).toMatchObject([{ personId: idOf(bo) }]);
    expect((await seriesPeople(ada, slug, false)).named).toEqual([]);
  });

  it('in another series is not this host’s to give away', async () => {
    const here = await harbourCall(db);
    const there = await harbourCall(db, '2026-12-04');
    await changeSection(here.ada, here.one, { type: 'reporter', to: { name: 'Max' } });
    const max = await db.prisma.person.findFirstOrThrow({ where: { name: 'Max' } });
    await db.prisma.section.update({ where: { id: there.one }, data: { reporterId: max.id } });
    await expect(claimByHost(here.ada, here.slug, max.id, idOf(here.bo))).rejects.toMatchObject({ code: 'conflict' });
  });
});
