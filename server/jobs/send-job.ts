import { fromPrisma, PgBoss, type SendOptions } from 'pg-boss';

import { log } from '#server/log.ts';
import { database } from '#server/database/client.ts';

/** pg-boss keeps its tables apart from ours. */
export const JOBS_SCHEMA = 'jobs';
export const SEAL_QUEUE = 'seal-edition';
export const CORRECTIONS_QUEUE = 'publish-corrections';
export const MIRROR_QUEUE = 'mirror-series';
export const CLOSING_QUEUE = 'close-call';
export const WEBHOOK_QUEUE = 'send-webhook';

/** Whoever ended a call is at its closing at once: the job is for when that process is gone. Seconds. */
const SAFETY_SECONDS = 30;

/** Asks for an edition to be sealed at that time. */
export async function sendSealJob(editionId: string, at: Date): Promise<void> {
  await send(SEAL_QUEUE, { editionId }, { singletonKey: editionId, startAfter: at });
}

/** Asks for the corrections of a call to be published at that time. */
export async function sendCorrectionsJob(callId: string, at: Date): Promise<void> {
  await send(CORRECTIONS_QUEUE, { callId }, { singletonKey: callId, startAfter: at });
}

/** Asks for a series to be brought into its mirror now. One that waits or is at work already is enough. */
export async function sendMirrorJob(seriesId: string): Promise<void> {
  await send(MIRROR_QUEUE, { seriesId }, { singletonKey: seriesId });
}

/** Asks for a closing to be looked after in a while. */
export async function sendClosingJob(callId: string, run: string): Promise<void> {
  await send(CLOSING_QUEUE, { callId }, { singletonKey: run, startAfter: SAFETY_SECONDS });
}

/** Asks for a message to be sent to a series' webhook. */
export async function sendWebhookJob(deliveryId: string): Promise<void> {
  await send(WEBHOOK_QUEUE, { deliveryId }, { singletonKey: deliveryId });
}

/** When it cannot be asked for, nothing is lost: the sweep that runs every minute finds whatever is due. */
async function send(queue: string, job: object, options: SendOptions): Promise<void> {
  try {
    await sender().send(queue, job, options);
  } catch (error) {
    log.warn('a job could not be sent; the sweep will find what is due', { queue, job, error });
  }
}

let boss: PgBoss | undefined;

/** Sends only: workers, maintenance and schema belong to `startJobs`. It borrows the connections of this process. */
function sender(): PgBoss {
  if (boss === undefined) {
    boss = new PgBoss({
      db: fromPrisma(database()),
      schema: JOBS_SCHEMA,
      supervise: false,
      schedule: false,
      migrate: false,
    });
    // An error event that nobody hears would end the process.
    boss.on('error', (error) => log.error('sending jobs', { error }));
  }
  return boss;
}
