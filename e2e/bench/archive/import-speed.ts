import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { prepareTemplate, testDatabase } from '#e2e/harness/database.ts';
import { madeDecks } from '#e2e/harness/made-decks.ts';
import { decideAll } from '#lib/imports/decide.ts';
import { seriesFormSchema } from '#lib/series/series-form.ts';
import { closeBus } from '#server/bus/open-bus.ts';
import { openEmbeddedCluster } from '#server/database/embedded-cluster.ts';
import { decideRun } from '#server/imports/decide-run.ts';
import { writeRunRow } from '#server/imports/open-run.ts';
import { planOfRun } from '#server/imports/read-run.ts';
import { stageFiles } from '#server/imports/stage-files.ts';
import { workReading, workWriting } from '#server/imports/work-run.ts';

/** Prints how many decks of 25 slides come in a second, from files in memory to sealed records that can be found. */
export async function measureImport(count: number): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'plenum-bench-'));
  const cluster = await openEmbeddedCluster(folder);
  await prepareTemplate(cluster.url);
  const db = await testDatabase();
  // What is compiled and cached once is no part of it.
  await importMade(100);
  const { staging, reading, writing } = await importMade(count);
  const all = staging + reading + writing;
  const line = (what: string, ms: number): string =>
    `| ${what} | ${Math.round(ms)} ms | ${Math.round((1000 * count) / ms)} decks/s |`;
  process.stdout.write(
    [
      `${count} decks imported`,
      '',
      '| | | |',
      '|---|---|---|',
      line('put into rows', staging),
      line('read', reading),
      line('written', writing),
      line('all', all),
      '',
    ].join('\n'),
  );
  await closeBus();
  await db.close();
  await cluster.close();
  rmSync(folder, { recursive: true, force: true });
}

async function importMade(count: number): Promise<Readonly<Record<'staging' | 'reading' | 'writing', number>>> {
  const form = seriesFormSchema.parse({ name: `Import of ${count}`, timeZone: 'UTC' });
  const run = await writeRunRow({ source: { type: 'files' }, target: { form } }, null, null);
  const decks = [...madeDecks(count)];
  const began = performance.now();
  await stageFiles(run.id, decks);
  const staged = performance.now();
  await workReading(run.id);
  const read = performance.now();
  await decideRun(run, decideAll(await planOfRun(run.id), 'auto', false));
  await workWriting(run.id);
  return { staging: staged - began, reading: read - staged, writing: performance.now() - read };
}
