import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { browserPath } from '#e2e/harness/browser.ts';
import { Plenum } from '#e2e/harness/plenum.ts';
import { ADA, signIn } from '#e2e/harness/scene.ts';

const SECTIONS = 30;
const CHANGES = 40;
// All pages are looked at: one that is not paints once a second.
const ALL_AWAKE = [
  '--disable-renderer-backgrounding',
  '--disable-backgrounding-occluded-windows',
  '--disable-background-timer-throttling',
];

/** Milliseconds from the press that changes a status on one board until it is painted on another board, and in a deck's outline. */
export async function measureTelling(): Promise<{
  readonly board: readonly number[];
  readonly outline: readonly number[];
}> {
  const plenum = await Plenum.start();
  await plenum.cli('setup', '--name', ADA.name, '--email', ADA.email, '--password', ADA.password);
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'plenum-bench-')), '2026-12-17.md');
  writeFileSync(
    file,
    Array.from({ length: SECTIONS }, (_, index) => `# Team ${index}\n\n- a point\n`).join('\n---\n\n'),
  );
  await plenum.cli('import', file, '--series', 'Bench', '--as', 'planned');
  const browser = await chromium.launch({ executablePath: browserPath() ?? '', args: ['--no-sandbox', ...ALL_AWAKE] });
  const open = async (): Promise<Page> => {
    const context = await browser.newContext({ baseURL: plenum.url, viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    await signIn(page);
    return page;
  };
  const presser = await open();
  const call = '/bench/2026-12-17';
  await presser.goto(call);
  const watchers = [await watch(await open(), call), await watch(await open(), `${call}/deck`)];
  const [board, outline]: [number[], number[]] = [[], []];
  for (let change = 0; change < CHANGES; change++) {
    const ready = change % 2 === 0;
    await presser.getByRole('button', { name: `What to do with Team ${Math.floor(change / 2)}`, exact: true }).click();
    const began = await press(presser, ready ? 'Ready' : 'Nothing this time');
    const seen = await Promise.all(
      watchers.map((page) =>
        page
          .waitForFunction(() => Reflect.get(window, 'painted'), null, { polling: 5 })
          .then((each) => each.jsonValue()),
      ),
    );
    board.push(Number(seen[0]) - began);
    outline.push(Number(seen[1]) - began);
    for (const page of watchers) await page.evaluate(() => Reflect.set(window, 'painted', 0));
  }
  await browser.close();
  await plenum.dispose();
  return { board, outline };
}

/** A page that notes when it painted after something changed in it. */
async function watch(page: Page, address: string): Promise<Page> {
  await page.goto(address);
  await page.getByText('Team 29').first().waitFor();
  await page.waitForTimeout(2_000);
  await page.evaluate(() => {
    const note = (): void => {
      requestAnimationFrame(() =>
        setTimeout(() => Reflect.set(window, 'painted', performance.timeOrigin + performance.now())),
      );
    };
    new MutationObserver(note).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  return page;
}

async function press(page: Page, item: string): Promise<number> {
  const entry = page.getByRole('menuitemradio', { name: item });
  await entry.waitFor();
  return entry.evaluate((node) => {
    const at = performance.timeOrigin + performance.now();
    if (node instanceof HTMLElement) node.click();
    return at;
  });
}
