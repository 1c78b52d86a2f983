import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { testDatabase, type TestDatabase } from '#e2e/harness/database.ts';
import { MailCatcher } from '#e2e/harness/mail.ts';
import { sendInvitation } from '#server/mail/mails.ts';
import { createFirstAdmin } from './create-account.ts';
import { makeAccountPerson } from './account-person.ts';
import { auth } from './auth.ts';
import { grantAdmin } from './grant-admin.ts';
import { keepPassword } from './keep-password.ts';
import { mailReset, mailSignInLink } from './mailed-links.ts';
import { createReset, resetPassword } from './reset.ts';
import { createSignInLink, signInByLink, signInLinkName } from './sign-in-links.ts';
import { signIn } from './sign-in.ts';
import { visitorOf } from './visitor.ts';

const ADA = { name: 'Ada', email: 'ada@example.org', password: 'harbour-lights' };
const HOST = new Headers({ host: 'plenum.example.org', origin: 'https://plenum.example.org' });
const LINK = /\/-\/sign-in-link\/[\w-]+/;

let db: TestDatabase;
let mails: MailCatcher;
beforeAll(async () => {
  db = await testDatabase();
  mails = await MailCatcher.start();
  Object.assign(process.env, mails.env, { PUBLIC_URL: 'https://plenum.example.org' });
  await createFirstAdmin(ADA);
});
beforeEach(async () => {
  await db.prisma.rateLimit.deleteMany();
});
afterAll(async () => {
  await mails.close();
  await db.close();
});

function tokenOf(path: string): string {
  return path.split('/').at(-1)?.split('?')[0] ?? '';
}

function asCookies(lines: readonly string[]): Headers {
  return new Headers({ ...Object.fromEntries(HOST), cookie: lines.map((line) => line.split(';')[0]).join('; ') });
}

/** An account like one of whoever came by an invitation that was not mailed to this address. */
async function unproved(email: string, password: string): Promise<void> {
  const { internalAdapter } = await (await auth()).$context;
  const { id: authUserId } = await internalAdapter.createUser({ name: 'Ben', email, emailVerified: false });
  await keepPassword(authUserId, password);
  const proof = { email: null, handle: null };
  await db.prisma.$transaction((tx) => makeAccountPerson(tx, { authUserId, name: 'Ben', email, admin: false, proof }));
}

