import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { testDatabase, type TestDatabase } from '#e2e/harness/database.ts';
import { bus } from '#server/bus/open-bus.ts';
import { createFirstAccount, createFirstAdmin, isFreshInstance, isSetupToken, setupToken } from './create-account.ts';
import { createGuest, GUEST_COOKIE } from './guests.ts';
import { cookieWithLink, LINK_COOKIE } from './link-cookie.ts';
import { insertLink, openLink } from './links.ts';
import { createReset, resetPassword } from './reset.ts';
import { signIn, signOut } from './sign-in.ts';
import { visitorOf } from './visitor.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

const ADA = { name: 'Ada', email: 'ada@example.org', password: 'harbour-lights' };
const HOST = new Headers({ host: 'localhost:3000', origin: 'http://localhost:3000' });

async function cookiesOf(form: { email: string; password: string }): Promise<Headers> {
  const set = await signIn(form, HOST);
  return new Headers({ cookie: set.map((line) => line.split(';')[0]).join('; ') });
}

/** Whose access the rooms were told has changed. */
function hearRings() {
  const rung: (string | undefined)[] = [];
  return { rung, end: bus().subscribe('access.changed', ({ personId }) => rung.push(personId)) };
}

describe('the first account', () => {
  it('is refused to a wrong token and to a weak password', async () => {
    await expect(createFirstAccount('wrong', ADA)).rejects.toMatchObject({ code: 'not-found' });
    await expect(createFirstAccount(await setupToken(), { ...ADA, password: 'short' })).rejects.toMatchObject({
      code: 'invalid',
    });
    expect(await isFreshInstance()).toBe(true);
  });

  it('is not hindered by one that was killed half way', async () => {
    await db.prisma.authUser.create({ data: { id: 'half', name: 'Ada', email: ADA.email } });
    expect(await isFreshInstance()).toBe(true);
  });

  it('is made once, by one of two at the same moment, is an admin, and hosts the series that have no host', async () => {
    const token = await setupToken();
    // As the command line imports before anybody has an account.
    await db.prisma.series.create({ data: { slug: 'orphan', name: 'Orphan', timeZone: 'UTC' } });
    const results = await Promise.allSettled([
      createFirstAccount(token, ADA),
      createFirstAdmin({ ...ADA, email: 'ben@example.org' }),
    ]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await db.prisma.person.findMany()).toMatchObject([{ admin: true }]);
    expect(await isSetupToken(token)).toBe(false);
    const { id: personId } = await db.prisma.person.findFirstOrThrow();
    expect(await db.prisma.membership.findMany()).toMatchObject([{ personId, role: 'host' }]);
  });
});

describe('an account', () => {
  it('signs in with its password and with no other', async () => {
    const { email } = await db.prisma.person.findFirstOrThrow();
    await expect(signIn({ email: String(email), password: 'not the password' }, HOST)).rejects.toMatchObject({
      code: 'invalid',
    });
    await expect(signIn({ email: 'nobody@example.org', password: ADA.password }, HOST)).rejects.toMatchObject({
      code: 'invalid',
    });
    expect((await visitorOf(await cookiesOf({ email: String(email), password: ADA.password }))).person).toMatchObject({
      name: 'Ada',
      signedIn: true,
    });
  });

  it('is nobody once disabled, without signing out', async () => {
    const person = await db.prisma.person.findFirstOrThrow();
    const cookies = await cookiesOf({ email: String(person.email), password: ADA.password });
    await db.prisma.person.update({ where: { id: person.id }, data: { disabledAt: new Date() } });
    expect((await visitorOf(cookies)).person).toBeNull();
    await db.prisma.person.update({ where: { id: person.id }, data: { disabledAt: null } });
  });

  it('takes a new password by a reset link, once, and loses its sessions', async () => {
    const { email } = await db.prisma.person.findFirstOrThrow();
    const before = await cookiesOf({ email: String(email), password: ADA.password });
    const token = await createReset(String(email));
    const { rung, end } = hearRings();
    await resetPassword(token, 'a new harbour');
    await vi.waitFor(async () => expect(rung).toContain((await db.prisma.person.findFirstOrThrow()).id));
    end();
    expect((await visitorOf(before)).person).toBeNull();
    await expect(resetPassword(token, 'and another one')).rejects.toMatchObject({ code: 'not-found' });
    expect(
      (await visitorOf(await cookiesOf({ email: String(email), password: 'a new harbour' }))).person,
    ).not.toBeNull();
  });

  it('is heard of by the rooms when it signs out', async () => {
    const person = await db.prisma.person.findFirstOrThrow();
    const cookies = await cookiesOf({ email: String(person.email), password: 'a new harbour' });
    const { rung, end } = hearRings();
    await signOut(new Headers([...HOST, ...cookies]));
    expect((await visitorOf(cookies)).person).toBeNull();
    await vi.waitFor(() => expect(rung).toEqual([person.id]));
    end();
  });

  it('cannot be made by a stranger', async () => {
    const { auth } = await import('./auth.ts');
    const response = await (
      await auth()
    ).handler(
      new Request('http://localhost:3000/api/auth/sign-up/email', {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: 'http://localhost:3000', host: 'localhost:3000' },
        body: JSON.stringify({ name: 'Eve', email: 'eve@example.org', password: 'let me in please' }),
      }),
    );
    expect(response.ok).toBe(false);
    expect(await db.prisma.authUser.count()).toBe(1);
  });
});

describe('a link', () => {
  it('counts until it is revoked, and its cookie cannot be forged', async () => {
    const series = await db.prisma.series.create({ data: { slug: 'harbour', name: 'Harbour', timeZone: 'UTC' } });
    const token = await db.prisma.$transaction((tx) =>
      insertLink(tx, { seriesId: series.id, grant: 'read', name: 'Guests', personId: null }),
    );
    const opened = await openLink(token);
    expect(opened).toMatchObject({ next: '/harbour' });
    const value = await cookieWithLink(undefined, String(opened?.linkId));
    expect((await visitorOf(new Headers({ cookie: `${LINK_COOKIE}=${value}` }))).linkIds).toEqual([opened?.linkId]);
    expect(
      (await visitorOf(new Headers({ cookie: `${LINK_COOKIE}=${String(opened?.linkId)}.forged` }))).linkIds,
    ).toEqual([]);
    await db.prisma.link.updateMany({ data: { revokedAt: new Date() } });
    expect(await openLink(token)).toBeNull();
  });
});

describe('a guest', () => {
  it('is the same person again by the cookie, and nobody by a forged one', async () => {
    const token = await createGuest('Gus');
    const headers = new Headers({ cookie: `${GUEST_COOKIE}=${token}` });
    const first = (await visitorOf(headers)).person;
    expect(first).toMatchObject({ name: 'Gus', signedIn: false, admin: false });
    expect((await visitorOf(headers)).person).toEqual(first);
    expect((await visitorOf(new Headers({ cookie: `${GUEST_COOKIE}=forged` }))).person).toBeNull();
  });

  it.each(['', ' ', 'a\u202Eb', 'x'.repeat(121), 42])('cannot be called %j', async (name) => {
    await expect(createGuest(name)).rejects.toMatchObject({ code: 'invalid' });
  });
});
