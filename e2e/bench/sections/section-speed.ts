import { summary } from '#e2e/bench/stage/quantiles.ts';
import { measureFinding } from './finding-speed.ts';
import { measureTelling } from './telling-speed.ts';

/** Prints how long sections take: to be found after a key, and to be told to open pages. */
export async function measureSections(): Promise<void> {
  const found = summary(measureFinding());
  const { board, outline } = await measureTelling();
  const rows = [
    ['sections found after a key, 600 slides, on top of the parse', found],
    ['a status changed elsewhere is painted on a board of 30 sections', summary(board)],
    ['the same in the outline of a deck page', summary(outline)],
  ] as const;
  process.stdout.write('\n| | median, ms | p95, ms |\n| --- | --- | --- |\n');
  for (const [what, { median, p95 }] of rows) process.stdout.write(`| ${what} | ${median} | ${p95} |\n`);
}
