import { Refusal } from '#lib/errors.ts';
import type { ImportReport } from '#lib/imports/import-plan.ts';
import { importSourceSchema } from '#lib/imports/import-run.ts';
import { messages } from '#lib/messages/en.ts';
import { database } from '#server/database/client.ts';
import { log } from '#server/log.ts';

import { gitFiles } from './git-files.ts';
import { readRun } from './read-run.ts';
import { moveRun, progressOf } from './run-state.ts';
import { stageFiles } from './stage-files.ts';
import { writeRun } from './write-run.ts';

/** Who is told how far an import is, and what ends the work on it. */
export interface Watching {
  readonly told?: ((done: number, of: number) => void) | undefined;
  readonly signal?: AbortSignal;
}

/** Reads the files of an import that has been staged, and leaves it waiting for decisions. Refuses what cannot be read at all. */
export async function workReading(runId: string, { told, signal }: Watching = {}): Promise<void> {
  const { series, ...run } = await database().importRun.findUniqueOrThrow({
    where: { id: runId },
    include: { series: true },
  });
  const source = importSourceSchema.parse(run.source);
  if (source.type === 'git' && run.state === 'reading') {
    // Of a process that died there may be a part: the repository is asked again.
    await database().importFile.deleteMany({ where: { runId } });
    await stageFiles(runId, gitFiles(source.address, { allowPath: false, signal }));
  }
  await readRun(run, series, progressOf(runId, told, signal));
  await moveRun(runId, ['staging', 'reading'], 'planned', { done: 0 });
}

/** Writes what was decided and keeps the report; the bytes of the files go, for they are where they belong now. */
export async function workWriting(runId: string, { told, signal }: Watching = {}): Promise<ImportReport> {
  const { series, ...run } = await database().importRun.findUniqueOrThrow({
    where: { id: runId },
    include: { series: true },
  });
  if (series === null) throw new Refusal('conflict', messages.bring.seriesGone);
  const report = await writeRun(run, series, progressOf(runId, told, signal));
  await database().$transaction(async (tx) => {
    await tx.$executeRaw`UPDATE import_file SET data = NULL WHERE run_id = ${runId}::uuid AND data IS NOT NULL`;
    await tx.$executeRaw`
      UPDATE import_run SET state = 'done', report = ${JSON.stringify(report)}::jsonb, written_at = now(), changed_at = now()
       WHERE id = ${runId}::uuid AND state = 'writing'`;
  });
  return report;
}

/** Why an import cannot go on, for whoever looks at its page. What has come in stays in. */
export async function failRun(runId: string, error: unknown): Promise<void> {
  if (!(error instanceof Refusal)) log.error('an import failed', { runId, error });
  const problem = error instanceof Refusal ? error.message : messages.bring.failed;
  if (await moveRun(runId, ['staging', 'reading'], 'failed', { problem })) return;
  // What has come in by then can be undone.
  await moveRun(runId, ['writing'], 'failed', { problem, writtenAt: new Date() });
}
