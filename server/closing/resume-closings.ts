import { database } from '#server/database/client.ts';

import { closeForgotten } from './close-forgotten.ts';
import { runClosing } from './run-closing.ts';

/** Goes on with every closing whose process or job is gone, after it has closed the calls that were left to themselves. */
export async function resumeClosings(now = new Date()): Promise<void> {
  await closeForgotten(now);
  const open = await database().closing.findMany({
    where: { step: { in: ['pictures', 'edition'] } },
    orderBy: { startedAt: 'asc' },
    select: { callId: true },
  });
  // What fails has said so in the log, and keeps no other from being tried.
  await Promise.allSettled(open.map(async ({ callId }) => runClosing(callId)));
}
