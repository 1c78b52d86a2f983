import { z } from 'zod';

import { database } from '#server/database/client.ts';
import { Prisma } from '#prisma/client/client.ts';

/** So many records are in a feed. */
const MOST_ENTRIES = 50;
/** So many of the latest calls may have ended a moment ago. */
const NOT_SEALED = 10;

const rowSchema = z.object({
  record: z.string(),
  edition: z.string(),
  number: z.number(),
  checksum: z.string(),
  address: z.string(),
  title: z.string(),
  startsAt: z.date(),
  timeZone: z.string(),
  published: z.date(),
  updated: z.date(),
  /** Keys of the sections that the feed is of; null for all. */
  sections: z.array(z.string()).nullable(),
});
/** A record as its newest sealed edition tells it. */
export type FeedRow = z.infer<typeof rowSchema>;

/**
 * The records of the latest calls of a series, and those that were corrected since, the newest first: a correction comes up again, an
 * import of old calls does not. With a team only those in which it reported. What is not sealed yet can still be taken back, and is in
 * no feed. Reads no editions' content, and of editions at large only those that correct.
 */
export async function feedRows(seriesId: string, teamId: string | null): Promise<readonly FeedRow[]> {
  const section = await sectionOf(seriesId, teamId);
  const listed = Prisma.sql`call.series_id = ${seriesId}::uuid AND call.deleted_at IS NULL
    ${teamId === null ? Prisma.empty : Prisma.sql`AND EXISTS (SELECT FROM record_section s WHERE s.record_id = record.id AND ${section})`}`;
  const keys =
    teamId === null
      ? Prisma.sql`NULL::text[]`
      : Prisma.sql`(SELECT array_agg(s.key ORDER BY s.position) FROM record_section s WHERE s.record_id = record.id AND ${section})`;
  const rows = await database().$queryRaw(Prisma.sql`
    WITH candidate AS (
      (SELECT record.id FROM call JOIN record ON record.call_id = call.id WHERE ${listed}
        ORDER BY call.starts_at DESC LIMIT ${MOST_ENTRIES + NOT_SEALED})
      UNION
      (SELECT record.id FROM edition JOIN record ON record.id = edition.record_id JOIN call ON call.id = record.call_id
        WHERE edition.number > 1 AND edition.sealed_at IS NOT NULL AND ${listed}
        ORDER BY edition.sealed_at DESC LIMIT ${MOST_ENTRIES})
    )
    SELECT record.id::text AS record, shown.id::text AS edition, shown.number, shown.checksum, call.address, call.title,
      call.starts_at AS "startsAt", call.time_zone AS "timeZone", shown.sealed_at AS updated,
      (SELECT min(sealed_at) FROM edition WHERE record_id = record.id) AS published, ${keys} AS sections
    FROM candidate
      JOIN record USING (id)
      JOIN call ON call.id = record.call_id
      CROSS JOIN LATERAL (
        SELECT * FROM edition WHERE record_id = record.id AND sealed_at IS NOT NULL ORDER BY number DESC LIMIT 1
      ) shown
    ORDER BY CASE WHEN shown.number > 1 THEN shown.sealed_at ELSE call.starts_at END DESC, call.address DESC
    LIMIT ${MOST_ENTRIES}`);
  return z.array(rowSchema).parse(rows);
}

/** What makes a section of a record (`s`) one that the team reported: the record or a host says so, else its heading. */
async function sectionOf(seriesId: string, teamId: string | null): Promise<Prisma.Sql> {
  if (teamId === null) return Prisma.empty;
  const headings = await database().knownHeading.findMany({ where: { seriesId, teamId }, select: { folded: true } });
  const folded = headings.map((heading) => heading.folded);
  return Prisma.sql`s.to_slide > s.from_slide
    AND (s.team_id = ${teamId}::uuid OR (s.team_id IS NULL AND s.folded = ANY(${folded}::text[])))`;
}
