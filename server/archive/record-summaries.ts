import { z } from 'zod';

import type { RecordSummary } from '#lib/views.ts';
import { callSummary } from '#server/calls/call-summary.ts';
import { callsOf } from '#server/calls/calls-of.ts';
import type { ListPart } from '#server/calls/list-calls.ts';
import { database } from '#server/database/client.ts';
import type { Prisma, Series } from '#prisma/client/client.ts';

/** Which records: so many, of calls at earlier addresses than `after`, from `from` on. */
export type RecordsPart = Partial<ListPart> & { readonly from?: string };

const RECORD = {
  include: {
    newest: { select: { number: true, sealedAt: true } },
    sections: { select: { title: true, fromSlide: true, toSlide: true }, orderBy: { position: 'asc' } },
  },
} as const satisfies Prisma.RecordDefaultArgs;

const kindSchema = z.enum(['slides', 'minutes']);

/** A record as lists show it, with what only some of them need. */
export interface ListedRecord {
  readonly summary: RecordSummary;
  readonly recordId: string;
  /** The picture of its first slide, `<key>.<extension>`. */
  readonly cover: string | null;
}

/** The records of a series, newest call first. Whoever calls this has checked that they may be read. */
export async function recordSummaries(series: Series, part: RecordsPart = {}): Promise<readonly RecordSummary[]> {
  return (await listedRecords(series, part)).map(({ summary }) => summary);
}

/** The same with what the archive shows beside. */
export async function listedRecords(
  series: Series,
  { limit, after, from }: RecordsPart = {},
): Promise<readonly ListedRecord[]> {
  const calls = await database().call.findMany({
    where: {
      ...callsOf(series.id),
      record: { newestId: { not: null } },
      address: { ...(after === undefined ? {} : { lt: after }), ...(from === undefined ? {} : { gte: from }) },
    },
    include: { record: RECORD },
    // Addresses are dates: the latest is last in their order.
    orderBy: { address: 'desc' },
    ...(limit === undefined ? {} : { take: limit }),
  });
  return calls.flatMap((call) => {
    const { record } = call;
    if (record?.newest == null) return [];
    const shown = record.sections.filter(({ title, fromSlide, toSlide }) => toSlide > fromSlide && title !== '');
    const summary: RecordSummary = {
      call: callSummary(series.slug, call),
      edition: record.newest.number,
      sealed: record.newest.sealedAt !== null,
      kind: kindSchema.catch('slides').parse(record.kind),
      slides: record.slides,
      sections: shown.map(({ title }) => title),
      imported: record.imported,
    };
    return [{ summary, recordId: record.id, cover: record.cover }];
  });
}

/** How many records a series has. */
export async function countRecords(seriesId: string): Promise<number> {
  return database().call.count({ where: { ...callsOf(seriesId), record: { newestId: { not: null } } } });
}
