import type { Page } from '@playwright/test';
import { GitHub } from './harness/github.ts';
import { MailCatcher } from './harness/mail.ts';
import { Oidc } from './harness/oidc.ts';
import { Plenum } from './harness/plenum.ts';
import { importCall } from './harness/series.ts';
import { ADA, expect, expectAccessible, signIn, test as base } from './harness/scene.ts';

interface Doors {
  readonly oidc: Oidc;
  readonly gitHub: GitHub;
  readonly mails: MailCatcher;
}

/** The scene with a Plenum that has every door there is. */
const test = base.extend<object, { readonly doors: Doors; readonly plenum: Plenum }>({
  doors: [
    async ({ plenum }, use) => {
      const doors = opened.get(plenum);
      if (doors === undefined) throw new Error('This Plenum has no doors.');
      await use(doors);
    },
    { scope: 'worker' },
  ],
  plenum: [
    async ({}, use) => {
      const [gitHub, mails] = await Promise.all([GitHub.start(), MailCatcher.start()]);
      let oidc: Oidc | null = null;
      const plenum = await Plenum.start(async (url) => {
        oidc = await Oidc.start(url);
        return { ...oidc.env, ...gitHub.env, ...mails.env };
      });
      if (oidc === null) throw new Error('The provider was not started.');
      const doors: Doors = { oidc, gitHub, mails };
      opened.set(plenum, doors);
      await plenum.cli('setup', '--name', ADA.name, '--email', ADA.email, '--password', ADA.password);
      await use(plenum);
      await plenum.dispose();
      await Promise.all([doors.oidc.close(), gitHub.close(), mails.close()]);
    },
    { scope: 'worker', timeout: 240_000 },
  ],
});
const opened = new WeakMap<Plenum, Doors>();

/** Somebody whom a host has named before they ever came. */
async function name(plenum: Plenum, person: string, column: 'email' | 'handle', value: string): Promise<void> {
  await plenum.sql(
    `INSERT INTO person (id, name, hue, ${column}) VALUES (gen_random_uuid(), $1, 200, $2)`,
    person,
    value,
  );
}

async function expectSignedIn(page: Page, person: string): Promise<void> {
  await expect(page.getByRole('button', { name: `${person}, your account` })).toBeVisible();
}

async function expectSignedOut(page: Page): Promise<void> {
  await expect(page.getByRole('banner').getByRole('link', { name: 'Sign in' })).toBeVisible();
}

test('with OpenID Connect those come in who are expected, and go on to where they wanted', async ({
  actor,
  plenum,
  doors: { oidc },
}) => {
  const { page } = await actor();
  await page.goto('/-/sign-in?next=%2F-%2Fsample');
  await expectAccessible(page);
  oidc.knows({ sub: 'eve', name: 'Eve', email: 'eve@example.org', emailVerified: true });
  await page.getByRole('link', { name: 'Sign in with the harbour office' }).click();
  await expect(page.getByRole('status')).toContainText('There is no account for you here yet. Ask a host');
  await expectSignedOut(page);

  await name(plenum, 'Fay Quay', 'email', 'fay@example.org');
  oidc.knows({ sub: 'fay', name: 'Fay Quay', email: 'fay@example.org', emailVerified: true });
  const fay = await actor();
  await fay.page.goto('/-/sign-in?next=%2F-%2Fsample');
  await fay.page.getByRole('link', { name: 'Sign in with the harbour office' }).click();
  await expect(fay.page).toHaveURL(/\/-\/sample$/);
  await expectSignedIn(fay.page, 'Fay Quay');
});

test('an address that nobody has proved is not handed over to a provider', async ({ actor, doors: { oidc } }) => {
  oidc.knows({ sub: 'not-ada', name: 'Ada', email: ADA.email, emailVerified: true });
  const { page } = await actor();
  await page.goto('/-/sign-in');
  await page.getByRole('link', { name: 'Sign in with the harbour office' }).click();
  await expect(page.getByRole('status')).toContainText('There is an account with your e-mail address already');
  await expectSignedOut(page);
});

