import { Refusal } from '#lib/errors.ts';
import type { z } from 'zod';
import type { importActSchema } from '#lib/imports/import-wire.ts';
import { messages } from '#lib/messages/en.ts';
import type { Visitor } from '#lib/visitor.ts';
import { database } from '#server/database/client.ts';
import type { ImportRun } from '#prisma/client/client.ts';

import { beginWork } from './continue-runs.ts';
import { decideRun } from './decide-run.ts';
import { findRun } from './open-run.ts';
import { moveRun } from './run-state.ts';
import { beginUndo } from './undo-run.ts';

/** An import that still takes files. Refuses one that does not. */
export async function openForFiles(visitor: Visitor, runId: string): Promise<ImportRun> {
  const run = await findRun(visitor, runId);
  if (run.state !== 'staging') throw notWaiting();
  return run;
}

/**
 * Lets an import go on, for who may import there: what takes long goes on by itself, whoever looks. Gives false when it is gone by this.
 * Refuses what its state does not allow.
 */
export async function actOnRun(
  visitor: Visitor,
  runId: string,
  asked: z.infer<typeof importActSchema>,
): Promise<boolean> {
  if (asked.act === 'undo') await beginUndo(visitor, runId);
  else if (asked.act === 'forget') return forget(await findRun(visitor, runId));
  else if (asked.act === 'run') await decideRun(await findRun(visitor, runId), asked.decisions);
  else if (!(await moveRun((await findRun(visitor, runId)).id, ['staging'], 'reading'))) throw notWaiting();
  beginWork(runId);
  return true;
}

/** Throws away what has not come in. What has stays, and with it what is known of its import. */
async function forget({ id }: ImportRun): Promise<false> {
  const { count } = await database().importRun.deleteMany({
    where: { id, state: { in: ['staging', 'planned', 'failed'] }, writtenAt: null },
  });
  if (count === 0) throw notWaiting();
  return false;
}

function notWaiting(): Refusal {
  return new Refusal('conflict', messages.bring.notWaiting);
}
