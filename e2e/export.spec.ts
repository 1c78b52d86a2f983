import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Download, Locator, Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { pictureFile } from './harness/pictures.ts';
import { expect, expectAccessible, test } from './harness/scene.ts';
import { shownSlide } from './harness/series.ts';
import { bringDecks } from './stage/hostile/bring-decks.ts';
import { HOSTILE_DECKS } from './stage/hostile/hostile-decks.ts';
import { joinedDecks } from './stage/hostile/joined-decks.ts';
import { seededPart } from './stage/hostile/seeded-part.ts';
import { EXPECTED_REPORT, isMarked, watchHarm } from './stage/hostile/watch-harm.ts';

const DECK = `---
title: Quay
slideOptions:
  theme: white
---

# Harbour Community Call

17 December 2026

---

# Team Quay

<!-- .slide: data-background="quay.png" -->

- first <!-- .element: class="fragment" -->
- [a link](https://example.org/lamps)

----

# Team Quay

![The lamp](lamp.png =300x)

$a^2 + b^2$

---

# Team Crane

\`\`\`js
const crane = 1;
\`\`\`

${'- a long list\n'.repeat(40)}
`;

async function saved(page: Page, press: Locator): Promise<{ readonly file: string; readonly name: string }> {
  const [download]: [Download, void] = await Promise.all([page.waitForEvent('download'), press.click()]);
  return { file: await download.path(), name: download.suggestedFilename() };
}

/** What the browser reports when the sanitiser parses an inline handler, in a document that runs nothing; the file's policies name scripts by hash. */
const REFUSED =
  /^console Executing inline event handler violates the following Content Security Policy directive 'script-src (?:'sha256-[\w+/=]+' ?)+'/;

/** A browser without a network, and everything that its pages ask for beside the file itself. */
async function openOffline(browser: Browser, file: string, javaScriptEnabled = true) {
  const context = await browser.newContext({
    offline: true,
    javaScriptEnabled,
    viewport: { width: 1280, height: 800 },
  });
  const page = await context.newPage();
  const harm: string[] = [];
  // A saved file has no ending that says what it is.
  const named = `${file}.html`;
  writeFileSync(named, readFileSync(file));
  const address = pathToFileURL(named).href;
  watchHarm(page, address, (fault) => {
    if (fault !== `request ${address}` && !REFUSED.test(fault)) harm.push(fault);
  });
  await page.goto(address);
  return { context, page, harm };
}

/** Goes on until the last slide, and gives the words and the pictures of each as they are shown. */
async function shownSlides(page: Page, count: number): Promise<readonly { words: string; pictures: number }[]> {
  const seen: { words: string; pictures: number }[] = [];
  const position = page.locator('#position');
  const steps = page.frameLocator('iframe').first().locator('.fragment.visible');
  // A step of a slide moves on within it.
  const place = async () => `${await position.textContent()}, ${await steps.count()} steps`;
  for (let number = 1; number <= count; number += 1) {
    while ((await position.textContent()) !== `${number} / ${count}`) {
      const before = await place();
      await page.keyboard.press('n');
      await expect.poll(place).not.toBe(before);
    }
    const slide = shownSlide(page);
    const pictures = await slide.locator('img').evaluateAll((images) => {
      const loaded = images.filter((image) => image instanceof HTMLImageElement && image.naturalWidth > 0);
      return loaded.length;
    });
    seen.push({ words: await slide.innerText(), pictures });
  }
  return seen;
}

