import { expect, type Page } from '@playwright/test';
import type { Plenum } from '#e2e/harness/plenum.ts';
import type { BroughtDeck } from './bring-decks.ts';
import { isMarked, traces, watchHarm } from './watch-harm.ts';

/** A person who takes hostile decks through every page of the app that shows one, and tells what they did there. */
export class AppTour {
  readonly #page: Page;
  readonly #plenum: Plenum;
  readonly #harm: string[] = [];

  constructor(page: Page, plenum: Plenum) {
    this.#page = page;
    this.#plenum = plenum;
    watchHarm(page, plenum.url, (fault) => this.#harm.push(fault));
  }

  /** What came of it: nothing, when all is well. */
  get harm(): readonly string[] {
    return this.#harm;
  }

  /** Preview, presenter, audience, record as the call left it, record as it came in, archive and series. */
  async through({ planned, record }: BroughtDeck): Promise<void> {
    const page = this.#page;
    await page.goto(`${planned}/deck`);
    await expect(page.locator('[data-save="safe"]')).toBeVisible();
    await this.#walk();
    await page.goto(`${planned}/present`);
    await page.getByRole('button', { name: 'Start the call' }).click();
    await expect(page.getByText('You present')).toBeVisible();
    await this.#look();
    await page.goto(`${planned}/live`);
    await this.#walk();
    await page.goto(planned);
    await this.#look();
    await page.getByRole('button', { name: 'End the call' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'End the call' }).click();
    await expect(page.getByRole('button', { name: /Resume the call/ })).toBeVisible();
    for (const address of [planned, record]) {
      await page.goto(address);
      await expect(page.locator('.reading')).toContainText('Harmless');
      await this.#look();
      await page.goto(`${address}?as=outline`);
      await this.#look();
      await page.goto(`${address}?as=slides`);
      await this.#walk();
    }
    for (const address of ['/hostile-planned', '/hostile-planned/archive', '/hostile-record/archive', '/']) {
      await page.goto(address);
      await expect(page.getByRole('main')).toBeVisible();
      await this.#look();
    }
  }

  /** Goes through the slides of the first stage on the page, one press after the other, to the harmless one at the end. */
  async #walk(): Promise<void> {
    const stage = this.#page.frameLocator('iframe').first();
    const present = stage.locator('section.present:not(.stack)');
    await expect(present.first()).toBeAttached();
    const slides = await stage.locator('section[data-key]').count();
    await this.#page.locator('iframe').first().locator('..').focus();
    for (let press = 0; press < slides + 10; press++) await this.#page.keyboard.press('ArrowRight');
    // On a slow machine slides are still drawn while the keys are pressed: the last one is the last once all are there.
    await expect(async () => {
      await this.#page.keyboard.press('End');
      await expect(present.last()).toContainText('Harmless', { timeout: 5_000 });
    }).toPass({ timeout: 40_000 });
    await this.#look();
  }

  async #look(): Promise<void> {
    const [main, ...frames] = this.#page.frames();
    const address = this.#page.url();
    const tell = (faults: readonly string[]) => this.#harm.push(...faults.map((fault) => `${address}: ${fault}`));
    if (!address.startsWith(`${this.#plenum.url}/`)) tell(['the page has left']);
    if (main !== undefined) tell(await main.evaluate(markupOfDecks));
    for (const frame of frames) {
      if (!frame.url().startsWith(`${this.#plenum.url}/stage/`)) tell([`the frame left for ${frame.url()}`]);
      tell(await frame.evaluate(traces));
    }
    const marked = await Promise.all(this.#page.frames().map((frame) => frame.evaluate(isMarked)));
    if (marked.includes(true)) tell(['a script ran']);
  }
}

// Runs in a page of the app: what can only be there when a deck's text was taken for markup.
function markupOfDecks(): readonly string[] {
  const stages = [...document.querySelectorAll('iframe')].filter(
    (frame) => frame.getAttribute('sandbox') === 'allow-scripts' && frame.getAttribute('src')?.startsWith('/stage/'),
  );
  const odd = document.querySelectorAll(
    'iframe, frame, object, embed, base, meta[http-equiv], marquee, font, template:not([id]), #go, [srcdoc], [popover], ' +
      '[src*="evil.example"], [href*="evil.example"]:not(.reading a[href^="http"][rel="noopener noreferrer"]), [href^="javascript:" i], [href^="data:text" i], [style*="evil.example"]',
  );
  const handlers = [...document.querySelectorAll('*')].filter((element) =>
    [...element.attributes].some(({ name }) => /^on[a-z]/.test(name)),
  );
  return [...odd, ...handlers]
    .filter((element) => !stages.some((stage) => stage === element))
    .map((element) => `the app's page has ${element.outerHTML.slice(0, 200)}`);
}
