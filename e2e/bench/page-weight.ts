import { chromium } from '@playwright/test';
import { browserPath } from '#e2e/harness/browser.ts';
import { Plenum } from '#e2e/harness/plenum.ts';
import { ADA, signIn } from '#e2e/harness/scene.ts';

/** Bytes on the wire (compressed) by type for the pages that people wait for, in a fresh browser. */
export async function measurePages(): Promise<void> {
  const plenum = await Plenum.start();
  await plenum.cli('setup', '--name', ADA.name, '--email', ADA.email, '--password', ADA.password);
  const browser = await chromium.launch({ executablePath: browserPath() ?? '', args: ['--no-sandbox'] });
  const context = await browser.newContext({ baseURL: plenum.url });
  const page = await context.newPage();
  await signIn(page);
  await page.goto('/-/sample');
  await page
    .getByRole('button')
    .filter({ hasText: /sample/i })
    .click();
  await page.waitForURL((url) => !url.pathname.startsWith('/-/'));
  const series = new URL(page.url()).pathname;
  const deck = await page.getByRole('link', { name: /deck/i }).first().getAttribute('href');
  const rows = [];
  for (const [name, address] of Object.entries({ home: '/', series, deck: deck ?? '' }))
    rows.push(await weigh(name, address));
  console.table(rows);
  await browser.close();
  await plenum.dispose();

  async function weigh(name: string, address: string): Promise<Record<string, string | number>> {
    const cold = await browser.newContext({ baseURL: plenum.url, storageState: await context.storageState() });
    const opened = await cold.newPage();
    const session = await cold.newCDPSession(opened);
    const types = new Map<string, string>();
    const bytes: Record<string, number> = {};
    await session.send('Network.enable');
    session.on('Network.responseReceived', ({ requestId, type }) => types.set(requestId, type));
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const type = types.get(requestId) ?? 'Other';
      bytes[type] = (bytes[type] ?? 0) + encodedDataLength;
    });
    await opened.goto(address, { waitUntil: 'networkidle' });
    await cold.close();
    const kB = (type: string) => Math.round((bytes[type] ?? 0) / 1000);
    return {
      page: name,
      'JavaScript kB': kB('Script'),
      'CSS kB': kB('Stylesheet'),
      'fonts kB': kB('Font'),
      'document kB': kB('Document'),
    };
  }
}
