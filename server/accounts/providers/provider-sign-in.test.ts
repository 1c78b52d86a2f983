import { generateKeyPair, SignJWT, decodeJwt, UnsecuredJWT, type JWTPayload } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase, type TestDatabase } from '#e2e/harness/database.ts';
import { GitHub } from '#e2e/harness/github.ts';
import { Oidc } from '#e2e/harness/oidc.ts';
import { Walker } from '#e2e/harness/provider-walk.ts';
import { createFirstAdmin } from '#server/accounts/create-account.ts';
import { INVITATION_COOKIE, invitationValue } from '#server/accounts/invitation-cookie.ts';
import { newToken, tokenHash } from '#server/accounts/tokens.ts';
import { visitorOf } from '#server/accounts/visitor.ts';
import { environment } from '#server/environment.ts';

const ORIGIN = 'http://localhost:4321';
const HOST = 'localhost:4321';
const OPENED = '/harbour';

let db: TestDatabase;
let oidc: Oidc;
let gitHub: GitHub;

beforeAll(async () => {
  db = await testDatabase();
  oidc = await Oidc.start(ORIGIN);
  gitHub = await GitHub.start();
  Object.assign(process.env, oidc.env, gitHub.env, { PUBLIC_URL: ORIGIN });
  await createFirstAdmin({ name: 'Ada', email: 'ada@example.org', password: 'harbour-lights' });
});
afterEach(() => {
  oidc.forge = null;
});
afterAll(async () => {
  await Promise.all([oidc.close(), gitHub.close()]);
  await db.close();
});

async function personOf(walker: Walker) {
  return (await visitorOf(walker.headers(ORIGIN))).person;
}

function named(name: string, known: { readonly email?: string; readonly handle?: string }) {
  return db.prisma.person.create({ data: { name, hue: 1, ...known } });
}

/** Somebody at the provider who is expected here. */
async function expected(sub: string): Promise<void> {
  const email = `${sub}@example.org`;
  await named(sub, { email });
  oidc.knows({ sub, name: sub, email, emailVerified: true });
}

async function expectRefused(walker: Walker, location: string, problem: string): Promise<void> {
  expect(location).toContain(`/-/sign-in?problem=${problem}`);
  expect(await personOf(walker)).toBeNull();
}

describe('with OpenID Connect', () => {
  it('a stranger makes no account', async () => {
    oidc.knows({ sub: 'eve', name: 'Eve', email: 'eve@example.org', emailVerified: true });
    const eve = new Walker();
    await expectRefused(eve, await eve.signIn('openid', ORIGIN, OPENED), 'not-invited&next=%2Fharbour');
    expect(await db.prisma.authUser.count({ where: { email: 'eve@example.org' } })).toBe(0);
  });

  it('whoever was named by their address is that person, and comes back as the same', async () => {
    const { id } = await named('B. Berg', { email: 'Ben@Example.org' });
    oidc.knows({ sub: 'ben', name: 'Ben\u202E Berg', email: 'ben@example.org', emailVerified: true });
    const ben = new Walker();
    expect(await ben.signIn('openid', ORIGIN, OPENED)).toBe(OPENED);
    expect(await personOf(ben)).toMatchObject({ id, name: 'Ben Berg', signedIn: true });
    const again = new Walker();
    await again.signIn('openid', ORIGIN);
    expect(await personOf(again)).toMatchObject({ id });
    const [account] = await db.prisma.authAccount.findMany({ where: { providerId: 'openid' } });
    expect(account).toMatchObject({ accessToken: null, idToken: null, refreshToken: null });
  });

  it('an invited one is a member when they arrive', async () => {
    const series = await db.prisma.series.create({ data: { slug: 'harbour', name: 'Harbour', timeZone: 'UTC' } });
    const invitation = await db.prisma.invitation.create({
      data: {
        tokenHash: tokenHash(newToken()),
        seriesId: series.id,
        role: 'writer',
        name: 'for all',
        expiresAt: new Date(Date.now() + 60_000),
      },
    });
    oidc.knows({ sub: 'cem', name: 'Cem', email: 'cem@example.org', emailVerified: false });
    const cem = new Walker();
    cem.keep(HOST, [`${INVITATION_COOKIE}=${await invitationValue(invitation.id)}`]);
    expect(await cem.signIn('openid', ORIGIN)).toBe('/-/join');
    const person = await personOf(cem);
    expect(await db.prisma.membership.findMany({ where: { seriesId: series.id } })).toMatchObject([
      { personId: person?.id, role: 'writer' },
    ]);
  });

  it('a changed address at the provider moves and renames nobody', async () => {
    await expected('dora');
    const dora = new Walker();
    await dora.signIn('openid', ORIGIN);
    const before = await personOf(dora);
    oidc.knows({ sub: 'dora', name: 'Somebody Else', email: 'ada@example.org', emailVerified: true });
    const again = new Walker();
    await again.signIn('openid', ORIGIN);
    expect(await personOf(again)).toEqual(before);
    expect(await db.prisma.authUser.count({ where: { email: 'dora@example.org', name: 'dora' } })).toBe(1);
  });

  it('an account whose address nobody has proved is not given to whoever has it at the provider', async () => {
    oidc.knows({ sub: 'not-ada', name: 'Ada', email: 'ada@example.org', emailVerified: true });
    const walker = new Walker();
    await expectRefused(walker, await walker.signIn('openid', ORIGIN), 'not-linked');
    expect(await db.prisma.authAccount.count({ where: { accountId: 'not-ada' } })).toBe(0);
  });

  it('an account is linked by an address that both sides have verified, and by no other', async () => {
    await db.prisma.authUser.update({ where: { email: 'ada@example.org' }, data: { emailVerified: true } });
    oidc.knows({ sub: 'unproved', name: 'Ada', email: 'ada@example.org', emailVerified: false });
    const unproved = new Walker();
    await expectRefused(unproved, await unproved.signIn('openid', ORIGIN), 'not-linked');
    oidc.knows({ sub: 'ada', name: 'Ada L.', email: 'ada@example.org', emailVerified: true });
    const ada = new Walker();
    await ada.signIn('openid', ORIGIN);
    expect(await personOf(ada)).toMatchObject({ name: 'Ada', admin: true });
  });

  it('whoever was disabled stays out', async () => {
    await expected('faith');
    const faith = new Walker();
    await faith.signIn('openid', ORIGIN);
    await db.prisma.person.updateMany({ where: { email: 'faith@example.org' }, data: { disabledAt: new Date() } });
    const again = new Walker();
    await expectRefused(again, await again.signIn('openid', ORIGIN), 'disabled');
  });
});