test('with GitHub whoever was named by their login is that person', async ({ actor, plenum, doors: { gitHub } }) => {
  await name(plenum, 'Gil', 'handle', 'gilharbour');
  const emails = [{ email: 'gil@example.org', primary: true, verified: true }];
  gitHub.who = { id: 5, login: 'GilHarbour', name: 'Gil Harbour', emails };
  const { page } = await actor();
  await page.goto('/-/sign-in');
  await page.getByRole('link', { name: 'Sign in with GitHub' }).click();
  await expectSignedIn(page, 'Gil Harbour');
});

test('a forged id token, an answer from elsewhere and one that was used are refused in a sentence', async ({
  actor,
  plenum,
  doors: { oidc },
}) => {
  await name(plenum, 'Hal', 'email', 'hal@example.org');
  oidc.knows({ sub: 'hal', name: 'Hal', email: 'hal@example.org', emailVerified: true });
  const { page } = await actor();
  const back = page.waitForRequest(/\/api\/auth\/oauth2\/callback\/openid/);
  oidc.forge = async (idToken) => `${idToken.slice(0, -8)}AAAAAAAA`;
  await page.goto('/-/sign-in');
  await page.getByRole('link', { name: 'Sign in with the harbour office' }).click();
  await expect(page.getByRole('status')).toContainText('could not be trusted');
  oidc.forge = null;

  await page.goto((await back).url());
  await expect(page.getByRole('status')).toContainText('took too long, or was begun in another browser');
  await page.goto('/api/auth/oauth2/callback/openid?error=access_denied&error_description=%3Cb%3E');
  await expect(page.getByRole('status')).toContainText('Your provider did not sign you in');
  await expectSignedOut(page);
});

test('of the accounts library’s own addresses nothing answers but the way back', async ({ request, plenum }) => {
  for (const path of [
    'sign-in/email',
    'sign-up/email',
    'get-session',
    'list-sessions',
    'error',
    'ok',
    'reset-password',
  ])
    expect((await request.get(`${plenum.url}/api/auth/${path}`)).status()).toBe(404);
  expect((await request.post(`${plenum.url}/api/auth/sign-in/email`, { data: ADA })).status()).toBe(404);
});

test('a link is mailed that signs in once, and nobody learns whose addresses are known', async ({
  actor,
  doors: { mails },
}) => {
  const { page } = await actor();
  const ask = async (email: string) => {
    await page.goto('/-/sign-in');
    await page.getByLabel('E-mail').fill(email);
    await page.getByRole('button', { name: 'Send me a link' }).click();
    await expect(page).toHaveURL(/mailed=link/);
    return page.getByRole('status').textContent();
  };
  expect(await ask('nobody@example.org')).toBe(await ask(ADA.email));
  const path = await mails.pathTo(ADA.email, /\/-\/sign-in-link\/[\w-]+/);
  expect(mails.mails.some(({ to }) => to === 'nobody@example.org')).toBe(false);

  const answer = await page.goto(path);
  expect(answer?.headers()['referrer-policy']).toBe('no-referrer');
  await expectAccessible(page);
  // Looking, as scanners of mail do, uses nothing up.
  await page.reload();
  await page.getByRole('button', { name: `Sign in as ${ADA.name}` }).click();
  await expectSignedIn(page, ADA.name);
  const later = await actor();
  await later.page.goto(path);
  await expect(later.page.getByRole('heading', { level: 1 })).toHaveText('This link does not work any more');
});

test('a new password is chosen by mail, and has to be hard to guess', async ({ actor, doors: { mails } }) => {
  const { page } = await actor();
  await page.goto('/-/sign-in');
  await page.getByRole('link', { name: 'Choose a new password' }).click();
  await expectAccessible(page);
  await page.getByLabel('E-mail').fill(ADA.email);
  await page.getByRole('button', { name: 'Send me the link' }).click();
  await expect(page.getByRole('status')).toContainText('It works for an hour');
  await page.goto(await mails.pathTo(ADA.email, /\/-\/reset\/[\w-]+/));
  await page.getByLabel('New password').fill('password1234');
  await page.getByRole('button', { name: 'Keep this password' }).click();
  await expect(page.getByText('too easy to guess')).toBeVisible();
  await page.getByLabel('New password').fill(ADA.password);
  await page.getByRole('button', { name: 'Keep this password' }).click();
  await expect(page.getByRole('status')).toContainText('Your new password is kept');
  await signIn(page);
});

