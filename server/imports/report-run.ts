import { addresses } from '#lib/addresses.ts';
import type { ImportedItem, ImportReport } from '#lib/imports/import-plan.ts';
import { kindOfReference } from '#lib/imports/picture-references.ts';
import { keptAssets } from '#server/assets/asset-map.ts';
import { database } from '#server/database/client.ts';
import type { ImportRun, Series } from '#prisma/client/client.ts';

import type { PictureKeeper } from './keep-pictures.ts';
import { stagedIgnored, stagedTexts } from './staged-rows.ts';

/** The pictures of an import: how many were fetched, and which files nothing shows. */
export interface ReportedPictures {
  readonly pictures: Pick<PictureKeeper, 'fetched'>;
  readonly spare: readonly string[];
}

/** What came of an import, from what was noted file by file. */
export async function reportOfRun(
  run: ImportRun,
  series: Series,
  { pictures, spare }: ReportedPictures,
): Promise<ImportReport> {
  const items: ImportedItem[] = [];
  const shown = new Map<string, string[]>();
  for await (const part of stagedTexts(run.id))
    for (const { row, outcome } of part) {
      if (row === null || outcome === null) continue;
      items.push(outcome);
      if (outcome.outcome === 'left-out' || outcome.outcome === 'refused') continue;
      for (const address of row.pictures.addresses) note(shown, address, row.file);
    }
  return {
    series: {
      id: series.id,
      slug: series.slug,
      name: series.name,
      address: addresses.series(series.slug),
      created: run.made,
    },
    items,
    pictures: { ...(await picturesReport(series.id, shown)), fetched: pictures.fetched.length, unused: spare },
    ignored: await stagedIgnored(run.id),
  };
}

function note(shown: Map<string, string[]>, address: string, file: string): void {
  const files = shown.get(address);
  if (files === undefined) shown.set(address, [file]);
  else files.push(file);
}

/** Held against what the series keeps by now, so that a picture that came with an earlier import is not missed. */
async function picturesReport(
  seriesId: string,
  shown: ReadonlyMap<string, readonly string[]>,
): Promise<Pick<ImportReport['pictures'], 'kept' | 'missing' | 'foreign'>> {
  const all = await keptAssets(database(), seriesId);
  const kept = new Set([...shown.keys()].filter((address) => all.has(address)));
  const rest = [...shown].filter(([address]) => !kept.has(address)).map(([address, files]) => ({ address, files }));
  return {
    kept: kept.size,
    missing: rest.filter(({ address }) => kindOfReference(address) === 'upload'),
    foreign: rest.filter(({ address }) => kindOfReference(address) === 'foreign'),
  };
}
