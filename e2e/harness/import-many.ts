import { setTimeout as pause } from 'node:timers/promises';

import { decideAll } from '#lib/imports/decide.ts';
import { seriesFormSchema } from '#lib/series/series-form.ts';
import { decideRun } from '#server/imports/decide-run.ts';
import { writeRunRow } from '#server/imports/open-run.ts';
import { planOfRun } from '#server/imports/read-run.ts';
import { stageFiles } from '#server/imports/stage-files.ts';
import { workReading, workWriting } from '#server/imports/work-run.ts';

import { madeDecks } from './made-decks.ts';

// Imports so many made decks, and says after each part of each pass how many bytes of the heap are in use: a process for tests, run with
// --expose-gc.
const count = Number(process.argv[2]);
const EVERY = Math.max(50, Math.floor(count / 8));

function say(pass: string, done: number): void {
  if (done % EVERY > 24 && done !== count) return;
  globalThis.gc?.();
  process.stdout.write(`${JSON.stringify({ pass, done, heap: process.memoryUsage().heapUsed })}\n`);
}

const form = seriesFormSchema.parse({ name: `Many ${count}`, timeZone: 'UTC' });
const run = await writeRunRow({ source: { type: 'files' }, target: { form } }, null, null);
await stageFiles(run.id, madeDecks(count));
await workReading(run.id, { told: (done) => say('reading', done) });
await decideRun(run, decideAll(await planOfRun(run.id), 'auto', false));
await workWriting(run.id, { told: (done) => say('writing', done) });
// What was said last is read before this ends.
await pause(50);
process.exit(0);
