import { addresses } from '#lib/addresses.ts';
import type { ImportedItem } from '#lib/imports/import-plan.ts';
import { database, type Transaction } from '#server/database/client.ts';
import { log } from '#server/log.ts';

import { giveTeams } from './give-teams.ts';
import { stagedBytesOf } from './staged-rows.ts';
import { writeOldAddresses, type OldNamesOfCall } from './write-old-addresses.ts';
import { assetsOf, readyFile, writeOne, type ReadyFile, type Writing } from './write-one.ts';
import { itemOf, keepOutcomes, leftOf, outcomeBefore, type DecidedText, type KeptOutcome } from './write-outcome.ts';
import { titleOfCall } from './write-file.ts';
import { isRecord, lockSeries, newIds, recordOf, writeRecords, type RecordToWrite } from './write-records.ts';

const TRANSACTION_TIMEOUT = 60_000;

/**
 * Writes some files of an import. Records go together in one transaction, because most of what each takes is the way to the database and
 * back; where that fails, and for everything else, each has one of its own. Every file is in whole or not at all, with its outcome.
 */
export async function writeGroup(writing: Writing, texts: readonly DecidedText[]): Promise<void> {
  const { run } = writing;
  const settled = texts.map((text) => ({ text, outcome: outcomeBefore(text) }));
  await keepOutcomes(
    database(),
    run.id,
    settled.flatMap(({ text: { position }, outcome }) => (outcome === null ? [] : [{ position, outcome }])),
  );
  const open = settled.filter(({ outcome }) => outcome === null).map(({ text }) => text);
  if (open.length === 0) return;
  const bytes = await stagedBytesOf(
    run.id,
    open.map(({ position }) => position),
  );
  const ready = open.flatMap((text) => readyFile(writing, text, bytes.get(text.position)) ?? lost(text));
  const records = ready.filter(isRecord);
  const together = records.length > 1 && (await writeTogether(writing, records));
  for (const file of together ? ready.filter((each) => !isRecord(each)) : ready) await writeOne(writing, file);
}

function lost({ name }: DecidedText): never {
  throw new Error(`${name} was read once and cannot be read any more`);
}

/** Whether all of them are written. */
async function writeTogether(writing: Writing, files: readonly ReadyFile[]): Promise<boolean> {
  try {
    for (const { row, mended } of files) await writing.pictures.store(row, mended.text);
    const ids = await newIds(files.length);
    await database().$transaction((tx) => writeAll(tx, writing, { files, ids }), { timeout: TRANSACTION_TIMEOUT });
    return true;
  } catch (error) {
    log.info('files are imported one by one, because they could not be imported together', {
      files: files.length,
      error: error instanceof Error ? error.message : String(error),
    });
    return false;
  }
}

interface Together {
  readonly files: readonly ReadyFile[];
  readonly ids: readonly string[];
}

async function writeAll(tx: Transaction, writing: Writing, { files, ids }: Together): Promise<void> {
  const { run, series, names } = writing;
  // Two groups that name the same pictures would wait for each other.
  if (files.some(({ row }) => row.pictures.addresses.length > 0)) await lockSeries(tx, series.id);
  const left = await leftOf(
    tx,
    run.id,
    files.map(({ text }) => text.position),
  );
  const records: RecordToWrite[] = [];
  const kept: KeptOutcome[] = [];
  const old: OldNamesOfCall[] = [];
  for (const [index, file] of files.entries()) {
    const { text } = file;
    if (!left.has(text.position)) continue;
    const { assets, made } = await assetsOf(tx, writing, file);
    const record = { ...recordOf(file, ids[index] ?? ''), assets };
    records.push(record);
    old.push({ seriesId: series.id, callId: record.callId, names: names.namesOf(text), assets });
    kept.push(outcomeOf(writing, file, { record, made }));
  }
  await writeRecords(tx, records);
  const problems = await giveTeams(tx, series.id, records);
  await writeOldAddresses(tx, old);
  await keepOutcomes(
    tx,
    run.id,
    kept.map((each) => remarked(each, problems.get(each.callId ?? '') ?? [])),
  );
}

/** An outcome with what else is to be said of it. */
function remarked(kept: KeptOutcome, problems: ImportedItem['problems']): KeptOutcome {
  const { outcome } = kept;
  return problems.length === 0
    ? kept
    : { ...kept, outcome: { ...outcome, problems: [...outcome.problems, ...problems] } };
}

function outcomeOf(
  { series }: Writing,
  { text, row, decision, mended }: ReadyFile,
  { record, made }: { readonly record: RecordToWrite; readonly made: KeptOutcome['made'] & object },
): KeptOutcome {
  const { callId, deckId, address } = record;
  const kind = decision.kind === 'unsure' ? 'left-out' : decision.kind;
  const item = itemOf(row, decision, { outcome: kind, address: addresses.call(series.slug, address) });
  return {
    position: text.position,
    outcome: { ...item, repairs: mended.repairs },
    callId,
    deckId,
    made: { ...made, title: titleOfCall(record), address },
  };
}
