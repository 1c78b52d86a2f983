import type { Asker } from '#lib/access.ts';
import { may } from '#lib/access.ts';
import { closingTime } from '#lib/calls/closing-time.ts';
import { editionContentSchema, type EditionContent } from '#lib/record/edition.ts';
import type { FoundCall } from '#server/calls/find-call.ts';
import { database } from '#server/database/client.ts';
import type { Transaction } from '#server/database/client.ts';
import { ownSections, recordedSections } from './own-sections.ts';

/** The newest edition of a record, read. */
export interface NewestEdition {
  readonly id: string;
  readonly recordId: string;
  readonly number: number;
  readonly checksum: string;
  readonly sealed: boolean;
  readonly text: string;
  readonly content: EditionContent;
}

/** The newest edition of a call's record; null before it has one. */
export async function newestEdition(callId: string, tx: Transaction = database()): Promise<NewestEdition | null> {
  const edition = await tx.edition.findFirst({ where: { record: { callId } }, orderBy: { number: 'desc' } });
  if (edition === null) return null;
  const { id, recordId, number, checksum, sealedAt, presented, content } = edition;
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(presented);
  return {
    id,
    recordId,
    number,
    checksum,
    sealed: sealedAt !== null,
    text,
    content: editionContentSchema.parse(content),
  };
}

/** Whether the text of a record is for correction: imported ones keep the words that they came with. */
export function isCorrectable({ provenance, kind }: Pick<EditionContent, 'provenance' | 'kind'>): boolean {
  const { type } = provenance.type === 'correction' ? provenance.origin : provenance;
  return type === 'call' && kind === 'slides';
}

/** Until when reporters correct what they reported in a call; null once that is over. */
export function openUntil(
  { startsAt, timeZone }: Pick<FoundCall['call'], 'startsAt' | 'timeZone'>,
  now: Date,
): Date | null {
  const closes = closingTime({ startsAt, timeZone });
  return closes.getTime() > now.getTime() ? closes : null;
}

/** Says of the sections of a call (by key) whether the asker may correct them: hosts all, others their own while reporters correct. */
export async function correctableBy({ call, asker, author }: FoundCall, now: Date): Promise<(key: string) => boolean> {
  if (author === null) return () => false;
  const all = mayAs('none', asker, call.series);
  if (all) return () => true;
  if (openUntil(call, now) === null || !mayAs('write', asker, call.series)) return () => false;
  const own = await ownSections(author.id, { callId: call.id, sections: await recordedSections(call.id) });
  return (key) => own.has(key);
}

function mayAs(corrects: Asker['corrects'], asker: Asker, series: FoundCall['call']['series']): boolean {
  return may({ ...asker, corrects }, 'deck.write', series);
}
