import type { Browser, Frame, Page } from '@playwright/test';
import { BROWSER_ARGUMENTS } from '#e2e/harness/browser.ts';
import { browserScript } from '#e2e/bench/stage/browser-script.ts';
import type { CrowdJob } from './crowd.ts';

/** A running call with a presenter and a follower in browsers, of Plenum or of what it is compared with. */
export interface LiveSide {
  readonly name: string;
  /** Processor seconds of its server so far. */
  readonly cpuSeconds: () => number;
  /** Whom the crowd follows. */
  readonly crowd: Omit<CrowdJob, 'followers'>;
  readonly presenter: Page;
  /** The document that shows the presenter their slide. */
  readonly presenterStage: Frame;
  readonly follower: Page;
  readonly followerStage: Frame;
  /** Ends its server and its pages. */
  readonly close: () => Promise<void>;
}

/** Slides of the deck: more than keys are pressed in one go. */
export const SLIDES = 100;

/** For browsers in which all pages are looked at: one that is not paints once a second. */
export const ALL_AWAKE = [
  ...BROWSER_ARGUMENTS,
  '--disable-renderer-backgrounding',
  '--disable-backgrounding-occluded-windows',
  '--disable-background-timer-throttling',
];

/** A page of somebody's own that notes keys, paints and frames in all its documents. */
export async function openProbedPage(browser: Browser, baseURL: string): Promise<Page> {
  const context = await browser.newContext({ baseURL, viewport: { width: 1280, height: 900 } });
  const probe = await browserScript('live-probe-page.ts', import.meta.dirname);
  await context.addInitScript({ content: `(() => {${probe}})()` });
  return context.newPage();
}

/** The document inside the page's first frame. */
export async function stageOf(page: Page): Promise<Frame> {
  const frame = await (await page.locator('iframe').first().elementHandle())?.contentFrame();
  if (frame == null) throw new Error('The page has no stage.');
  return frame;
}
