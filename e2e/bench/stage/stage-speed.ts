import { chromium } from '@playwright/test';
import { BROWSER_ARGUMENTS, browserPath } from '#e2e/harness/browser.ts';
import { bundleTable } from './bundle-size.ts';
import { measureDecks, type DeckSpeed } from './deck-speed.ts';
import { measureFloors, type Floors } from './floor-speed.ts';
import { goalsTable } from './goals.ts';
import { rounded, summary } from './quantiles.ts';
import { speedTable, textOf } from './speed-row.ts';
import type { KeyWork } from './thread-work.ts';

const SIZES = [60, 600];
const KEYS = Number(process.env['BENCH_KEYS'] ?? 200);

/** How soon what is typed is painted, in the editor and on the slide, beside the floors and beside rendering the whole deck. */
export async function measureStage(): Promise<void> {
  const browser = await chromium.launch({ executablePath: browserPath() ?? '', args: BROWSER_ARGUMENTS });
  const floors = await measureFloors(browser, SIZES, KEYS);
  const decks = await measureDecks(browser, SIZES, KEYS);
  await browser.close();
  const rows = [
    ...floors.editors,
    floors.preview,
    ...floors.wholeDeck,
    ...decks.flatMap(({ own, steady, remote }) => [own, steady, remote]),
  ];
  say('From the key to the paint, ms, median / p95');
  console.table(speedTable(rows, floors));
  say('Work a key, ms of processor time, median / p95');
  console.table([...floors.work.map(floorLine), ...decks.flatMap(workLines)]);
  say('From the arrival of stage.js to the first painted deck, ms');
  console.table(decks.map(openingLine));
  say('What the stage loads, kB');
  const bundle = bundleTable();
  console.table(bundle);
  say('Goals');
  console.table(goalsTable(floors, decks, bundle.at(-1)?.gzip ?? Number.NaN));
}

function floorLine({ slides, work }: Floors['work'][number]): Record<string, string | number> {
  return { what: 'bare CodeMirror, until it is painted', slides, ...workColumns(work.editor) };
}

function workLines({ slides, work }: DeckSpeed): readonly Record<string, string | number>[] {
  return [
    { what: 'page, until the editor is painted', slides, ...workColumns(work.editor) },
    { what: 'page, from then until the slide is', slides, ...workColumns(work.after) },
    { what: 'stage', slides, ...workColumns(work.stage) },
  ];
}

function workColumns(keys: readonly KeyWork[]): Record<string, string | number> {
  const column = (of: (key: KeyWork) => number): string => textOf(keys.map(of));
  return {
    keys: keys.length,
    script: column(({ script }) => script),
    'of it layout': column(({ forced }) => forced),
    rendering: column(({ rendering }) => rendering),
    'longest task': rounded(Math.max(...keys.map(({ longestTask }) => longestTask))),
  };
}

function openingLine({ slides, openings, clocks }: DeckSpeed): Record<string, string | number> {
  return {
    slides,
    times: openings.length,
    ...summary(openings),
    'clocks apart': `${rounded(clocks.apart)} ± ${rounded(clocks.unsure)}`,
  };
}

function say(text: string): void {
  process.stdout.write(`\n${text}\n`);
}
