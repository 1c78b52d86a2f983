import { PgBoss } from 'pg-boss';
import { z } from 'zod';

import { sealEdition, sealEditions } from '#server/archive/seal-editions.ts';
import { emptyBin } from '#server/bin/empty-bin.ts';
import { database } from '#server/database/client.ts';
import { thinRevisions } from '#server/history/thin-revisions.ts';
import { sweepLimits } from '#server/limits/limit.ts';
import { log } from '#server/log.ts';
import { trimDecks } from '#server/store/trim-decks.ts';

import { JOBS_SCHEMA, SEAL_QUEUE } from './send-job.ts';

const SWEEP_QUEUE = 'sweep';
const TRIM_QUEUE = 'trim';
const EVERY_MINUTE = '* * * * *';
const EVERY_NIGHT = '17 3 * * *';

const sealJobSchema = z.object({ editionId: z.string() });

/** The work that outlives a request, in Postgres: any process may do it, each job can be done again without harm. */
export interface Jobs {
  stop(): Promise<void>;
}

/** Prepares the queues, does what was due while nothing ran, and works from then on. */
export async function startJobs(): Promise<Jobs> {
  const connectionString = process.env['DATABASE_URL'];
  if (connectionString === undefined) throw new Error('startJobs needs an open database');
  const boss = new PgBoss({ connectionString, schema: JOBS_SCHEMA, max: 3, application_name: 'plenum jobs' });
  boss.on('error', (error) => log.error('jobs', { error }));
  await boss.start();
  // `exclusive`: one job a key, waiting or at work.
  await boss.createQueue(SEAL_QUEUE, { policy: 'exclusive', retryLimit: 5, retryBackoff: true });
  await boss.createQueue(SWEEP_QUEUE, { policy: 'exclusive', retryLimit: 0 });
  await boss.createQueue(TRIM_QUEUE, { policy: 'exclusive', retryLimit: 0, expireInSeconds: 3_600 });
  await sealEditions();
  await boss.work(SEAL_QUEUE, async (jobs) => {
    for (const job of jobs) await sealEdition(sealJobSchema.parse(job.data).editionId);
  });
  await boss.work(SWEEP_QUEUE, async () => {
    await sealEditions();
  });
  await boss.work(TRIM_QUEUE, async () => {
    const rows = await trimDecks(database);
    const revisions = await thinRevisions(database);
    if (rows + revisions > 0) log.info('decks trimmed', { rows, revisions });
    const removed = await emptyBin();
    if (removed > 0) log.info('bin emptied', { removed });
    await sweepLimits();
  });
  await boss.schedule(SWEEP_QUEUE, EVERY_MINUTE);
  await boss.schedule(TRIM_QUEUE, EVERY_NIGHT);
  return { stop: () => boss.stop({ graceful: true, timeout: 2_000 }) };
}
