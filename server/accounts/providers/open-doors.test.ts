import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase, type TestDatabase } from '#e2e/harness/database.ts';
import { Oidc } from '#e2e/harness/oidc.ts';
import { Walker } from '#e2e/harness/provider-walk.ts';
import { accountFormFor } from '#lib/account-form.ts';
import { createFirstAccount, setupToken } from '#server/accounts/create-account.ts';
import { createReset } from '#server/accounts/reset.ts';
import { openSessionOf } from '#server/accounts/sign-in-links.ts';
import { signIn } from '#server/accounts/sign-in.ts';
import { visitorOf } from '#server/accounts/visitor.ts';
import { signInAddress, waysToSignIn } from '#server/accounts/ways-to-sign-in.ts';
import { environment } from '#server/environment.ts';

const ORIGIN = 'https://plenum.example.org';

let db: TestDatabase;
let oidc: Oidc;
beforeAll(async () => {
  db = await testDatabase();
  oidc = await Oidc.start(ORIGIN);
  Object.assign(process.env, oidc.env, { PUBLIC_URL: ORIGIN, PASSWORDS: 'off', SIGN_UP: 'anyone' });
});
afterAll(async () => {
  await oidc.close();
  await db.close();
});

async function nameOf(walker: Walker): Promise<string | null> {
  return (await visitorOf(walker.headers(ORIGIN))).person?.name ?? null;
}

describe('without passwords', () => {
  it('the first account is made without one, and is in', async () => {
    const form = accountFormFor(environment()).parse({ name: 'Ada', email: 'Ada@example.org' });
    const { personId } = await createFirstAccount(await setupToken(), form);
    expect(await db.prisma.authAccount.count()).toBe(0);
    const cookies = await openSessionOf(personId, new Walker().headers(ORIGIN));
    expect(cookies[0]).toMatch(/^__Host-plenum\.session=/);
  });

  it('nobody signs in with one, nor sets one', async () => {
    const form = { email: 'ada@example.org', password: 'harbour-lights' };
    await expect(signIn(form, new Walker().headers(ORIGIN))).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(createReset('ada@example.org')).rejects.toMatchObject({ code: 'not-allowed' });
  });

  it('the one provider is where a link to sign in leads', () => {
    expect(waysToSignIn()).toMatchObject({ passwords: false, mail: false });
    expect(signInAddress()).toBe('/-/sign-in-with/openid');
  });
});

describe('where anyone may make an account', () => {
  it('a stranger comes in, by cookies of this host alone, and goes on to the very address they wanted', async () => {
    oidc.knows({ sub: 'ben', name: 'Ben', email: 'ben@example.org', emailVerified: true });
    const ben = new Walker();
    const back = await ben.leave('openid', ORIGIN, '/harbour/2024-12-12@2?at=a%2Fb&c=1');
    expect(ben.cookiesFor('plenum.example.org')).toMatch(/^__Host-plenum\.state=/);
    expect(await ben.return('openid', back)).toBe('/harbour/2024-12-12@2?at=a%2Fb&c=1');
    expect(ben.cookiesFor('plenum.example.org')).toMatch(/^__Host-plenum\.session=/);
    expect(await nameOf(ben)).toBe('Ben');
  });

  it('only when the provider has verified their address', async () => {
    oidc.knows({ sub: 'cem', name: 'Cem', email: 'cem@example.org', emailVerified: false });
    const cem = new Walker();
    expect(await cem.signIn('openid', ORIGIN)).toContain('problem=unverified');
    expect(await nameOf(cem)).toBeNull();
    expect(await db.prisma.authUser.count({ where: { email: 'cem@example.org' } })).toBe(0);
  });
});

it('a provider that is away is said in a sentence', async () => {
  const walker = new Walker();
  const back = await walker.leave('openid', ORIGIN);
  await oidc.close();
  expect(await walker.return('openid', back)).toContain('problem=provider');
  oidc = await Oidc.start(ORIGIN);
});
