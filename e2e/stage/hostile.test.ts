import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserPath } from '#e2e/harness/browser.ts';
import { StageLab } from '#e2e/harness/stage-lab.ts';
import { HOSTILE_DECKS, HOSTILE_OPTIONS } from './hostile-decks.ts';

let lab: StageLab;
const harm: string[] = [];

beforeAll(async () => {
  lab = await StageLab.start();
  const { page } = lab;
  page.on('dialog', (dialog) => {
    harm.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('popup', (popup) => harm.push(`popup ${popup.url()}`));
  page.on('download', (download) => harm.push(`download ${download.url()}`));
  page.on('pageerror', (error) => harm.push(`error ${error.message}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(lab.base) && !request.url().startsWith('data:'))
      harm.push(`request ${request.url()}`);
  });
}, 120_000);
afterAll(() => lab?.close());

describe.skipIf(browserPath() === null)('a hostile deck', () => {
  it.each([...HOSTILE_DECKS, ...HOSTILE_OPTIONS])('does no harm: %j', async (text) => {
    harm.length = 0;
    await lab.open();
    const address = lab.frame().url();
    await lab.show(text, { slide: 0, fragment: -1 });
    const go = lab.frame().locator('.slides #go');
    if ((await go.count()) > 0) await go.first().dispatchEvent('click');
    await lab.settle();
    expect(await marks()).toEqual([]);
    await lab.show(text, { slide: 1, fragment: -1 });
    await lab.settle();
    expect(harm).toEqual([]);
    expect(lab.frame().url()).toBe(address);
    expect(await lab.frame().evaluate(covering)).toEqual([]);
    expect((await lab.sight()).present).toEqual(['Harmless']);
  });
});

/** Where a script left its mark. */
async function marks(): Promise<readonly string[]> {
  const found = await Promise.all(lab.page.frames().map((frame) => frame.evaluate(() => 'pwned' in window)));
  return found.flatMap((marked, index) => (marked ? [`frame ${index}`] : []));
}

// Runs in the frame: what a deck must not be able to make.
function covering(): readonly string[] {
  const elements = [...document.querySelectorAll<HTMLElement>('.slides section[data-key] *')];
  return elements
    .filter(
      (element) =>
        ['fixed', 'sticky'].includes(getComputedStyle(element).position) ||
        /^(?:script|iframe|object|embed|link|meta|base|form|video|audio|source|svg|math|template|section)$/.test(
          element.localName,
        ) ||
        [...element.attributes].some(({ name }) => name.startsWith('on')),
    )
    .map((element) => element.outerHTML.slice(0, 200));
}
