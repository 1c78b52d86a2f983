import { z } from 'zod';

import { summary } from '#e2e/bench/stage/quantiles.ts';
import { Plenum } from '#e2e/harness/plenum.ts';
import { addresses } from '#lib/addresses.ts';
import { databasePool } from '#server/database/client.ts';

const TIMES = 30;
const rowSchema = z.object({ slug: z.string(), address: z.string() });

/** Prints how long the first byte of the pages takes that people come to from elsewhere, of a built Plenum on the archive in this folder. */
export async function measureFirstBytes(folder: string): Promise<void> {
  const { rows } = await databasePool().query(
    `SELECT slug, address FROM call JOIN series ON series.id = series_id WHERE slug = 'harbour-3' ORDER BY address DESC OFFSET 300 LIMIT 1`,
  );
  const { slug, address } = rowSchema.parse(rows[0]);
  const plenum = await Plenum.start({}, folder);
  const table: Record<string, object> = {};
  for (const [name, path] of [
    ['archive of a series of 1,000 calls', addresses.archive(slug)],
    ['record', addresses.call(slug, address)],
    ['team page', addresses.team(slug, 'ops')],
    ['feed', `/${slug}/feed.xml`],
    ['search page', addresses.search({ q: 'deployment' })],
    ['places for the palette', addresses.places({ q: 'quay', at: `/${slug}` })],
  ] as const)
    table[name] = await firstBytes(plenum.url + path);
  await plenum.end('SIGTERM');
  process.stdout.write('\nFirst byte, one client: milliseconds; kilobytes of the answer\n');
  console.table(table);
}

async function firstBytes(url: string) {
  const times: number[] = [];
  let bytes = 0;
  // The first ones load code.
  for (let time = -3; time < TIMES; time += 1) {
    const began = performance.now();
    const response = await fetch(url);
    if (time >= 0) times.push(performance.now() - began);
    bytes = (await response.arrayBuffer()).byteLength;
    if (!response.ok) return { answer: response.status };
  }
  const { median, p95 } = summary(times);
  return { p50: median, p95, kB: Math.round(bytes / 1024) };
}
