import { scheduleOf } from '#lib/dates/call-date.ts';
import type { AnalysedText } from '#lib/imports/analyse-text.ts';
import { isPlainDocument, textToStore } from '#lib/imports/analyse-text.ts';
import type { ImportDecision, Repair } from '#lib/imports/import-plan.ts';
import { parseDeck } from '#lib/slides/parse-deck.ts';
import { writeFirstEdition } from '#server/archive/write-edition.ts';
import { audit } from '#server/audit.ts';
import type { KeptAsset } from '#server/assets/asset-map.ts';
import { insertCall, insertCallDeck } from '#server/calls/insert-call.ts';
import { keepRevision } from '#server/history/keep-revision.ts';
import type { Transaction } from '#server/database/client.ts';
import { createDeck } from '#server/decks/create-deck.ts';
import type { Call, Series } from '#prisma/client/client.ts';

/** One text file, what it is to become, and where it belongs. */
export interface FileToWrite {
  readonly series: Series;
  readonly personId: string | null;
  readonly text: AnalysedText;
  readonly decision: ImportDecision;
  /** SHA-256 of its bytes, hex. */
  readonly hash: string;
  readonly assets: Readonly<Record<string, KeptAsset | null>>;
}

/** The call that a file became; null for the template. */
export type WrittenFile = Call | null;

/** What was mended in a text on its way in. */
export function repairsOf({ row }: AnalysedText, { repair }: ImportDecision): readonly Repair[] {
  const repairs: Repair[] = row.byteOrderMark ? ['byte-order-mark'] : [];
  return repair && row.mojibake !== null ? [...repairs, 'mojibake'] : repairs;
}

/** Writes a template, a coming call or the record of a past one, in the caller's transaction. The date of a call must be there. */
export async function writeFile(tx: Transaction, file: FileToWrite): Promise<WrittenFile> {
  const stored = textToStore(file.text.text ?? '', file.decision.repair);
  if (file.decision.kind === 'template') return writeTemplate(tx, file, stored);
  const { series, personId, decision, text, hash } = file;
  const date = decision.date ?? '';
  const schedule = scheduleOf(date, undefined, series.timeZone);
  const title = decision.title || text.row.title || series.name;
  const state = decision.kind === 'call' ? 'planned' : 'ended';
  const call = await insertCall(tx, { seriesId: series.id, date, schedule, title, state });
  const deckId = await insertCallDeck(tx, call, { text: stored, personId });
  await keepRevision(tx, { deckId, seq: 1, text: stored, reason: 'imported', personId });
  if (state === 'ended') await writeRecord(tx, file, { call, deckId, stored });
  await tx.importedFile.create({ data: { seriesId: series.id, hash, name: text.file, callId: call.id, deckId } });
  await audit(tx, {
    act: 'call.import',
    personId,
    seriesId: series.id,
    callId: call.id,
    deckId,
    details: { file: text.file, kind: decision.kind, address: call.address },
  });
  return call;
}

async function writeTemplate(
  tx: Transaction,
  { series, personId, text, hash }: FileToWrite,
  stored: string,
): Promise<null> {
  const { deckId } = await createDeck(tx, {
    kind: 'template',
    seriesId: series.id,
    callId: null,
    text: stored,
    personId,
  });
  await keepRevision(tx, { deckId, seq: 1, text: stored, reason: 'imported', personId });
  await tx.importedFile.create({ data: { seriesId: series.id, hash, name: text.file, deckId } });
  await audit(tx, { act: 'series.template', personId, seriesId: series.id, deckId, details: { file: text.file } });
  return null;
}

interface ImportedCall {
  readonly call: Call;
  readonly deckId: string;
  readonly stored: string;
}

/** What Plenum did not freeze itself is sealed at once, and says where it came from. */
async function writeRecord(
  tx: Transaction,
  { personId, text, decision, hash, assets }: FileToWrite,
  { call, deckId, stored }: ImportedCall,
): Promise<void> {
  await tx.deck.update({ where: { id: deckId }, data: { frozenAt: new Date() } });
  const unchanged = text.model !== null && text.model.text === stored;
  const model = unchanged && text.model !== null ? text.model : parseDeck(stored);
  await writeFirstEdition(tx, {
    callId: call.id,
    source: new TextEncoder().encode(stored),
    personId,
    sealsAt: new Date(),
    material: {
      kind: decision.kind === 'minutes' && isPlainDocument(model) ? 'minutes' : 'slides',
      title: call.title,
      startsAt: call.startsAt,
      timeZone: call.timeZone,
      hasTime: call.hasTime,
      model,
      anchorOf: null,
      sections: null,
      assets,
      provenance: {
        type: 'import',
        file: text.file,
        sha256: hash,
        importedAt: new Date().toISOString(),
        repairs: [...repairsOf(text, decision)],
      },
    },
  });
}
