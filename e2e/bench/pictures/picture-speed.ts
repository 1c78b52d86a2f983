import { summary } from '#e2e/bench/stage/quantiles.ts';
import { measureCorpusPictures } from './corpus-pictures.ts';
import { measurePasting } from './pasting.ts';

/** Prints how long a pasted photo takes to be shown, what the audience loads for a title picture, and what the corpus' pictures weigh. */
export async function measurePictures(): Promise<void> {
  const { own, others, photoBytes, keptBytes, titleBytes } = await measurePasting();
  const kB = (bytes: number) => Math.round(bytes / 1000);
  const rows = [
    ['drawn for who pastes it', summary(own)],
    ['drawn for two others', summary(others)],
  ] as const;
  process.stdout.write(
    `\nA photo of ${kB(photoBytes)} kB (median) is pasted; kept are ${kB(keptBytes)} kB.\n\n| from the paste until it is | median, ms | p95, ms |\n| --- | --- | --- |\n`,
  );
  for (const [what, { median, p95 }] of rows) process.stdout.write(`| ${what} | ${median} | ${p95} |\n`);
  process.stdout.write(`\nThe audience loads ${kB(titleBytes)} kB for the title picture, at 1920 × 1080.\n`);
  const corpus = await measureCorpusPictures();
  if (corpus === null) return void process.stdout.write('\nThe corpus is not here: its pictures were not weighed.\n');
  const { pictures, refused, before, after, seconds } = corpus;
  process.stdout.write(
    `\nThe corpus: ${pictures} pictures, ${kB(before)} kB before, ${kB(after)} kB after, ${refused} refused, in ${seconds} s.\n`,
  );
}