test('a record leaves in every form, and presents, reads and prints without a network', async ({
  ada,
  actor,
  browser,
  plenum,
}) => {
  test.setTimeout(240_000);
  const folder = mkdtempSync(path.join(tmpdir(), 'plenum-export-'));
  writeFileSync(path.join(folder, '2020-12-17.md'), DECK);
  for (const [name, hue] of [
    ['quay.png', 20],
    ['lamp.png', 200],
  ] as const)
    writeFileSync(path.join(folder, name), (await pictureFile(name, hue)).buffer);
  await plenum.cli('import', folder, '--series', 'Quay', '--as', 'record', '--read', 'public');
  rmSync(folder, { recursive: true, force: true });

  const { page } = await actor();
  await page.goto('/quay/2020-12-17');
  await page.getByText('Take it with you').click();
  await expectAccessible(page);

  await test.step('one HTML file', async () => {
    const { file, name } = await saved(page, page.getByRole('link', { name: 'Download: One HTML file' }));
    expect(name).toBe('quay-2020-12-17.html');
    const offline = await openOffline(browser, file);
    await offline.page.locator('[data-painted]').waitFor();
    await expect(offline.page.locator('#stage iframe')).toHaveAttribute('sandbox', 'allow-scripts');
    const slides = await shownSlides(offline.page, 4);
    expect(slides.map(({ words }) => words.split('\n')[0])).toEqual([
      'Harbour Community Call',
      'Team Quay',
      'Team Quay',
      'Team Crane',
    ]);
    expect(slides.map(({ pictures }) => pictures)).toEqual([0, 0, 1, 0]);
    const stage = offline.page.frameLocator('#stage iframe');
    await expect(stage.locator('.slide-background-content[style*="data:image"]')).toHaveCount(1);
    await expect(stage.locator('.katex')).toHaveCount(1);
    await expect(stage.locator('.hljs')).toHaveCount(1);
    await offline.page.getByRole('button', { name: 'Outline' }).click();
    await expectAccessible(offline.page);
    await offline.page.getByRole('dialog').getByRole('link', { name: 'Team Quay' }).first().click();
    await expect(offline.page.locator('#position')).toHaveText('2 / 4');
    await offline.page.getByRole('button', { name: 'Read' }).click();
    await expect(offline.page.locator('#text img').first()).toBeVisible();
    await expectAccessible(offline.page);
    expect(offline.harm).toEqual([]);
    await offline.context.close();

    const plain = await openOffline(browser, file, false);
    await expect(plain.page.getByRole('heading', { name: 'Team Crane' })).toBeVisible();
    await expect(plain.page.locator('#text img')).toHaveCount(2);
    expect(plain.harm).toEqual([]);
    await plain.context.close();
  });

  await test.step('PDF', async () => {
    const { file, name } = await saved(page, page.getByRole('link', { name: 'Download: PDF' }));
    expect(name).toBe('quay-2020-12-17.pdf');
    const pdf = readFileSync(file, 'latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(4);
    expect(pdf).toContain('/URI (https://example.org/lamps)');
    for (const title of ['Harbour Community Call', 'Team Quay', 'Team Crane'])
      expect(pdf).toContain(`/Title (${title})`);
    await expect(page.getByText('The PDF is ready.')).toBeVisible();
  });

  await test.step('Markdown for somewhere else, JSON, one message', async () => {
    await page.getByLabel('Written for').selectOption('HedgeDoc');
    const { file, name } = await saved(page, page.getByRole('button', { name: 'With pictures (zip)' }));
    expect(name).toBe('quay-2020-12-17.zip');
    const entries = unzipSync(readFileSync(file));
    expect(Object.keys(entries).filter((each) => each.startsWith('uploads/'))).toHaveLength(2);
    expect(strFromU8(entries['quay-2020-12-17.md'] ?? new Uint8Array())).toMatch(
      /data-background="\.\/uploads\/\w+\.webp"/,
    );
    await page.getByRole('button', { name: 'Show: The call in one message' }).click();
    const message = page.getByLabel('The call in one message', { exact: true });
    await expect(message).toHaveValue(/^• Team Quay: .*\/quay\/2020-12-17$/ms);
    await expectAccessible(page);
    await page.setViewportSize({ width: 390, height: 844 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(390);
  });

  await test.step('a series, with its progress; and everything', async () => {
    await page.goto('/quay');
    await page.getByRole('link', { name: 'Choose what' }).click();
    await expect(page.getByText('1 call on record · 2 pictures')).toBeVisible();
    const { file, name } = await saved(page, page.getByRole('button', { name: 'Download' }));
    expect(name).toBe('quay.zip');
    await expect(page.getByText('All of it is in the zip: 1 call.')).toBeVisible();
    const entries = unzipSync(readFileSync(file));
    expect(strFromU8(entries['quay/2020-12-17.md'] ?? new Uint8Array())).toBe(DECK);
    expect(Object.keys(entries)).toEqual(
      expect.arrayContaining(['quay/quay.png', 'quay/lamp.png', 'quay/plenum.json']),
    );
    await expectAccessible(page);
    await ada.page.goto('/-/profile');
    await ada.page.getByRole('link', { name: 'Everything that I may read' }).click();
    await expect(ada.page.getByRole('link', { name: 'Quay', exact: true })).toBeVisible();
    await expectAccessible(ada.page);
  });
});

test('hostile decks do no harm in the file that presents offline, nor while their PDF is made', async ({
  actor,
  browser,
  plenum,
}) => {
  test.setTimeout(240_000);
  const { seed, part } = seededPart(HOSTILE_DECKS, 60);
  const { page } = await actor(EXPECTED_REPORT);
  await test.step(`HOSTILE_SEED=${seed}`, async () => {
    for (const { record } of await bringDecks(plenum, joinedDecks(part, part.length).slice(0, 2))) {
      await page.goto(record);
      await page.getByText('Take it with you').click();
      const { file } = await saved(page, page.getByRole('link', { name: 'Download: One HTML file' }));
      const offline = await openOffline(browser, file);
      await offline.page.locator('[data-painted]').waitFor();
      const count = Number((await offline.page.locator('#position').textContent())?.split('/')[1]);
      await offline.page.keyboard.press('End');
      await expect(shownSlide(offline.page)).toContainText('Harmless');
      await expect(offline.page.locator('#position')).toHaveText(`${count} / ${count}`);
      await offline.page.getByRole('button', { name: 'Read' }).click();
      await expect(offline.page.getByRole('heading', { name: 'Harmless' })).toBeVisible();
      for (const frame of offline.page.frames()) expect(await frame.evaluate(isMarked)).toBe(false);
      expect(offline.harm).toEqual([]);
      await offline.context.close();
      const pdf = await saved(page, page.getByRole('link', { name: 'Download: PDF' }));
      expect(readFileSync(pdf.file, 'latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(count);
    }
  });
});
