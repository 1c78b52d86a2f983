import { MOST_DECK_CHARACTERS } from '#lib/deck/deck-limits.ts';
import { seedUpdate } from '#lib/deck/deck-doc.ts';
import { scheduleOf } from '#lib/dates/call-date.ts';
import { EDITION_FORMAT } from '#lib/record/edition.ts';
import { indexNewRecords } from '#server/archive/index-record.ts';
import { buildEdition } from '#lib/record/build-edition.ts';
import { checksumOf } from '#server/archive/write-edition.ts';
import { newDeckId } from '#server/decks/deck-id.ts';
import { databasePool, type Transaction } from '#server/database/client.ts';

import { materialOf, titleOfCall, type FileToWrite } from './write-file.ts';

/** A record of which all is settled but its rows. */
export interface RecordToWrite extends FileToWrite {
  readonly callId: string;
  readonly deckId: string;
  readonly address: string;
}

/** A file that can be written together with others: a record whose address is settled. Calls to come have more to them. */
export function isRecord({ decision, address, mended }: Omit<FileToWrite, 'assets'>): boolean {
  const { kind, date } = decision;
  return (
    (kind === 'record' || kind === 'minutes') &&
    date !== null &&
    address !== null &&
    mended.text.length <= MOST_DECK_CHARACTERS
  );
}

/** So many new ids of rows, in their order. */
export async function newIds(count: number): Promise<readonly string[]> {
  const { rows } = await databasePool().query<{ id: string }>(
    'SELECT uuidv7()::text AS id FROM generate_series(1, $1)',
    [count],
  );
  return rows.map(({ id }) => id);
}

/** What a record is called before it has a row. */
export function recordOf(file: Omit<FileToWrite, 'assets'>, callId: string): Omit<RecordToWrite, 'assets'> {
  return { ...file, callId, deckId: newDeckId(), address: file.address ?? '' };
}

/** Whoever plans a call of this series, or writes another group of its import, waits here, or is waited for. */
export async function lockSeries(tx: Transaction, seriesId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM series WHERE id = ${seriesId}::uuid FOR UPDATE`;
}

/**
 * Writes several records in the caller's transaction, with one statement for the rows of each kind: as `writeFile` writes them one by one.
 * All or none: when an address is taken meanwhile, it throws.
 */
export async function writeRecords(tx: Transaction, records: readonly RecordToWrite[]): Promise<void> {
  const [first] = records;
  if (first === undefined) return;
  const { series, personId } = first;
  const seriesId = series.id;
  // Made ready before: another group of the import may be at work in the database meanwhile.
  const built = records.map((record) => rowsOf(record));
  await lockSeries(tx, seriesId);
  const moved = await tx.callAddress.count({
    where: { seriesId, address: { in: records.map(({ address }) => address) } },
  });
  if (moved > 0) throw new Error('an address of a record was given away while it was written');
  await tx.call.createMany({ data: built.map(({ call }) => call) });
  await tx.deck.createMany({ data: built.map(({ deck }) => deck) });
  await tx.deckUpdate.createMany({ data: built.flatMap(({ update }) => update ?? []) });
  await tx.revision.createMany({ data: built.map(({ revision }) => revision) });
  await writeEditions(tx, seriesId, built);
  await tx.importedFile.createMany({
    data: records.map(({ hash, row, callId, deckId }) => ({ seriesId, hash, name: row.file, callId, deckId })),
  });
  await tx.auditEntry.createMany({
    data: records.map(({ row, decision, callId, deckId, address }) => ({
      act: 'call.import',
      personId,
      seriesId,
      callId,
      deckId,
      details: { file: row.file, kind: decision.kind, address },
    })),
  });
}

async function writeEditions(
  tx: Transaction,
  seriesId: string,
  built: readonly ReturnType<typeof rowsOf>[],
): Promise<void> {
  const ids = await newIds(built.length * 2);
  const [records, editions] = [ids.slice(0, built.length), ids.slice(built.length)];
  await tx.record.createMany({ data: built.map(({ call }, index) => ({ id: records[index] ?? '', callId: call.id })) });
  await tx.edition.createMany({
    data: built.map(({ edition }, index) => ({
      ...edition,
      id: editions[index] ?? '',
      recordId: records[index] ?? '',
    })),
  });
  await insertSlides(
    tx,
    built.flatMap(({ slides }, index) => slides.map((slide) => ({ edition_id: editions[index] ?? '', ...slide }))),
  );
  const indexed = built.map(({ call, edition, slides, text }, index) => ({
    id: editions[index] ?? '',
    recordId: records[index] ?? '',
    content: edition.content,
    text,
    slides,
    call,
  }));
  await indexNewRecords(tx, seriesId, indexed);
  await tx.edition.updateMany({ where: { id: { in: [...editions] } }, data: { sealedAt: new Date() } });
}

/** Hundreds of rows as one value: as many parameters would take longer to be written than to be stored. */
async function insertSlides(
  tx: Transaction,
  slides: readonly (EditionMaterialSlide & { readonly edition_id: string })[],
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO edition_slide (edition_id, position, key, heading, text)
    SELECT edition_id, position, key, heading, text
      FROM jsonb_to_recordset(${JSON.stringify(slides)}::jsonb)
        AS row(edition_id uuid, position int, key text, heading text, text text)`;
}

type EditionMaterialSlide = ReturnType<typeof buildEdition>['slides'][number];

/** The rows of one record. */
function rowsOf(record: RecordToWrite) {
  const { series, personId, decision, mended, callId, deckId, address } = record;
  const schedule = scheduleOf(decision.date ?? '', undefined, series.timeZone);
  const { startsAt } = schedule;
  const title = titleOfCall(record);
  const source = new TextEncoder().encode(mended.text);
  const seed = seedUpdate(mended.text);
  const material = materialOf(record, { title, ...schedule });
  const { content, slides } = buildEdition(material);
  const presented = new TextEncoder().encode(material.model.text);
  const now = new Date();
  const state = 'ended' as const;
  const seq = seed === null ? 0n : 1n;
  return {
    call: {
      id: callId,
      seriesId: series.id,
      address,
      title,
      state,
      ...schedule,
      startedAt: startsAt,
      endedAt: startsAt,
    },
    deck: { id: deckId, kind: 'call' as const, seriesId: series.id, callId, headSeq: seq, frozenAt: now },
    update: seed === null ? null : { deckId, seq: 1n, data: new Uint8Array(seed), personId },
    revision: {
      deckId,
      seq: 1n,
      reason: 'imported' as const,
      text: source,
      personId,
      authors: seed === null || personId === null ? [] : [personId],
    },
    edition: {
      number: 1,
      format: EDITION_FORMAT,
      source,
      presented,
      content,
      checksum: checksumOf({ format: EDITION_FORMAT, source, presented, content }),
      createdById: personId,
      sealsAt: now,
    },
    slides,
    text: material.model.text,
  };
}