test('too many wrong passwords are refused for a while, with a sentence', async ({ actor }) => {
  const { page } = await actor();
  await page.goto('/-/sign-in');
  await page.getByLabel('E-mail').fill('ivy@example.org');
  await page.getByLabel('Password', { exact: true }).fill('a wild guess');
  const press = page.getByRole('button', { name: 'Sign in', exact: true });
  await press.click();
  await expect(page.getByText('E-mail address or password is not right.')).toBeVisible();
  await expect(async () => {
    await press.click();
    await expect(page.getByText('too many tries to sign in. Wait 15 minutes')).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 60_000 });
});

base('where a provider is the only way in, the header leads straight to it', async ({ browser }) => {
  let oidc: Oidc | null = null;
  const plenum = await Plenum.start(async (url) => {
    oidc = await Oidc.start(url);
    oidc.knows({ sub: 'ada', name: 'Ada', email: 'ada@example.org', emailVerified: true });
    return { ...oidc.env, PASSWORDS: 'off' };
  });
  const printed = await plenum.cli('admin', 'ada@example.org');
  expect(printed).toContain('/-/sign-in-link/');
  const context = await browser.newContext({ baseURL: plenum.url });
  const page = await context.newPage();
  await page.goto('/-/sign-in');
  await expect(page.getByLabel('E-mail')).toHaveCount(0);
  await expectAccessible(page);
  await page.goto('/');
  await page.getByRole('banner').getByRole('link', { name: 'Sign in' }).click();
  await expectSignedIn(page, 'ada');
  const people = (await plenum.cli('people'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
  expect(people).toMatchObject([{ email: 'ada@example.org', admin: true, kind: 'account', disabled: false }]);
  await context.close();
  await plenum.dispose();
  await (oidc as Oidc | null)?.close();
});

test('an invitation is accepted on the way through a provider, by one press', async ({
  ada,
  actor,
  plenum,
  doors: { oidc },
}) => {
  const call = await importCall(plenum, 'Provider Quay');
  await ada.page.goto(`${call.series}/people`, { waitUntil: 'networkidle' });
  await ada.page.getByLabel('Whom?').fill('Olga Oar <olga@example.org>');
  await ada.page.getByRole('checkbox', { name: 'Send it by mail where there is an address' }).uncheck();
  await ada.page.getByRole('button', { name: 'Invite', exact: true }).click();
  const address = await ada.page.getByText(/\/-\/invitation\//).innerText();
  // The account at the provider has another address: who holds the invitation is who was meant.
  oidc.knows({ sub: 'olga', name: 'Olga Oar', email: 'oar@example.com', emailVerified: true });
  const { page } = await actor();
  await page.goto(new URL(address).pathname);
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Sign in with the harbour office' }).click();
  await expect(page).toHaveURL(new RegExp(`${call.path}/deck`));
  await expect(page.locator('[data-save="safe"]')).toBeVisible();
  await ada.page.goto(`${call.series}/people`);
  await expect(ada.page.getByRole('list', { name: 'Members' }).getByText('Olga Oar')).toBeVisible();
});

test('an invitation comes by mail, and whoever opens it has proved their address', async ({
  ada,
  actor,
  plenum,
  doors: { mails },
}) => {
  const call = await importCall(plenum, 'Mail Quay');
  await ada.page.goto(`${call.series}/people`, { waitUntil: 'networkidle' });
  await ada.page.getByLabel('Whom?').fill('Pia Pier <pia.pier@example.org>');
  await ada.page.getByRole('button', { name: 'Invite', exact: true }).click();
  await expect(ada.page.getByRole('status').getByText('sent', { exact: true })).toBeVisible();
  const { page } = await actor();
  await page.goto(await mails.pathTo('pia.pier@example.org', /\/-\/invitation\/[\w-]+/));
  await page.getByLabel('Password', { exact: true }).fill('bollards-in-the-fog');
  await page.getByRole('button', { name: 'Join', exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`${call.path}/deck`));
  expect(await plenum.cli('people')).toContain('pia.pier@example.org');
});
