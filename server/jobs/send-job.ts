import { fromPrisma, PgBoss } from 'pg-boss';

import { log } from '#server/log.ts';
import { database } from '#server/database/client.ts';

/** pg-boss keeps its tables apart from ours. */
export const JOBS_SCHEMA = 'jobs';
export const SEAL_QUEUE = 'seal-edition';

/** What a job that seals an edition is given. */
interface SealJob {
  readonly editionId: string;
}

/**
 * Asks for an edition to be sealed at that time. When it cannot be asked for, nothing is lost: the sweep that runs every
 * minute finds whatever is due.
 */
export async function sendSealJob(editionId: string, at: Date): Promise<void> {
  try {
    const job: SealJob = { editionId };
    await sender().send(SEAL_QUEUE, job, { singletonKey: editionId, startAfter: at });
  } catch (error) {
    log.warn('a seal job could not be sent; the sweep will seal the edition', { editionId, error });
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
