import { chromium, type Browser, type Page } from '@playwright/test';
import { browserPath } from '#e2e/harness/browser.ts';
import { giveFiles } from '#e2e/harness/pictures.ts';
import { Plenum } from '#e2e/harness/plenum.ts';
import { ADA, signIn } from '#e2e/harness/scene.ts';
import { editor, importCall, openDeck, typeAfter } from '#e2e/harness/series.ts';
import { phonePhoto } from './photo.ts';

const PASTES = 12;
// All pages are looked at: one that is not paints once a second.
const ALL_AWAKE = [
  '--disable-renderer-backgrounding',
  '--disable-backgrounding-occluded-windows',
  '--disable-background-timer-throttling',
];

interface Pasting {
  /** Milliseconds from each paste until the picture is drawn in the preview of whoever pasted it. */
  readonly own: readonly number[];
  /** The same at two others who have that slide open. */
  readonly others: readonly number[];
  readonly photoBytes: number;
  readonly keptBytes: number;
  /** What somebody new loads for the title picture of a call. */
  readonly titleBytes: number;
}

/** Pastes photos of some 4 MB into a deck that three people have open. */
export async function measurePasting(): Promise<Pasting> {
  const plenum = await Plenum.start();
  await plenum.cli('setup', '--name', ADA.name, '--email', ADA.email, '--password', ADA.password);
  const call = await importCall(plenum, 'Bench Pictures');
  const browser = await chromium.launch({ executablePath: browserPath() ?? '', args: ['--no-sandbox', ...ALL_AWAKE] });
  const open = async (): Promise<Page> => {
    const context = await browser.newContext({ baseURL: plenum.url, viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    await signIn(page);
    await openDeck(page, call);
    await page.locator('.cm-line', { hasText: 'All lamps burn' }).click();
    return page;
  };
  const [ada, ...watchers] = [await open(), await open(), await open()];
  if (ada === undefined) throw new Error('nobody pastes');
  const [own, others, sizes]: [number[], number[], number[]] = [[], [], []];
  for (let paste = 0; paste < PASTES; paste++) {
    const photo = await phonePhoto(`photo-${paste}.jpg`);
    sizes.push(photo.buffer.length);
    await typeAfter(ada, 'All lamps burn', ' ');
    const began = Date.now();
    const seen = [ada, ...watchers].map((page) => drawn(page));
    await giveFiles(ada, { how: 'paste', selector: '.cm-content' }, [photo]);
    const [first = 0, ...rest] = await Promise.all(seen);
    own.push(first - began);
    others.push(...rest.map((at) => at - began));
    await takeBack(ada, watchers);
  }
  const keptBytes = await sizeOfLast(ada, plenum.url);
  // So that the title picture is the only one that is loaded.
  await ada.locator('.cm-line', { hasText: 'All lamps burn' }).click();
  await ada.keyboard.press('Control+z');
  await ada.locator('[data-save="safe"]').waitFor();
  const titleBytes = await titleWeight(browser, plenum.url, { page: ada, path: call.path });
  await browser.close();
  await plenum.dispose();
  return { own, others, photoBytes: sizes.toSorted((a, b) => a - b)[PASTES / 2] ?? 0, keptBytes, titleBytes };
}

/** When a picture is drawn on the slide that the page's stage shows. */
async function drawn(page: Page): Promise<number> {
  const stage = page.frames().find((frame) => frame.url().includes('/stage/'));
  if (stage === undefined) throw new Error('the page has no stage');
  const seen = await stage.waitForFunction(
    () =>
      [...document.querySelectorAll<HTMLImageElement>('section.present img')].some(
        (image) => image.complete && image.naturalWidth > 0,
      ) && Date.now(),
    null,
    { polling: 'raf', timeout: 60_000 },
  );
  return Number(await seen.jsonValue());
}

/** Takes the picture out of the text again, so that the next is the only one. */
async function takeBack(ada: Page, watchers: readonly Page[]): Promise<void> {
  await ada.getByRole('button', { name: /^Skip describing/ }).click();
  await ada.locator('.cm-line', { hasText: 'All lamps burn' }).click();
  await ada.keyboard.press('Control+z');
  for (const page of [ada, ...watchers]) {
    const stage = page.frames().find((frame) => frame.url().includes('/stage/'));
    await stage?.waitForFunction(() => document.querySelector('section.present img') === null, null, { polling: 50 });
  }
}

async function sizeOfLast(page: Page, url: string): Promise<number> {
  await giveFiles(page, { how: 'paste', selector: '.cm-content' }, [await phonePhoto('last.jpg')]);
  await page.getByRole('button', { name: /^Skip describing/ }).click();
  const [, reference = ''] = /!\[\]\(([^)]*)\)/.exec((await editor(page).textContent()) ?? '') ?? [];
  return (await (await fetch(`${url}/${reference}`)).arrayBuffer()).byteLength;
}

/** Bytes of pictures that somebody new loads who follows a call whose title picture is a photo of 4 MB. */
async function titleWeight(
  browser: Browser,
  url: string,
  { page, path }: { readonly page: Page; readonly path: string },
): Promise<number> {
  await page.goto(path);
  await page.getByRole('button', { name: 'Title picture' }).click();
  const { name, mimeType, buffer } = await phonePhoto('title.jpg');
  await page.getByTestId('title-picture-file').setInputFiles({ name, mimeType, buffer });
  await page.getByRole('radio', { name: 'title.jpg' }).and(page.locator(':checked')).waitFor();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.goto(`${path}/present`);
  await page.getByRole('button', { name: 'Start the call' }).click();
  await page.getByText('You present').waitFor();
  const context = await browser.newContext({ baseURL: url, viewport: { width: 1920, height: 1080 } });
  const follower = await context.newPage();
  const sizes: Promise<number>[] = [];
  follower.on('response', (response) => {
    if (response.url().includes('/assets/')) sizes.push(response.body().then((body) => body.length));
  });
  await follower.goto(`${path}/live`, { waitUntil: 'networkidle' });
  const loaded = await Promise.all(sizes);
  await context.close();
  return loaded.reduce((sum, size) => sum + size, 0);
}
