import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type BrowserContext, type Cookie, type Page } from '@playwright/test';
import { Plenum } from './plenum.ts';

/** A person with a browser of their own. Whatever goes wrong in it is remembered and fails the test. */
export interface Actor {
  readonly page: Page;
  readonly context: BrowserContext;
}

interface Scene {
  /** Opens a browser for one more person; `expected` are faults that belong to the test (a server that is killed). */
  readonly actor: (expected?: RegExp) => Promise<Actor>;
  /** The account that `plenum` was set up with. */
  readonly ada: Actor;
}

export const ADA = { name: 'Ada Harbour', email: 'ada@example.org', password: 'harbour-lights' } as const;

const OWN_REFUSAL = /ERR_ABORTED/;

function watch(page: Page, faults: string[], expected: RegExp | undefined): void {
  const note = (fault: string) => {
    if (expected?.test(fault) !== true) faults.push(fault);
  };
  page.on('console', (message) => {
    if (message.type() === 'error') note(`console: ${message.text()} ${message.location().url}`);
  });
  page.on('pageerror', (error) => note(`page: ${error.message}`));
  page.on('requestfailed', (request) => {
    // Leaving a page cuts its requests off; that is no fault.
    const reason = request.failure()?.errorText ?? '';
    if (!OWN_REFUSAL.test(reason)) note(`request: ${reason} ${request.url()}`);
  });
}

/** How Ada is known to a Plenum: signing in takes seconds, and what it does has tests of its own. */
interface AdaSession {
  cookies: readonly Cookie[];
}

/** Tests that share one running Plenum a worker, set up with Ada's account. */
export const test = base.extend<Scene, { readonly plenum: Plenum; readonly adaSession: AdaSession }>({
  adaSession: [async ({}, use) => use({ cookies: [] }), { scope: 'worker' }],
  plenum: [
    async ({}, use) => {
      const plenum = await Plenum.start();
      await plenum.cli('setup', '--name', ADA.name, '--email', ADA.email, '--password', ADA.password);
      await use(plenum);
      await plenum.dispose();
    },
    { scope: 'worker', timeout: 240_000 },
  ],
  actor: async ({ browser, plenum }, use) => {
    const contexts: BrowserContext[] = [];
    const faults: string[] = [];
    await use(async (expected) => {
      const context = await browser.newContext({ baseURL: plenum.url });
      contexts.push(context);
      context.on('page', (page) => watch(page, faults, expected));
      return { context, page: await context.newPage() };
    });
    await Promise.all(contexts.map((context) => context.close()));
    expect(faults, 'console errors and failed requests').toEqual([]);
  },
  ada: async ({ actor, adaSession }, use) => {
    const ada = await actor();
    await comeBack(ada, adaSession);
    await use(ada);
  },
});

/** Opens the home page as Ada, who signs in once a worker, and again when a test has ended her session. */
async function comeBack({ page, context }: Actor, session: AdaSession): Promise<void> {
  const me = page.getByRole('button', { name: ADA.name });
  if (session.cookies.length > 0) {
    await context.addCookies(session.cookies);
    await page.goto('/');
    await expect(me.or(page.getByRole('link', { name: 'Sign in' })).first()).toBeVisible();
  }
  if (!(await me.isVisible())) await signIn(page);
  session.cookies = await context.cookies();
}

/** Signs Ada in through the page. */
export async function signIn(page: Page): Promise<void> {
  await page.goto('/-/sign-in');
  await page.getByLabel('E-mail').fill(ADA.email);
  await page.getByLabel('Password').fill(ADA.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(
    page.getByRole('link', { name: ADA.name }).or(page.getByRole('button', { name: ADA.name })),
  ).toBeVisible();
}

/** Half-way from one colour to the other nothing has contrast: what glides has to arrive. Runs in the page. */
async function settle(): Promise<void> {
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const gliding = document.getAnimations().filter((animation) => animation instanceof CSSTransition);
  await Promise.allSettled(gliding.map(({ finished }) => finished));
}

/** What is found is looked for again so often. */
const LOOKS = 3;

/** Fails on any accessibility violation that axe finds in the page. Without preloading: the stage's policy lets nothing be fetched. */
export async function expectAccessible(page: Page): Promise<void> {
  let violations = await violationsOf(page);
  // A page that is being refreshed has no title between two commits of React: what lasts is found again.
  for (let look = 1; look < LOOKS && violations.length > 0; look += 1) violations = await violationsOf(page);
  expect(violations).toEqual([]);
}

async function violationsOf(page: Page): Promise<readonly string[]> {
  // Between two pages there is none for a moment.
  await expect(page).toHaveTitle(/./);
  await page.evaluate(settle);
  const { violations } = await new AxeBuilder({ page })
    .options({ preload: false, resultTypes: ['violations'] })
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}

export { expect };
