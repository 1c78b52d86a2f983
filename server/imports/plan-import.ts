import type { ImportFile, ImportPlan } from '#lib/imports/import-plan.ts';
import type { Visitor } from '#lib/visitor.ts';
import { database } from '#server/database/client.ts';

import { openRun } from './open-run.ts';
import { planOfRun } from './read-run.ts';
import { stageFiles } from './stage-files.ts';
import { workReading } from './work-run.ts';

/** The table of an import before anything is written. For hosts of the series, or for who may make one. */
export async function planImport(
  visitor: Visitor,
  { files, series: slug }: { readonly files: readonly ImportFile[]; readonly series: string | null },
): Promise<ImportPlan> {
  const form = {
    name: 'New',
    timeZone: 'UTC',
    readDecks: 'members',
    readLive: 'members',
    readRecords: 'members',
    write: 'members',
  } as const;
  const run = await openRun(visitor, {
    source: { type: 'files' },
    target: slug === null ? { form } : { series: slug },
  });
  try {
    await stageFiles(run.id, files);
    await workReading(run.id);
    return await planOfRun(run.id);
  } finally {
    await database().importRun.delete({ where: { id: run.id } });
  }
}
