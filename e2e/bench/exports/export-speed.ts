import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { summary } from '#e2e/bench/stage/quantiles.ts';
import { Plenum } from '#e2e/harness/plenum.ts';
import { noise } from '#e2e/harness/pictures.ts';

const SLIDES = 40;
const PICTURES = 20;
const TIMES = 5;
const FORMS = ['pdf', 'html', 'zip'] as const;

/** Prints how long one record of 40 slides with 20 pictures takes to leave as PDF, as HTML and as a zip, from the request to its last byte. */
export async function measureExports(): Promise<void> {
  const plenum = await Plenum.start();
  try {
    const edition = await recordOf(plenum);
    process.stdout.write(
      `\n${SLIDES} slides, ${PICTURES} pictures.\n\n| form | kB | median, ms | p95, ms |\n| --- | --- | --- | --- |\n`,
    );
    for (const form of FORMS) process.stdout.write(await rowOf(`${plenum.url}/api/editions/${edition}/${form}`, form));
  } finally {
    await plenum.dispose();
  }
}

async function rowOf(address: string, form: string): Promise<string> {
  let bytes = 0;
  const times: number[] = [];
  for (let time = 0; time < TIMES; time += 1) {
    const begin = performance.now();
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(await answer.text());
    bytes = (await answer.arrayBuffer()).byteLength;
    times.push(performance.now() - begin);
  }
  const { median, p95 } = summary(times);
  return `| ${form} | ${Math.round(bytes / 1000)} | ${median} | ${p95} |\n`;
}

/** Brings the record in from the shell; gives the id of its edition. */
async function recordOf(plenum: Plenum): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'plenum-bench-'));
  try {
    for (let number = 0; number < PICTURES; number += 1)
      writeFileSync(path.join(folder, `p${number}.png`), await noise(1280, 720));
    writeFileSync(path.join(folder, '2020-12-10.md'), deckText());
    await plenum.cli('import', folder, '--series', 'Bench', '--as', 'record', '--read', 'public');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const [found] = await plenum.sql('SELECT id FROM edition LIMIT 1');
  return z.object({ id: z.string() }).parse(found).id;
}

function deckText(): string {
  const slides = Array.from({ length: SLIDES }, (_, number) => {
    const picture = number % 2 === 0 ? `\n\n![A picture](p${number / 2}.png =400x)` : '';
    return `# Team ${number}\n\n- What the team did, in a line\n- [A link](https://example.org/${number})${picture}`;
  });
  return `${slides.join('\n\n---\n\n')}\n`;
}
