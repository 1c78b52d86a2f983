import { addresses } from '#lib/addresses.ts';
import { editionContentSchema } from '#lib/record/edition.ts';
import type { EditionContent } from '#lib/record/edition.ts';
import type { EditionSummary, RecordSlideView, RecordView } from '#lib/views.ts';
import type { Visitor } from '#lib/visitor.ts';
import { callSummary } from '#server/calls/call-summary.ts';
import { callMay, findCall, resumableUntil } from '#server/calls/find-call.ts';
import type { CallParts, FoundCall } from '#server/calls/find-call.ts';
import { requireAct } from '#server/accounts/authorize.ts';
import { callsOf } from '#server/calls/calls-of.ts';
import { database } from '#server/database/client.ts';
import { nothingHere } from '#server/series/find-series.ts';
import { seriesReference } from '#server/series/series-reference.ts';
import type { Edition } from '#prisma/client/client.ts';

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
  const [edition, editions, neighbours] = await Promise.all([
    editionOf(call, number),
    editionsOf(call),
    neighboursOf(call),
  ]);
  const content = editionContentSchema.parse(edition.content);
  const may = callMay(found);
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
    text: new TextDecoder().decode(edition.presented),
    slides: content.slides.map((slide, index) => slideView(call, slide, index)),
    // One that was left out has no slide to go to: the agenda names it.
    sections: content.sections
      .filter(({ fromSlide, toSlide }) => toSlide > fromSlide)
      .map(({ key, title, fromSlide, toSlide }) => ({
        key,
        title,
        fromSlide,
        slides: toSlide - fromSlide,
      })),
    pictures: { assets: loadable(content.assets), foreignPictures: call.series.foreignPictures },
    missingPictures: Object.keys(content.assets).filter((address) => content.assets[address] === null),
    provenance: provenanceView(content),
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
  call: CallParts,
  { key, section, heading }: EditionContent['slides'][number],
  index: number,
): RecordSlideView {
  // Section keys have letters of any script: in an address they are encoded.
  return {
    index,
    key,
    section,
    heading,
    address: encodeURI(addresses.slide(call.series.slug, call.address, section, key)),
  };
}

function loadable(assets: EditionContent['assets']): Record<string, string> {
  const kept = Object.entries(assets).flatMap(([address, asset]) =>
    asset === null ? [] : [[address, addresses.asset(asset.key, asset.extension)] as const],
  );
  return Object.fromEntries(kept);
}

function provenanceView({ provenance }: EditionContent): RecordView['provenance'] {
  if (provenance.type === 'call') return { type: 'call', endedAt: provenance.endedAt };
  const { file, importedAt, repairs } = provenance;
  return { type: 'import', file, importedAt, repairs };
}
