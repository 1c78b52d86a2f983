import { expect, expectAccessible, test } from './harness/scene.ts';

// Every page of the sample, as a newcomer meets it: accessible in both schemes, nothing wider than a phone, no fault in the console.
const PAGES = [
  '/',
  '/-/new',
  '/-/import',
  '/{series}',
  '/{series}/now',
  '/{series}/archive',
  '/{series}/template',
  '/{series}/teams',
  '/{call}',
  '/{call}/deck',
  '/{call}/present',
  '/{record}',
];

test('every page of the sample is accessible and fits, wide and narrow, light and dark', async ({
  ada: { page, context },
}) => {
  test.setTimeout(600_000);
  await page.goto('/-/sample');
  await page.getByRole('main').getByRole('button').click();
  await page.waitForURL((url) => !url.pathname.startsWith('/-/'));
  const series = new URL(page.url()).pathname.split('/')[1] ?? '';
  await page.goto(`/${series}`);
  const paths = await page
    .getByRole('main')
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => new URL(String(link.getAttribute('href')), document.baseURI).pathname));
  const dated = paths.filter((path) => /^\/[^/]+\/\d{4}-\d\d-\d\d(-\d+)?$/.test(path));
  const today = new Date().toISOString().slice(0, 10);
  const call = dated.find((path) => (path.split('/')[2] ?? '') >= today) ?? '';
  const record = dated.find((path) => (path.split('/')[2] ?? '') < today) ?? '';
  expect([call, record]).not.toContain('');

  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 844 });
    for (const pattern of PAGES) {
      const address = pattern.replace('/{call}', call).replace('/{record}', record).replace('{series}', series);
      await test.step(`${address} at ${width}`, async () => {
        await page.goto(address);
        await expect(page.getByRole('heading', { level: 1 }).first()).toBeAttached();
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow, 'pixels wider than the window').toBeLessThanOrEqual(0);
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          await expectAccessible(page);
        }
      });
    }
  }
  await context.clearCookies();
});

test('without script a page says what needs it', async ({ browser, plenum }) => {
  const context = await browser.newContext({ baseURL: plenum.url, javaScriptEnabled: false });
  const page = await context.newPage();
  const response = await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  // Chromium hides what stands in <noscript> from a browser that only a debugger keeps from running scripts.
  expect(await response?.text()).toMatch(/<noscript>.*Plenum needs JavaScript/);
  await context.close();
});

test('pages carry a policy without inline scripts, and nothing asks another host', async ({
  ada: { page },
  plenum,
}) => {
  const hosts = new Set<string>();
  page.on('request', (request) => hosts.add(new URL(request.url()).origin));
  const response = await page.goto('/');
  const policy = response?.headers()['content-security-policy'] ?? '';
  expect(policy).toMatch(/script-src 'nonce-[^']+' 'strict-dynamic';/);
  expect(policy).not.toMatch(/script-src[^;]*unsafe-inline/);
  expect(policy).toContain("frame-ancestors 'none'");
  expect([...hosts]).toEqual([plenum.url]);
  // Browsers ask for it by this name while a page's head is still on its way.
  expect((await page.request.get('/favicon.ico')).headers()['content-type']).toBe('image/x-icon');
});
