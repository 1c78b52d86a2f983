import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type BrowserContext, type Page } from '@playwright/test';
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
    if (message.type() === 'error') note(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => note(`page: ${error.message}`));
  page.on('requestfailed', (request) => {
    // Leaving a page cuts its requests off; that is no fault.
    const reason = request.failure()?.errorText ?? '';
    if (!OWN_REFUSAL.test(reason)) note(`request: ${reason} ${request.url()}`);
  });
}

/** Tests that share one running Plenum a worker, set up with Ada's account. */
export const test = base.extend<Scene, { readonly plenum: Plenum }>({
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
  ada: async ({ actor }, use) => {
    const ada = await actor();
    await signIn(ada.page);
    await use(ada);
  },
});

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

/** Fails on any accessibility violation that axe finds in the page. Without preloading: the stage's policy lets nothing be fetched. */
export async function expectAccessible(page: Page): Promise<void> {
  // Between two pages there is none for a moment.
  await expect(page).toHaveTitle(/./);
  const { violations } = await new AxeBuilder({ page })
    .options({ preload: false, resultTypes: ['violations'] })
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)).toEqual([]);
}

export { expect };
