import { scheduleOf } from '#lib/dates/call-date.ts';
import { isPlainDocument, textToStore } from '#lib/imports/analyse-text.ts';
import { rewriteLinks, type OldNames } from '#lib/imports/deck-links.ts';
import type { ImportDecision, ImportRow, Repair } from '#lib/imports/import-plan.ts';
import type { EditionMaterial } from '#lib/record/build-edition.ts';
import { parseDeck } from '#lib/slides/parse-deck.ts';
import { writeEdition } from '#server/archive/write-edition.ts';
import { audit } from '#server/audit.ts';
import type { KeptAsset } from '#server/assets/asset-map.ts';
import { insertCall, insertCallDeck } from '#server/calls/insert-call.ts';
import { keepRevision } from '#server/history/keep-revision.ts';
import type { Transaction } from '#server/database/client.ts';
import { createDeck } from '#server/decks/create-deck.ts';
import type { Call, Series } from '#prisma/client/client.ts';

/** A text as it comes in. */
export interface MendedText {
  readonly text: string;
  readonly repairs: readonly Repair[];
}

/** One text file, what it is to become, and where it belongs. */
export interface FileToWrite {
  readonly series: Series;
  readonly personId: string | null;
  readonly row: ImportRow;
  readonly mended: MendedText;
  readonly decision: ImportDecision;
  /** Its address, settled before: links in other files lead there. */
  readonly address: string | null;
  /** SHA-256 of its bytes, hex. */
  readonly hash: string;
  readonly assets: Readonly<Record<string, KeptAsset | null>>;
}

/** What a file became; no call for the template. */
export interface WrittenFile {
  readonly call: Call | null;
  readonly deckId: string;
}

/** The text as it is to be stored, and what was mended in it: doubly encoded characters on request, links to decks that came along always. */
export function mendedText(text: string, row: ImportRow, { repair }: ImportDecision, names: OldNames): MendedText {
  const repairs: Repair[] = row.byteOrderMark ? ['byte-order-mark'] : [];
  if (repair && row.mojibake !== null) repairs.push('mojibake');
  const linked = rewriteLinks(textToStore(text, repair), row.file, names);
  if (linked.count > 0) repairs.push('links');
  return { text: linked.text, repairs };
}

/** What a call is called: as was decided, else as its deck says, else as its series. */
export function titleOfCall({ decision, row, series }: Pick<FileToWrite, 'decision' | 'row' | 'series'>): string {
  return decision.title || row.title || series.name;
}

/** Writes a template, a coming call or the record of a past one, in the caller's transaction. The date of a call must be there. */
export async function writeFile(tx: Transaction, file: FileToWrite): Promise<WrittenFile> {
  const stored = file.mended.text;
  if (file.decision.kind === 'template') return writeTemplate(tx, file);
  const { series, personId, decision, row, hash, address } = file;
  const date = decision.date ?? '';
  const schedule = scheduleOf(date, undefined, series.timeZone);
  const title = titleOfCall(file);
  const state = decision.kind === 'call' ? 'planned' : 'ended';
  const call = await insertCall(tx, { seriesId: series.id, date, schedule, title, state, address });
  const deckId = await insertCallDeck(tx, call, { text: stored, personId });
  await keepRevision(tx, { deckId, seq: 1, text: stored, reason: 'imported', personId });
  if (state === 'ended') await writeRecord(tx, file, { call, deckId });
  await tx.importedFile.create({ data: { seriesId: series.id, hash, name: row.file, callId: call.id, deckId } });
  await audit(tx, {
    act: 'call.import',
    personId,
    seriesId: series.id,
    callId: call.id,
    deckId,
    details: { file: row.file, kind: decision.kind, address: call.address },
  });
  return { call, deckId };
}

async function writeTemplate(
  tx: Transaction,
  { series, personId, row, hash, mended }: FileToWrite,
): Promise<WrittenFile> {
  const { text } = mended;
  const { deckId } = await createDeck(tx, { kind: 'template', seriesId: series.id, callId: null, text, personId });
  await keepRevision(tx, { deckId, seq: 1, text, reason: 'imported', personId });
  await tx.importedFile.create({ data: { seriesId: series.id, hash, name: row.file, deckId } });
  await audit(tx, { act: 'series.template', personId, seriesId: series.id, deckId, details: { file: row.file } });
  return { call: null, deckId };
}

interface ImportedCall {
  readonly call: Call;
  readonly deckId: string;
}

/** What Plenum did not freeze itself is sealed at once, and says where it came from. */
async function writeRecord(tx: Transaction, file: FileToWrite, { call, deckId }: ImportedCall): Promise<void> {
  await tx.deck.update({ where: { id: deckId }, data: { frozenAt: new Date() } });
  await writeEdition(tx, {
    callId: call.id,
    source: new TextEncoder().encode(file.mended.text),
    personId: file.personId,
    sealsAt: new Date(),
    material: materialOf(file, call),
  });
}

/** What an edition of an imported file is made of. */
export function materialOf(
  { row, mended, decision, hash, assets }: FileToWrite,
  { title, startsAt, timeZone, hasTime }: Pick<Call, 'title' | 'startsAt' | 'timeZone' | 'hasTime'>,
): EditionMaterial {
  const model = parseDeck(mended.text);
  return {
    kind: decision.kind === 'minutes' && isPlainDocument(model) ? 'minutes' : 'slides',
    title,
    startsAt,
    timeZone,
    hasTime,
    model,
    anchorOf: null,
    sections: null,
    assets,
    provenance: {
      type: 'import',
      file: row.file,
      sha256: hash,
      importedAt: new Date().toISOString(),
      repairs: [...mended.repairs],
    },
  };
}