describe('what comes back', () => {
  it('counts once, and in the browser that left', async () => {
    await expected('gus');
    const gus = new Walker();
    const back = await gus.leave('openid', ORIGIN);
    const thief = new Walker();
    await expectRefused(thief, await thief.return('openid', back), 'expired');
    expect(await gus.return('openid', back)).toBe('/');
    const twice = new Walker();
    twice.keep(
      HOST,
      gus
        .cookiesFor(HOST)
        .split('; ')
        .filter((pair) => pair.startsWith('plenum.state')),
    );
    await expectRefused(twice, await twice.return('openid', back), 'expired');
  });

  it.each([
    ['from another issuer', (url: URL) => url.searchParams.set('iss', 'https://elsewhere.example.org'), 'refused'],
    ['without an issuer where one is promised', (url: URL) => url.searchParams.delete('iss'), 'refused'],
    ['without its state', (url: URL) => url.searchParams.delete('state'), 'expired'],
    ['with a code of nobody’s', (url: URL) => url.searchParams.set('code', 'made-up'), 'provider'],
  ] as const)('is refused %s', async (_how, change, problem) => {
    await expected('hal');
    const hal = new Walker();
    const back = new URL(await hal.leave('openid', ORIGIN));
    change(back);
    await expectRefused(hal, await hal.return('openid', back.href), problem);
  });

  it('is refused when the provider says no', async () => {
    const walker = new Walker();
    const back = `${ORIGIN}/api/auth/oauth2/callback/openid?error=access_denied`;
    await expectRefused(walker, await walker.return('openid', back), 'provider');
  });

  const forgeries: readonly (readonly [string, (claims: JWTPayload) => Promise<string>])[] = [
    ['signed by another key', async (claims) => signed(claims)],
    ['not signed', async (claims) => new UnsecuredJWT(claims).encode()],
    [
      'signed with the client’s secret',
      async (claims) =>
        new SignJWT(claims)
          .setProtectedHeader({ alg: 'HS256' })
          .sign(new TextEncoder().encode(environment().openId?.clientSecret)),
    ],
  ];
  it.each(forgeries)('is refused with an id token that is %s', async (_how, forge) => {
    await expected('ivy');
    oidc.forge = (idToken) => forge(decodeJwt(idToken));
    const ivy = new Walker();
    await expectRefused(ivy, await ivy.signIn('openid', ORIGIN), 'refused');
  });
});

async function signed(claims: JWTPayload): Promise<string> {
  const { privateKey } = await generateKeyPair('RS256');
  return new SignJWT(claims).setProtectedHeader({ alg: 'RS256' }).sign(privateKey);
}

describe('with GitHub', () => {
  const emails = [{ email: 'jo@example.org', primary: true, verified: true }];

  it('whoever was named by their login is that person, with the address that GitHub has verified', async () => {
    const { id } = await named('Jo', { handle: 'JoHarbour' });
    gitHub.who = { id: 7, login: 'joharbour', name: null, emails };
    const jo = new Walker();
    expect(await jo.signIn('github', ORIGIN, OPENED)).toBe(OPENED);
    expect(await personOf(jo)).toMatchObject({ id, name: 'joharbour' });
    expect(await db.prisma.authUser.count({ where: { email: 'jo@example.org', emailVerified: true } })).toBe(1);
  });

  it('whoever has an account already is the one who was named by their login, too', async () => {
    const { id } = await named('J. H.', { handle: 'joharbour' });
    const jo = new Walker();
    await jo.signIn('github', ORIGIN);
    expect(await db.prisma.person.findUniqueOrThrow({ where: { id } })).toMatchObject({
      claimedById: (await personOf(jo))?.id,
    });
  });

  it('nobody signs in without a primary address that was verified', async () => {
    await named('Kim', { handle: 'kim' });
    const unproved = [{ email: 'ada@example.org', primary: true, verified: false }];
    gitHub.who = { id: 8, login: 'kim', name: 'Kim', emails: unproved };
    const kim = new Walker();
    await expectRefused(kim, await kim.signIn('github', ORIGIN), 'no-email');
  });
});
