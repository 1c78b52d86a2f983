import { z } from 'zod';

import type { RecordSummary } from '#lib/views.ts';
import { callSummary } from '#server/calls/call-summary.ts';
import type { ListPart } from '#server/calls/list-calls.ts';
import { callsOf } from '#server/calls/calls-of.ts';
import { database } from '#server/database/client.ts';
import { Prisma } from '#prisma/client/client.ts';
import type { Series } from '#prisma/client/client.ts';

const factsSchema = z.array(
  z.object({
    record: z.string(),
    edition: z.number(),
    sealed: z.boolean(),
    kind: z.enum(['slides', 'minutes']),
    slides: z.number(),
    sections: z.array(z.string()),
    imported: z.boolean(),
  }),
);

/** The records of a series, newest call first: all, or so many, from those of earlier addresses than `after` on. Whoever calls this has checked that they may be read. */
export async function recordSummaries(
  series: Series,
  { limit, after }: Partial<ListPart> = {},
): Promise<readonly RecordSummary[]> {
  const calls = await database().call.findMany({
    where: {
      ...callsOf(series.id),
      record: { isNot: null },
      ...(after === undefined ? {} : { address: { lt: after } }),
    },
    include: { record: { select: { id: true } } },
    // Addresses are dates: the latest is last in their order.
    orderBy: { address: 'desc' },
    ...(limit === undefined ? {} : { take: limit }),
  });
  const facts = await newestEditions(calls.flatMap((call) => (call.record === null ? [] : [call.record.id])));
  return calls.flatMap((call) => {
    const found = call.record === null ? undefined : facts.get(call.record.id);
    if (found === undefined) return [];
    const { record: _record, ...rest } = found;
    return [{ call: callSummary(series.slug, call), ...rest, slides: rest.kind === 'minutes' ? 0 : rest.slides }];
  });
}

/** How many records a series has. */
export async function countRecords(seriesId: string): Promise<number> {
  return database().call.count({ where: { ...callsOf(seriesId), record: { isNot: null } } });
}

type Facts = z.infer<typeof factsSchema>[number];

/** What lists say of records, read inside the database: the content of an edition is much larger than these lines. */
async function newestEditions(records: readonly string[]): Promise<ReadonlyMap<string, Facts>> {
  if (records.length === 0) return new Map();
  const rows = await database().$queryRaw(Prisma.sql`
    SELECT DISTINCT ON (record_id) record_id::text AS record, number AS edition, sealed_at IS NOT NULL AS sealed,
      content->>'kind' AS kind, jsonb_array_length(content->'slides') AS slides,
      jsonb_path_query_array(content, '$.sections[*] ? (@.toSlide > @.fromSlide).title ? (@ != "")') AS sections,
      content#>>'{provenance,type}' = 'import' AS imported
    FROM edition WHERE record_id = ANY(${records}::uuid[])
    ORDER BY record_id, number DESC`);
  return new Map(factsSchema.parse(rows).map((facts) => [facts.record, facts]));
}
