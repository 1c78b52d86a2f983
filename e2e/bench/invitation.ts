import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { browserPath } from '#e2e/harness/browser.ts';
import { Oidc } from '#e2e/harness/oidc.ts';
import { Plenum } from '#e2e/harness/plenum.ts';
import { ADA, signIn } from '#e2e/harness/scene.ts';
import { importCall, typeAfter, type TestCall } from '#e2e/harness/series.ts';

const PICTURES = 'e2e/screenshots';
const RUNS = 5;

/** What somebody had to do between the press on a link and their first saved letter. */
interface Path {
  readonly screens: number;
  readonly fields: number;
  readonly clicks: number;
}

interface Way {
  readonly who: string;
  readonly link: (host: Page, call: TestCall, run: number) => Promise<string>;
  /** Does what a person does, and counts it; ends in the deck. */
  readonly go: (page: Page, run: number, seen: (name: string) => Promise<void>) => Promise<Path>;
}

async function invitation(host: Page, { series }: TestCall, people: string): Promise<string> {
  await host.goto(`${series}/people`, { waitUntil: 'networkidle' });
  await host.getByLabel('Whom?').fill(people);
  await host.getByRole('button', { name: 'Invite', exact: true }).click();
  return new URL(await host.getByText(/\/-\/invitation\//).innerText()).pathname;
}

async function freshLink(host: Page): Promise<string> {
  return new URL(await host.getByText(/\/-\/link\//).innerText()).pathname;
}

function waysWith(oidc: Oidc): readonly Way[] {
  return [
    {
      who: 'reporter, by a link to the section',
      async link(host, { path: board }) {
        await host.goto(board, { waitUntil: 'networkidle' });
        await host.getByRole('button', { name: 'What to do with Team Quay' }).click();
        await host.getByRole('menu').getByText('Link to write this …').click();
        return freshLink(host);
      },
      go: async () => ({ screens: 0, fields: 0, clicks: 0 }),
    },
    {
      who: 'guest, by a link to write',
      async link(host, { series }) {
        await host.goto(`${series}/people`, { waitUntil: 'networkidle' });
        await host.getByLabel('What is it for?').last().fill('Guests');
        await host.getByRole('button', { name: 'Make a link' }).click();
        return freshLink(host);
      },
      async go(page, run, seen) {
        await seen('guest-name');
        await page.getByLabel('Your name').fill(`Gus ${run}`);
        await page.getByRole('button', { name: 'Go on' }).click();
        return { screens: 1, fields: 1, clicks: 1 };
      },
    },
    {
      who: 'member, by OpenID Connect',
      link: (host, call, run) => invitation(host, call, `Olga ${run} <olga${run}@example.org>`),
      async go(page, run, seen) {
        oidc.knows({ sub: `olga${run}`, name: `Olga ${run}`, email: `olga${run}@example.org`, emailVerified: true });
        await seen('member-openid');
        await page.getByRole('link', { name: 'Sign in with the harbour office' }).click();
        return { screens: 1, fields: 0, clicks: 1 };
      },
    },
    {
      who: 'member, by a password',
      link: (host, call, run) => invitation(host, call, `Pia ${run} <pia${run}@example.org>`),
      async go(page, _run, seen) {
        await page.getByLabel('Password', { exact: true }).fill('bollards-in-the-fog');
        await seen('member-password');
        await page.getByRole('button', { name: 'Join', exact: true }).click();
        return { screens: 1, fields: 1, clicks: 1 };
      },
    },
  ];
}

/** From a cold link to the first letter that is saved: screens, fields, clicks, and the seconds that the machine takes of it. */
export async function measureInvitation(): Promise<void> {
  let oidc: Oidc | null = null;
  const plenum = await Plenum.start(async (url) => {
    oidc = await Oidc.start(url);
    return oidc.env;
  });
  if (oidc === null) throw new Error('The provider was not started.');
  await plenum.cli('setup', '--name', ADA.name, '--email', ADA.email, '--password', ADA.password);
  const call = await importCall(plenum, 'Cold Quay');
  const browser = await chromium.launch({ executablePath: browserPath() ?? '', args: ['--no-sandbox'] });
  const host = await (await browser.newContext({ baseURL: plenum.url })).newPage();
  await signIn(host);
  await giveSection(host, call);
  mkdirSync(PICTURES, { recursive: true });
  const rows = [];
  for (const way of waysWith(oidc)) rows.push(await measure(browser, plenum, { way, host, call }));
  console.table(rows);
  await browser.close();
  await plenum.dispose();
}

async function giveSection(host: Page, { path: board }: TestCall): Promise<void> {
  await host.goto(board, { waitUntil: 'networkidle' });
  await host.getByRole('button', { name: 'What to do with Team Quay' }).click();
  await host.getByRole('menu').getByText('Give to …').click();
  await host.getByLabel('Somebody else').fill('Eli');
  await host.getByRole('button', { name: 'Give', exact: true }).click();
  await host.getByText('Eli').first().waitFor();
}

interface Measured {
  readonly way: Way;
  readonly host: Page;
  readonly call: TestCall;
}

async function measure(browser: Browser, plenum: Plenum, { way, host, call }: Measured) {
  const seconds: number[] = [];
  let counted: Path = { screens: 0, fields: 0, clicks: 0 };
  for (let run = 1; run <= RUNS; run += 1) {
    const link = await way.link(host, call, run);
    const context = await browser.newContext({ baseURL: plenum.url, viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    const seen = async (name: string): Promise<void> => {
      if (run === 1) await page.screenshot({ path: path.join(PICTURES, `cold-${name}.png`) });
    };
    const began = performance.now();
    await page.goto(link);
    counted = await way.go(page, run, seen);
    await page.locator('[data-save="safe"]').waitFor();
    await typeAfter(page, 'The old one rests', 'x');
    await page.getByText(/^Saved · /).waitFor();
    seconds.push((performance.now() - began) / 1000);
    await seen(`${way.who.replaceAll(/\W+/g, '-')}-writes`);
    await context.close();
  }
  const sorted = seconds.toSorted((a, b) => a - b);
  return {
    who: way.who,
    ...counted,
    'seconds, median': Number((sorted[Math.floor(RUNS / 2)] ?? 0).toFixed(1)),
    'seconds, worst': Number((sorted.at(-1) ?? 0).toFixed(1)),
  };
}
