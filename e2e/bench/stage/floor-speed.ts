import type { Browser } from '@playwright/test';
import { parseDeck } from '#lib/slides/parse-deck.ts';
import { deckText, middleOf } from './deck-text.ts';
import { startFloorServer } from './floor-server.ts';
import type { SpeedRow } from './speed-row.ts';
import { traceWork, type Work } from './thread-work.ts';
import { type, type Stroke } from './typist.ts';
import { VIEWPORT } from './viewport.ts';
import { Witness } from './witness.ts';

/** What nothing can be quicker than, and the other way to do it. */
export interface Floors {
  readonly editors: readonly SpeedRow[];
  readonly preview: SpeedRow;
  readonly wholeDeck: readonly SpeedRow[];
  readonly work: readonly FloorWork[];
}

interface FloorWork {
  readonly slides: number;
  readonly work: Work;
}

interface BareEditor {
  readonly strokes: readonly Stroke[];
  readonly steady: readonly Stroke[];
  readonly work: Work;
}

/** HedgeDoc 1.12 waits so long after a key before it looks at the text. */
const DEBOUNCES = [100, 0];

/** Measures floors and HedgeDoc's way for decks of these sizes. */
export async function measureFloors(browser: Browser, sizes: readonly number[], keys: number): Promise<Floors> {
  const server = await startFloorServer();
  const editors: SpeedRow[] = [];
  const wholeDeck: SpeedRow[] = [];
  const works: FloorWork[] = [];
  const preview = {
    what: 'floor: message to an empty frame',
    slides: null,
    frames: 'on demand',
    strokes: await emptyFrame(),
  } as const;
  for (const slides of sizes) {
    const text = deckText(slides);
    server.serveDeck(text);
    const at = placeOf(text, slides);
    const { strokes, steady, work } = await bareEditor(at);
    editors.push({ what: 'floor: bare CodeMirror', slides, frames: 'on demand', strokes });
    editors.push({ what: 'floor: bare CodeMirror', slides, frames: '60 Hz', strokes: steady });
    works.push({ slides, work });
    // Hundreds of slides take it half a second a key.
    const fewer = slides > 100 ? Math.ceil(keys / 5) : Math.ceil(keys / 2);
    for (const debounce of DEBOUNCES) {
      const what = `whole deck, ${debounce} ms debounce`;
      wholeDeck.push({
        what,
        slides,
        frames: 'on demand',
        strokes: await wholeDeckPage(`${at}&debounce=${debounce}`, fewer),
      });
    }
  }
  await server.close();
  return { editors, preview, wholeDeck, work: works };

  async function emptyFrame(): Promise<readonly Stroke[]> {
    const strokes = await inPage('empty-frame', async (witness) => {
      await witness.page.frameLocator('iframe').locator('[data-floor]').waitFor();
      return type({ typing: witness, editor: null, preview: witness }, keys);
    });
    // From the message, not from the key.
    return strokes.map((stroke) => ({ ...stroke, key: stroke.handled }));
  }

  async function bareEditor(at: string): Promise<BareEditor> {
    return inPage(`bare-editor?${at}`, async (witness) => {
      await witness.page.locator('.cm-focused').waitFor();
      const desk = { typing: witness, editor: witness, preview: null };
      const strokes = await type(desk, keys);
      await witness.keepFrames(true);
      const steady = await type(desk, keys);
      await witness.keepFrames(false);
      return { strokes, steady, work: await traceWork(browser, () => type(desk, Math.ceil(keys / 4))) };
    });
  }

  async function wholeDeckPage(address: string, count: number): Promise<readonly Stroke[]> {
    return inPage(`whole-deck?${address}`, async (witness) => {
      await witness.page.locator('.reveal.ready section.present li').first().waitFor();
      return type({ typing: witness, editor: witness, preview: witness }, count, 3);
    });
  }

  async function inPage<T>(address: string, act: (witness: Witness) => Promise<T>): Promise<T> {
    const page = await browser.newPage({ viewport: VIEWPORT });
    const witness = await Witness.of(page);
    await page.goto(`${server.base}/${address}`);
    const result = await act(witness);
    await page.close();
    return result;
  }
}

/** Where to write: behind the first item of the middle slide's list, and that slide's numbers. */
function placeOf(text: string, slides: number): string {
  const slide = parseDeck(text).slides[middleOf(slides)];
  if (slide === undefined) throw new RangeError('The deck has no middle.');
  const cursor = text.indexOf('\n', text.indexOf('\n* ', slide.body.from) + 1);
  return `cursor=${cursor}&h=${slide.h}&v=${slide.v}`;
}
