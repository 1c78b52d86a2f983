import type { PgBoss } from 'pg-boss';
import { z } from 'zod';

import { MIRROR_QUEUE, sendMirrorJob } from '#server/jobs/send-job.ts';

import { mirrorSeries } from './mirror-series.ts';
import { seriesToMirror } from './waiting-editions.ts';

const SWEEP_QUEUE = 'mirror-sweep';
const EVERY_MINUTE = '* * * * *';
/** Longer than a repository may take in all: another process takes it over then. */
const LONGEST_SECONDS = 2 * 3_600;

const jobSchema = z.object({ seriesId: z.uuid() });

/** Begins to bring editions into mirrors: a job each series, found every minute, so that nothing depends on a message. What fails waits longer each time. */
export async function startMirroring(boss: PgBoss): Promise<void> {
  const ending = new AbortController();
  boss.once('stopped', () => ending.abort());
  await boss.createQueue(MIRROR_QUEUE, { policy: 'exclusive', retryLimit: 0, expireInSeconds: LONGEST_SECONDS });
  await boss.createQueue(SWEEP_QUEUE, { policy: 'exclusive', retryLimit: 0 });
  // A server that hangs keeps its own series waiting, not all others.
  await boss.work(MIRROR_QUEUE, { localConcurrency: 3 }, async (jobs) => {
    for (const job of jobs) await mirrorSeries(jobSchema.parse(job.data).seriesId, undefined, ending.signal);
  });
  await boss.work(SWEEP_QUEUE, async () => {
    for (const seriesId of await seriesToMirror()) await sendMirrorJob(seriesId);
  });
  await boss.schedule(SWEEP_QUEUE, EVERY_MINUTE);
}
