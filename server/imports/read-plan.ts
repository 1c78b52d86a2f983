import { createHash } from 'node:crypto';

import { addresses } from '#lib/addresses.ts';
import { dateIn } from '#lib/dates/call-date.ts';
import { Refusal } from '#lib/errors.ts';
import { analyseFiles, planOf } from '#lib/imports/analyse-files.ts';
import type { Analysis } from '#lib/imports/analyse-files.ts';
import type { ImportFile, ImportPlan } from '#lib/imports/import-plan.ts';
import { messages } from '#lib/messages/en.ts';
import { database } from '#server/database/client.ts';
import type { Series } from '#prisma/client/client.ts';

/** Files as they were read, and what they are to become as far as can be told. */
export interface ReadImport {
  readonly analysis: Analysis;
  readonly plan: ImportPlan;
  /** SHA-256 of each text file's bytes, hex. */
  readonly hashes: ReadonlyMap<string, string>;
}

/** Reads all files against what the series has already; a series that is yet to be made has nothing. Refuses files without a single text. */
export async function readImport(files: readonly ImportFile[], series: Series | null): Promise<ReadImport> {
  const analysis = analyseFiles(files, dateIn(new Date(), series?.timeZone ?? 'UTC'));
  if (analysis.texts.length === 0) throw new Refusal('invalid', messages.importProblems.noDecks);
  const texts = new Set(analysis.texts.map((text) => text.file));
  const hashes = new Map(files.filter((file) => texts.has(file.name)).map((file) => [file.name, sha256(file.bytes)]));
  const imported = series === null ? new Map<string, string>() : await importedAddresses(series, [...hashes.values()]);
  const plan = planOf(analysis);
  const rows = plan.rows.map((row) => ({ ...row, imported: imported.get(hashes.get(row.file) ?? '') ?? null }));
  return { analysis, plan: { ...plan, rows }, hashes };
}

/** The hash by which an imported file is known again. */
function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function importedAddresses(series: Series, hashes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const files = await database().importedFile.findMany({ where: { seriesId: series.id, hash: { in: [...hashes] } } });
  const ids = files.flatMap((file) => (file.callId === null ? [] : [file.callId]));
  const calls = await database().call.findMany({ where: { id: { in: ids } }, select: { id: true, address: true } });
  const byId = new Map(calls.map((call) => [call.id, addresses.call(series.slug, call.address)]));
  return new Map(files.map((file) => [file.hash, byId.get(file.callId ?? '') ?? addresses.template(series.slug)]));
}
