import { createHash } from 'node:crypto';

import { buildEdition } from '#lib/record/build-edition.ts';
import type { EditionMaterial } from '#lib/record/build-edition.ts';
import { canonicalEdition } from '#lib/record/canonical-edition.ts';
import { EDITION_FORMAT } from '#lib/record/edition.ts';
import type { Transaction } from '#server/database/client.ts';

/** A record's first edition, ready to be written. */
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

/** Writes the record of a call with its first edition and the rows that search reads, in the caller's transaction. */
export async function writeFirstEdition(
  tx: Transaction,
  { callId, source, material, personId, sealsAt }: NewEdition,
): Promise<string> {
  const { content, slides } = buildEdition(material);
  const presented = new TextEncoder().encode(material.model.text);
  const checksum = checksumOf({ format: EDITION_FORMAT, source, presented, content });
  const record = await tx.record.create({ data: { callId } });
  const edition = await tx.edition.create({
    data: {
      recordId: record.id,
      number: 1,
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
  if (sealsAt.getTime() <= Date.now())
    await tx.edition.update({ where: { id: edition.id }, data: { sealedAt: new Date() } });
  return edition.id;
}

/** SHA-256 of the canonical form of an edition, lower-case hex. */
export function checksumOf(parts: Parameters<typeof canonicalEdition>[0]): string {
  return createHash('sha256').update(canonicalEdition(parts)).digest('hex');
}