describe('a sign-in link', () => {
  it('signs in once, and looking at it uses nothing up', async () => {
    const token = tokenOf(await createSignInLink('Ada@example.org '));
    expect(await signInLinkName(token)).toBe('Ada');
    expect(await signInLinkName(token)).toBe('Ada');
    const cookies = await signInByLink(token, HOST);
    expect((await visitorOf(asCookies(cookies))).person).toMatchObject({ name: 'Ada', signedIn: true });
    await expect(signInByLink(token, HOST)).rejects.toMatchObject({ code: 'not-found' });
    expect(await signInLinkName(token)).toBeNull();
  });

  it('is used by one of two at the same moment', async () => {
    const token = tokenOf(await createSignInLink(ADA.email));
    const both = await Promise.allSettled([signInByLink(token, HOST), signInByLink(token, HOST)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  it('is kept as a hash, and is no reset', async () => {
    const token = tokenOf(await createSignInLink(ADA.email));
    const rows = await db.prisma.authVerification.findMany();
    expect(JSON.stringify(rows)).not.toContain(token);
    await expect(resetPassword(token, 'another harbour')).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is worth nothing once it is too old', async () => {
    const token = tokenOf(await createSignInLink(ADA.email));
    await db.prisma.authVerification.updateMany({ data: { expiresAt: new Date(Date.now() - 1) } });
    expect(await signInLinkName(token)).toBeNull();
    await expect(signInByLink(token, HOST)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is mailed to an account, and to nobody else', async () => {
    await mailSignInLink('nobody@example.org', HOST, null);
    await mailSignInLink(ADA.email, HOST, '/harbour');
    const path = await mails.pathTo(ADA.email, LINK);
    expect(mails.mails.map(({ to }) => to)).toEqual([ADA.email]);
    expect(mails.mails[0]?.text).toContain(`https://plenum.example.org${path}?next=%2Fharbour`);
    expect(await signInLinkName(tokenOf(path))).toBe('Ada');
  });

  it('that was mailed ends what somebody else may have given the account before, and proves its address', async () => {
    await unproved('ben@example.org', 'the squatter knows this');
    const squatter = await signIn({ email: 'ben@example.org', password: 'the squatter knows this' }, HOST);
    await mailSignInLink('ben@example.org', HOST, null);
    const cookies = await signInByLink(tokenOf(await mails.pathTo('ben@example.org', LINK)), HOST);
    expect((await visitorOf(asCookies(cookies))).person).toMatchObject({ name: 'Ben' });
    expect((await visitorOf(asCookies(squatter))).person).toBeNull();
    await expect(signIn({ email: 'ben@example.org', password: 'the squatter knows this' }, HOST)).rejects.toMatchObject(
      { code: 'invalid' },
    );
    expect(await db.prisma.authUser.count({ where: { email: 'ben@example.org', emailVerified: true } })).toBe(1);
  });
});

describe('a reset', () => {
  it('by mail sets the password; a weak one does not use it up', async () => {
    await mailReset(ADA.email, HOST);
    const token = tokenOf(await mails.pathTo(ADA.email, /\/-\/reset\/[\w-]+/));
    await expect(resetPassword(token, 'password1234')).rejects.toMatchObject({ code: 'invalid' });
    await resetPassword(token, 'lanterns by the quay');
    await signIn({ ...ADA, password: 'lanterns by the quay' }, HOST);
    await expect(resetPassword(token, 'ropes and ladders')).rejects.toMatchObject({ code: 'not-found' });
  });

  it('from the shell is for accounts that there are', async () => {
    await expect(createReset('nobody@example.org')).rejects.toMatchObject({ code: 'not-found' });
    await resetPassword(await createReset(ADA.email), 'harbour-lights again');
    await signIn({ ...ADA, password: 'harbour-lights again' }, HOST);
  });
});

it('mails are asked for a few times an hour, whoever’s the address is', async () => {
  for (const email of [ADA.email, 'nobody@example.org']) {
    for (let sent = 0; sent < 5; sent += 1) await mailSignInLink(email, HOST, null);
    await expect(mailSignInLink(email, HOST, null)).rejects.toMatchObject({ code: 'too-many' });
  }
});

it('an invitation is a mail of plain words', async () => {
  const invitation = {
    to: 'cem@example.org',
    name: 'Cem',
    seriesName: 'Harbour\r\nBcc: x@example.org',
    invitedBy: 'Ada',
  };
  await sendInvitation({ ...invitation, url: '/-/join/abc' });
  await vi.waitFor(() => expect(mails.mails.some(({ to }) => to === 'cem@example.org')).toBe(true));
  const mail = mails.mails.find(({ to }) => to === 'cem@example.org');
  expect(mail?.text).toContain('https://plenum.example.org/-/join/abc');
  expect(mail?.text.split('\r\n\r\n')[0]).not.toMatch(/^Bcc:/m);
  expect(mails.mails.some(({ to }) => to === 'x@example.org')).toBe(false);
});

describe('an admin by the shell', () => {
  it('is made with a link where there is no account, and lifts what was disabled where there is one', async () => {
    await db.prisma.series.create({ data: { slug: 'orphan', name: 'Orphan', timeZone: 'UTC' } });
    const made = await grantAdmin('Dora@example.org');
    const cookies = await signInByLink(tokenOf(String(made.signInLink)), HOST);
    const { person } = await visitorOf(asCookies(cookies));
    expect(person).toMatchObject({ name: 'dora', admin: true });
    await db.prisma.person.update({ where: { id: person?.id ?? '' }, data: { admin: false, disabledAt: new Date() } });
    expect(await grantAdmin('dora@example.org')).toEqual({ signInLink: null });
    expect((await visitorOf(asCookies(cookies))).person).toMatchObject({ id: person?.id, admin: true });
  });
});
