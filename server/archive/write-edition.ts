import { createHash } from 'node:crypto';

import { buildEdition } from '#lib/record/build-edition.ts';
import type { BuiltEdition, EditionMaterial } from '#lib/record/build-edition.ts';
import { canonicalEdition } from '#lib/record/canonical-edition.ts';
import { EDITION_FORMAT } from '#lib/record/edition.ts';
import type { Transaction } from '#server/database/client.ts';
import { announceSealed } from '#server/webhooks/announce-sealed.ts';

import { indexRecord } from './index-record.ts';

/** An edition, ready to be written. */
export interface NewEdition {
  readonly callId: string;
  /** The deck's bytes. */
  readonly source: Uint8Array<ArrayBuffer>;
  /** What was on the slides: the text of `material.model`. */
  readonly material: EditionMaterial;
  readonly personId: string | null;
  /** When it is sealed; in the past to seal it at once. */
  readonly sealsAt: Date;
}

/**
 * Writes the next edition of a call's record, the first with the record itself, and the rows that search and lists read, in the caller's
 * transaction, which holds the call's row. Gives its id.
 */
export async function writeEdition(
  tx: Transaction,
  { callId, source, material, personId, sealsAt }: NewEdition,
): Promise<string> {
  const presented = new TextEncoder().encode(material.model.text);
  return writeBuilt(tx, { callId, source, presented, built: buildEdition(material), personId, sealsAt });
}

/** An edition whose slides, sections and pictures were found already. */
interface FinishedEdition extends Omit<NewEdition, 'material'> {
  readonly presented: Uint8Array<ArrayBuffer>;
  readonly built: BuiltEdition;
}

/** The same for one that was not built from a deck. */
export async function writeBuilt(
  tx: Transaction,
  { callId, source, presented, built: { content, slides }, personId, sealsAt }: FinishedEdition,
): Promise<string> {
  const checksum = checksumOf({ format: EDITION_FORMAT, source, presented, content });
  const record = await tx.record.upsert({ where: { callId }, create: { callId }, update: {} });
  const before = await tx.edition.findFirst({
    where: { recordId: record.id },
    orderBy: { number: 'desc' },
    select: { number: true },
  });
  const edition = await tx.edition.create({
    data: {
      recordId: record.id,
      number: (before?.number ?? 0) + 1,
      format: EDITION_FORMAT,
      source,
      presented,
      content,
      checksum,
      createdById: personId,
      sealsAt,
    },
    select: { id: true },
  });
  await tx.editionSlide.createMany({ data: slides.map((slide) => ({ editionId: edition.id, ...slide })) });
  await indexRecord(tx, record.id);
  if (sealsAt.getTime() <= Date.now()) {
    await tx.edition.update({ where: { id: edition.id }, data: { sealedAt: new Date() } });
    // Of thousands that are imported nobody is told.
    if (content.provenance.type !== 'import') await announceSealed(tx, edition.id);
  }
  return edition.id;
}

/** SHA-256 of the canonical form of an edition, lower-case hex. */
export function checksumOf(parts: Parameters<typeof canonicalEdition>[0]): string {
  return createHash('sha256').update(canonicalEdition(parts)).digest('hex');
}
