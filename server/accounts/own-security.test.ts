import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { testDatabase, type TestDatabase } from '#e2e/harness/database.ts';
import { bus } from '#server/bus/open-bus.ts';
import { changePassword, passwordState } from './change-password.ts';
import { createFirstAdmin } from './create-account.ts';
import { requireStrongPassword } from './password-strength.ts';
import { endOtherSessions, endSession, listSessions } from './sessions.ts';
import { signIn, signOut } from './sign-in.ts';
import { visitorOf } from './visitor.ts';

const ADA = { name: 'Ada Harbour', email: 'ada@example.org', password: 'lanterns by the quay' };
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
  process.env['PUBLIC_URL'] = 'https://plenum.example.org';
  await createFirstAdmin(ADA);
});
beforeEach(async () => {
  await db.prisma.rateLimit.deleteMany();
});
afterAll(() => db.close());

function browser(address: string, cookie?: string): Headers {
  return new Headers({
    host: 'plenum.example.org',
    origin: 'https://plenum.example.org',
    'user-agent': FIREFOX,
    'x-plenum-address': address,
    ...(cookie === undefined ? {} : { cookie }),
  });
}

function asCookie(lines: readonly string[]): string {
  return lines.map((line) => line.split(';')[0]).join('; ');
}

async function signedIn(address = '192.0.2.1', password = ADA.password): Promise<Headers> {
  return browser(address, asCookie(await signIn({ email: ADA.email, password }, browser(address))));
}

async function isIn(headers: Headers): Promise<boolean> {
  return (await visitorOf(headers)).person !== null;
}

describe('the session’s cookie', () => {
  it('belongs to this host alone, by https, out of reach of scripts', async () => {
    const [line = '', ...others] = await signIn(ADA, browser('192.0.2.1'));
    expect(others).toEqual([]);
    expect(line).toMatch(/^__Host-plenum\.session=/);
    for (const attribute of [/; HttpOnly/i, /; Secure/i, /; SameSite=Lax/i, /; Path=\/(?:;|$)/i])
      expect(line).toMatch(attribute);
    expect(line).not.toMatch(/; Domain/i);
  });

  it('is a fresh one at each sign-in, which ends the one before, and ends with signing out', async () => {
    const first = await signedIn();
    const second = browser('192.0.2.1', asCookie(await signIn(ADA, first)));
    expect(second.get('cookie')).not.toBe(first.get('cookie'));
    expect(await isIn(first)).toBe(false);
    expect(await isIn(second)).toBe(true);
    await signOut(second);
    expect(await isIn(second)).toBe(false);
  });
});

describe('own sessions', () => {
  it('are listed with device and address, this one first, and end one by one', async () => {
    await db.prisma.authSession.deleteMany();
    const phone = await signedIn('192.0.2.8');
    const desk = await signedIn('192.0.2.9');
    const [own, other] = await listSessions(desk);
    expect(own).toMatchObject({ current: true, browser: 'Firefox', system: 'Linux', address: '192.0.2.9' });
    expect(other).toMatchObject({ current: false, address: '192.0.2.8' });
    const rung = vi.fn<() => void>();
    const unhear = bus().subscribe('access.changed', rung);
    await endSession(desk, String(other?.id));
    await vi.waitFor(() => expect(rung).toHaveBeenCalled());
    unhear();
    expect(await isIn(phone)).toBe(false);
    await expect(endSession(desk, String(other?.id))).rejects.toMatchObject({ code: 'not-found' });
  });

  it('end everywhere else at once', async () => {
    await db.prisma.authSession.deleteMany();
    const others = [await signedIn(), await signedIn(), await signedIn()];
    const own = await signedIn();
    expect(await endOtherSessions(own)).toBe(3);
    expect(await Promise.all([own, ...others].map(isIn))).toEqual([true, false, false, false]);
  });

  it('are nobody else’s', async () => {
    await expect(listSessions(browser('192.0.2.1'))).rejects.toMatchObject({ code: 'sign-in-first' });
  });
});

describe('a password', () => {
  it.each(['password1234', 'qwertyuiop', 'adaharbour', 'ada@example.org', 'aaaaaaaaaaaa', 'plenum-2026'])(
    'is not %s',
    async (password) => {
      await expect(requireStrongPassword(password, ADA)).rejects.toMatchObject({ code: 'invalid' });
    },
  );

  it('is changed by whoever knows it, and their other browsers are signed out', async () => {
    const own = await signedIn();
    const other = await signedIn();
    expect(await passwordState(own)).toBe('change');
    await expect(changePassword(own, { current: 'wrong', next: 'ropes and ladders' })).rejects.toMatchObject({
      code: 'not-allowed',
    });
    await expect(changePassword(own, { current: ADA.password, next: 'password1234' })).rejects.toThrow(/easy to guess/);
    await changePassword(own, { current: ADA.password, next: 'ropes and ladders' });
    expect([await isIn(own), await isIn(other)]).toEqual([true, false]);
    await changePassword(own, { current: 'ropes and ladders', next: ADA.password });
  });

  it('is set for the first time only soon after signing in', async () => {
    const own = await signedIn();
    await db.prisma.authAccount.deleteMany();
    expect(await passwordState(own)).toBe('first');
    await db.prisma.authSession.updateMany({ data: { createdAt: new Date(Date.now() - 20 * 60_000) } });
    await expect(changePassword(own, { current: '', next: ADA.password })).rejects.toMatchObject({
      code: 'sign-in-first',
    });
    await db.prisma.authSession.updateMany({ data: { createdAt: new Date() } });
    await changePassword(own, { current: '', next: ADA.password });
    expect(await isIn(await signedIn())).toBe(true);
  });
});

describe('too many tries', () => {
  it('are refused from there, also with the right password; from elsewhere its owner comes in', async () => {
    const guess = () => signIn({ email: ADA.email, password: 'a wild guess' }, browser('198.51.100.1'));
    for (let tries = 0; tries < 10; tries += 1) await expect(guess()).rejects.toMatchObject({ code: 'invalid' });
    await expect(guess()).rejects.toMatchObject({ code: 'too-many' });
    await expect(signedIn('198.51.100.1')).rejects.toMatchObject({ code: 'too-many' });
    expect(await isIn(await signedIn('192.0.2.55'))).toBe(true);
  });

  it('are not sixty people behind one router who all sign in', async () => {
    await db.prisma.rateLimit.deleteMany();
    const tries = Array.from({ length: 60 }, (_, person) =>
      signIn({ email: `person-${person}@example.org`, password: 'whatever they typed' }, browser('203.0.113.5')).catch(
        (error: unknown) => error,
      ),
    );
    for (const refusal of await Promise.all(tries)) expect(refusal).toMatchObject({ code: 'invalid' });
  });
});
