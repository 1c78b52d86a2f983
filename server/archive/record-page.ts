import { addresses } from '#lib/addresses.ts';
import { closingDetailsSchema } from '#lib/closing/closing-details.ts';
import { editionContentSchema } from '#lib/record/edition.ts';
import type { EditionContent } from '#lib/record/edition.ts';
import type { RecordSlideView } from '#lib/record/record-part.ts';
import type { EditionSummary, RecordView } from '#lib/views.ts';
import type { Visitor } from '#lib/visitor.ts';
import { callSummary } from '#server/calls/call-summary.ts';
import { callMay, findCall, resumableUntil } from '#server/calls/find-call.ts';
import type { CallParts, FoundCall } from '#server/calls/find-call.ts';
import { requireAct } from '#server/accounts/authorize.ts';
import { callsOf } from '#server/calls/calls-of.ts';
import { database } from '#server/database/client.ts';
import { nothingHere } from '#server/series/find-series.ts';
import { markCorrectable, markLater } from '#lib/corrections/mark-record.ts';
import { recordCorrections } from '#server/corrections/record-corrections.ts';
import { seriesReference } from '#server/series/series-reference.ts';

import { loadable, sizesOf } from './loadable-pictures.ts';
import { recordParts } from './record-parts.ts';
import type { Edition } from '#prisma/client/client.ts';

/** A line of names, and no list of everybody. */
const MOST_HELLOS = 100;

/** The record of a call: the newest edition, or the one of that number. Refuses what does not exist as what may not be read. */
export async function recordPage(
  visitor: Visitor,
  slug: string,
  call: string,
  edition: number | null,
): Promise<RecordView> {
  return recordView(await findCall(visitor, slug, call, 'call.read'), edition);
}

/** The record of a call that was found already. */
export async function recordView(found: FoundCall, number: number | null): Promise<RecordView> {
  const { call, asker } = found;
  requireAct(asker, 'record.read', call.series);
  const [edition, editions, neighbours, hellos] = await Promise.all([
    editionOf(call, number),
    editionsOf(call),
    neighboursOf(call),
    hellosOf(call),
  ]);
  const content = editionContentSchema.parse(edition.content);
  // An older edition keeps to its own addresses.
  const record = edition.number === editions[0]?.number ? call.address : `${call.address}@${edition.number}`;
  const may = callMay(found);
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(edition.presented);
  const [corrections, parts, pictureSizes] = await Promise.all([
    recordCorrections(found, { ...edition, text, content }, editions[0]?.number),
    recordParts(call, { content, text, record }),
    sizesOf(content.assets),
  ]);
  const slides = content.slides.map((slide, index) => slideView({ series: call.series.slug, record }, slide, index));
  return {
    series: seriesReference(call.series, asker),
    call: callSummary(call.series.slug, call),
    edition: {
      ...editionSummary(call, edition),
      sealsAt: edition.sealsAt.toISOString(),
      checksum: edition.checksum,
      format: edition.format,
      markdown: addresses.editionMarkdown(edition.id),
    },
    editions,
    kind: content.kind,
    text,
    slides: markLater(slides, corrections.changes),
    // One that was left out has no slide to go to: the agenda names it.
    sections: content.sections
      .filter(({ fromSlide, toSlide }) => toSlide > fromSlide)
      .map(({ key, title, fromSlide, toSlide }) => ({
        key,
        title,
        fromSlide,
        slides: toSlide - fromSlide,
      })),
    parts: markCorrectable(parts, corrections.corrections),
    pictures: { assets: loadable(content.assets), foreignPictures: call.series.foreignPictures },
    pictureSizes,
    missingPictures: Object.keys(content.assets).filter((address) => content.assets[address] === null),
    missingBecause: may.resume ? missingOf(call.closing?.details, content) : [],
    provenance: provenanceView(content),
    hellos,
    ...corrections,
    ...neighbours,
    resumableUntil: may.resume ? (resumableUntil(call)?.toISOString() ?? null) : null,
    may,
  };
}

async function editionOf(call: CallParts, number: number | null): Promise<Edition> {
  const edition = await database().edition.findFirst({
    where: { record: { callId: call.id }, ...(number === null ? {} : { number }) },
    orderBy: { number: 'desc' },
  });
  if (edition === null) throw nothingHere();
  return edition;
}

async function editionsOf(call: CallParts): Promise<readonly EditionSummary[]> {
  const editions = await database().edition.findMany({
    where: { record: { callId: call.id } },
    select: { id: true, number: true, createdAt: true, sealedAt: true },
    orderBy: { number: 'desc' },
  });
  return editions.map((edition) => editionSummary(call, edition));
}

/** Who said hello and wanted to be in the record, in the order in which they came. */
async function hellosOf({ id }: CallParts): Promise<RecordView['hellos']> {
  return database().callHello.findMany({
    where: { callId: id },
    select: { id: true, name: true },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: MOST_HELLOS,
  });
}

function editionSummary(
  { series, address }: CallParts,
  edition: Pick<Edition, 'id' | 'number' | 'createdAt' | 'sealedAt'>,
): EditionSummary {
  return {
    id: edition.id,
    number: edition.number,
    createdAt: edition.createdAt.toISOString(),
    sealed: edition.sealedAt !== null,
    address: addresses.edition(series.slug, address, edition.number),
  };
}

/** The records before and after this one in their series. */
async function neighboursOf({
  id,
  seriesId,
  startsAt,
  address,
  series,
}: CallParts): Promise<Pick<RecordView, 'previous' | 'next'>> {
  const others = { ...callsOf(seriesId), record: { isNot: null }, id: { not: id } };
  const [previous, next] = await Promise.all([
    database().call.findFirst({
      where: { ...others, OR: [{ startsAt: { lt: startsAt } }, { startsAt, address: { lt: address } }] },
      orderBy: [{ startsAt: 'desc' }, { address: 'desc' }],
    }),
    database().call.findFirst({
      where: { ...others, OR: [{ startsAt: { gt: startsAt } }, { startsAt, address: { gt: address } }] },
      orderBy: [{ startsAt: 'asc' }, { address: 'asc' }],
    }),
  ]);
  return {
    previous: previous === null ? null : callSummary(series.slug, previous),
    next: next === null ? null : callSummary(series.slug, next),
  };
}

function slideView(
  { series, record }: { readonly series: string; readonly record: string },
  { key, section, heading, from, to }: EditionContent['slides'][number],
  index: number,
): RecordSlideView {
  // Section keys have letters of any script: in an address they are encoded.
  return {
    index,
    key,
    section,
    heading,
    range: { from, to },
    address: encodeURI(addresses.slide(series, record, section, key)),
  };
}

/** Why pictures are missing, of those that are. A file that is lost is named by the edition all the same: its bytes may come back. */
function missingOf(details: unknown, { assets }: EditionContent): RecordView['missingBecause'] {
  const { missing } = closingDetailsSchema.catch({ missing: [] }).parse(details ?? {});
  return missing.filter(({ address }) => Object.hasOwn(assets, address));
}

function provenanceView({ provenance: own }: EditionContent): RecordView['provenance'] {
  const provenance = own.type === 'correction' ? own.origin : own;
  if (provenance.type === 'call') return { type: 'call', endedAt: provenance.endedAt };
  const { file, importedAt, repairs } = provenance;
  return { type: 'import', file, importedAt, repairs };
}
