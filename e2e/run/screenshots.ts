import { mkdirSync } from 'node:fs';
import { chromium, type Page } from '@playwright/test';
import { browserPath } from '#e2e/harness/browser.ts';
import { Plenum } from '#e2e/harness/plenum.ts';
import { ADA, signIn } from '#e2e/harness/scene.ts';
import { ROOT } from '#server/build/sources.ts';

// `npm run screenshots`: the sample's pages at three widths in both schemes, to be looked at. Nothing of it is committed but
// what `.readme` keeps for the README.
process.chdir(ROOT);
const folder = 'e2e/screenshots';
mkdirSync(folder, { recursive: true });

const plenum = await Plenum.start();
await plenum.cli('setup', '--name', ADA.name, '--email', ADA.email, '--password', ADA.password);
const browser = await chromium.launch({
  executablePath: browserPath() ?? '',
  args: ['--no-sandbox', '--disable-background-networking'],
});
const context = await browser.newContext({ baseURL: plenum.url, viewport: { width: 1440, height: 900 } });
const page = await context.newPage();

async function settled(on: Page): Promise<void> {
  await on.waitForLoadState('networkidle');
  if ((await on.locator('iframe').count()) > 0)
    await on.frameLocator('iframe').first().locator('section.present').first().waitFor();
}

async function shoot(name: string, address: string): Promise<void> {
  for (const scheme of ['light', 'dark'] as const) {
    for (const width of [1440, 1024, 390]) {
      await page.emulateMedia({ colorScheme: scheme });
      await page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
      await page.goto(address);
      await settled(page).catch(() => undefined);
      await page.screenshot({ path: `${folder}/${name}-${width}-${scheme}.png` });
    }
  }
}

await shoot('sign-in', '/-/sign-in');
await page.setViewportSize({ width: 1440, height: 900 });
await signIn(page);
await shoot('first-run', '/');
await page.goto('/-/sample');
await page.getByRole('main').getByRole('button').click();
await page.waitForURL((url) => !url.pathname.startsWith('/-/'));
const series = new URL(page.url()).pathname.split('/')[1] ?? '';
await page.goto(`/${series}`);
const links = await page
  .getByRole('main')
  .getByRole('link')
  .evaluateAll((all) => all.map((link) => String(link.getAttribute('href'))));
const dated = links.filter((href) => /^\/[^/]+\/\d{4}-\d\d-\d\d(-\d+)?$/.test(href));
const today = new Date().toISOString().slice(0, 10);
const call = dated.find((path) => (path.split('/')[2] ?? '') >= today) ?? '';
const record = dated.find((path) => (path.split('/')[2] ?? '') < today) ?? '';
const pages = {
  home: '/',
  new: '/-/new',
  import: '/-/import',
  series: `/${series}`,
  now: `/${series}/now`,
  archive: `/${series}/archive`,
  people: `/${series}/people`,
  tokens: `/${series}/tokens`,
  log: `/${series}/log`,
  bin: `/${series}/bin`,
  profile: '/-/profile',
  sections: '/-/sections',
  admin: '/-/admin',
  api: '/-/api',
  board: call,
  deck: `${call}/deck`,
  history: `${call}/history`,
  present: `${call}/present`,
  record,
};
for (const [name, address] of Object.entries(pages)) await shoot(name, address);
await page.goto(call);
await page.getByRole('button', { name: 'Start the call' }).click();
await page.getByRole('link', { name: 'Follow the call' }).waitFor();
await shoot('board-live', call);
await shoot('present-live', `${call}/present`);
await shoot('live', `${call}/live`);
await browser.close();
await plenum.dispose();
process.exit(0);
