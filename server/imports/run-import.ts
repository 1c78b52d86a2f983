import type { ImportDecision, ImportFile, ImportReport } from '#lib/imports/import-plan.ts';
import type { ImportOptions, RunTarget } from '#lib/imports/import-run.ts';
import type { Visitor } from '#lib/visitor.ts';
import { database } from '#server/database/client.ts';

import { decideRun } from './decide-run.ts';
import { openRun } from './open-run.ts';
import { stageFiles } from './stage-files.ts';
import { workReading, workWriting } from './work-run.ts';

export interface ImportRequest {
  readonly files: Iterable<ImportFile> | AsyncIterable<ImportFile>;
  readonly target: RunTarget;
  readonly decisions: readonly ImportDecision[];
  readonly options?: Partial<ImportOptions>;
  /** Told after each file how many of how many are through. */
  readonly onProgress?: (done: number, of: number) => void;
}

/** Brings files in as decided, each whole or not at all, and says what came of it. Doing it again changes nothing. */
export async function runImport(
  visitor: Visitor,
  { files, target, decisions, options = {}, onProgress }: ImportRequest,
): Promise<ImportReport> {
  const run = await openRun(visitor, { source: { type: 'files' }, target, options });
  try {
    await stageFiles(run.id, files);
    await workReading(run.id);
    await decideRun(run, decisions);
  } catch (error) {
    await database().importRun.delete({ where: { id: run.id } });
    throw error;
  }
  return workWriting(run.id, { told: onProgress });
}
