import type { Browser } from '@playwright/test';
import { Plenum } from '#e2e/harness/plenum.ts';
import { ADA, signIn } from '#e2e/harness/scene.ts';
import type { TestCall } from '#e2e/harness/series.ts';
import { clockDifference } from './clocks.ts';
import { goToMiddle, importDeck, openDeckPage } from './open-deck.ts';
import type { SpeedRow } from './speed-row.ts';
import { traceWork, type Work } from './thread-work.ts';
import { type } from './typist.ts';
import { VIEWPORT } from './viewport.ts';
import { Witness } from './witness.ts';

/** How quick a deck's own page is. */
export interface DeckSpeed {
  readonly slides: number;
  readonly own: SpeedRow;
  /** The same while frames go on. */
  readonly steady: SpeedRow;
  /** From a key here to the slide of somebody else. */
  readonly remote: SpeedRow;
  readonly work: Work;
  readonly clocks: { readonly apart: number; readonly unsure: number };
  /** From the arrival of the stage's script to the first painted deck, once for each time the page was opened. */
  readonly openings: readonly number[];
}

const OPENINGS = 10;

/** Measures decks of these sizes on a built Plenum of its own. */
export async function measureDecks(
  browser: Browser,
  sizes: readonly number[],
  keys: number,
): Promise<readonly DeckSpeed[]> {
  const plenum = await Plenum.start();
  try {
    await plenum.cli('setup', '--name', ADA.name, '--email', ADA.email, '--password', ADA.password);
    const results: DeckSpeed[] = [];
    for (const slides of sizes) {
      const call = await importDeck(plenum, slides);
      results.push(await measureDeck({ browser, url: plenum.url, call, slides, keys }));
    }
    return results;
  } finally {
    await plenum.dispose();
  }
}

interface Setting {
  readonly browser: Browser;
  readonly url: string;
  readonly call: TestCall;
  readonly slides: number;
  readonly keys: number;
}

async function measureDeck({ browser, url, call, slides, keys }: Setting): Promise<DeckSpeed> {
  const writer = await writerAt(browser, url);
  const openings = await measureOpenings(writer, call);
  await openDeckPage(writer.page, call);
  await goToMiddle(writer.page, slides);
  const desk = { typing: writer, editor: writer, preview: writer };
  const own = { what: 'Plenum', slides, frames: 'on demand', strokes: await type(desk, keys) } as const;
  await writer.keepFrames(true);
  const steady = { what: 'Plenum', slides, frames: '60 Hz', strokes: await type(desk, keys) } as const;
  await writer.keepFrames(false);
  const work = await traceWork(browser, () => type(desk, Math.ceil(keys / 2)));
  const clocks = await clockDifference(writer.page.frames());
  const other = await writerAt(browser, url);
  await openDeckPage(other.page, call);
  await goToMiddle(other.page, slides);
  const strokes = await type({ typing: writer, editor: null, preview: other }, keys);
  const remote = { what: 'Plenum, from somebody else', slides, frames: 'on demand', strokes } as const;
  await Promise.all([writer.page.context().close(), other.page.context().close()]);
  return { slides, own, steady, remote, work, clocks, openings };
}

async function writerAt(browser: Browser, baseURL: string): Promise<Witness> {
  const context = await browser.newContext({ baseURL, viewport: VIEWPORT });
  const page = await context.newPage();
  const witness = await Witness.of(page);
  await signIn(page);
  return witness;
}

async function measureOpenings(witness: Witness, call: TestCall): Promise<readonly number[]> {
  const times: number[] = [];
  for (let at = 0; at < OPENINGS; at++) {
    await witness.page.goto('/');
    witness.forget();
    await openDeckPage(witness.page, call);
    const opened = await witness.see('opened');
    times.push(opened.at - opened.frameAt);
  }
  return times;
}
