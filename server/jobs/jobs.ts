import { setTimeout } from 'node:timers/promises';

import { PgBoss, type Queue } from 'pg-boss';
import { z } from 'zod';

import { indexRecords } from '#server/archive/index-record.ts';
import { sealEdition } from '#server/archive/seal-editions.ts';
import { closingsAtRest, runClosing } from '#server/closing/run-closing.ts';
import { publishDue } from '#server/corrections/publish-corrections.ts';
import { stopWork } from '#server/imports/continue-runs.ts';
import { log } from '#server/log.ts';
import { startMirroring } from '#server/mirror/mirror-jobs.ts';
import { feedSearch } from '#server/search/feed-search.ts';
import { prepareSearch } from '#server/search/prepare-search.ts';
import { sendDelivery } from '#server/webhooks/send-delivery.ts';

import { tendAssets, trim } from './nightly.ts';
import { CLOSING_QUEUE, CORRECTIONS_QUEUE, JOBS_SCHEMA, SEAL_QUEUE, WEBHOOK_QUEUE } from './send-job.ts';
import { sweep } from './sweep.ts';

const EVERY_MINUTE = '* * * * *';
const EVERY_NIGHT = '17 3 * * *';
/** When the bin was emptied. */
const LATER_AT_NIGHT = '47 3 * * *';
const HOURS = 3_600;
/** Whoever stops waits so long for closings that are under way: what is left is gone on with at the next start. Milliseconds. */
const REST_MS = 2_000;

/** The work that outlives a request, in Postgres: any process may do it, each job can be done again without harm. */
export interface Jobs {
  stop(): Promise<void>;
}

/** A queue, and what is done with each job of it. */
interface Work {
  readonly queue: string;
  readonly options: Omit<Queue, 'name' | 'policy'>;
  /** When it runs by itself, as cron writes it. */
  readonly schedule?: string;
  readonly work: (data: unknown) => Promise<unknown>;
}

const sealJobSchema = z.object({ editionId: z.string() });
const callJobSchema = z.object({ callId: z.string() });
const webhookJobSchema = z.object({ deliveryId: z.string() });
const AGAIN = { retryLimit: 5, retryBackoff: true } as const;

const WORK: readonly Work[] = [
  {
    queue: SEAL_QUEUE,
    options: AGAIN,
    work: (data) => sealEdition(sealJobSchema.parse(data).editionId),
  },
  {
    queue: CLOSING_QUEUE,
    options: { ...AGAIN, expireInSeconds: 180 },
    work: (data) => runClosing(callJobSchema.parse(data).callId),
  },
  {
    queue: CORRECTIONS_QUEUE,
    options: AGAIN,
    work: (data) => publishDue(callJobSchema.parse(data).callId),
  },
  {
    queue: WEBHOOK_QUEUE,
    options: { ...AGAIN, retryDelay: 20, expireInSeconds: 60 },
    async work(data) {
      if (!(await sendDelivery(webhookJobSchema.parse(data).deliveryId))) throw new Error('A webhook was not taken.');
    },
  },
  { queue: 'sweep', options: { retryLimit: 0 }, schedule: EVERY_MINUTE, work: sweep },
  {
    queue: 'search',
    options: { retryLimit: 0, expireInSeconds: 4 * HOURS },
    schedule: EVERY_MINUTE,
    work: feedSearch,
  },
  { queue: 'trim', options: { retryLimit: 0, expireInSeconds: HOURS }, schedule: EVERY_NIGHT, work: trim },
  {
    queue: 'collect',
    options: { retryLimit: 0, expireInSeconds: 4 * HOURS },
    schedule: LATER_AT_NIGHT,
    work: tendAssets,
  },
];

/** Prepares the queues, does what was due while nothing ran, and works from then on. */
export async function startJobs(): Promise<Jobs> {
  const connectionString = process.env['DATABASE_URL'];
  if (connectionString === undefined) throw new Error('startJobs needs an open database');
  const boss = new PgBoss({ connectionString, schema: JOBS_SCHEMA, max: 3, application_name: 'plenum jobs' });
  boss.on('error', (error) => log.error('jobs', { error }));
  await boss.start();
  // `exclusive`: one job a key, waiting or at work.
  for (const { queue, options } of WORK) await boss.createQueue(queue, { ...options, policy: 'exclusive' });
  await indexRecords();
  await prepareSearch();
  await sweep();
  for (const { queue, schedule, work } of WORK) {
    await boss.work(queue, async (jobs) => {
      for (const job of jobs) await work(job.data);
    });
    if (schedule !== undefined) await boss.schedule(queue, schedule);
  }
  await startMirroring(boss);
  return {
    async stop() {
      await stopWork();
      await boss.stop({ graceful: true, timeout: 2_000 });
      await Promise.race([closingsAtRest(), setTimeout(REST_MS, undefined, { ref: false })]);
    },
  };
}
