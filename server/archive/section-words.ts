import { z } from 'zod';

import { database } from '#server/database/client.ts';
import { Prisma } from '#prisma/client/client.ts';

import type { RecordSectionRow } from './record-sections.ts';

const rowsSchema = z.array(z.object({ at: z.number(), text: z.string() }));

/** What sections say, as search reads it, a line a statement, in the order in which they were asked for. */
export async function sectionWords(rows: readonly RecordSectionRow[]): Promise<readonly string[]> {
  if (rows.length === 0) return [];
  const found = await database().$queryRaw(Prisma.sql`
    SELECT (asked.at - 1)::int AS at, string_agg(slide.text, E'\n' ORDER BY slide.position) AS text
    FROM unnest(${rows.map(({ edition }) => edition)}::uuid[], ${rows.map(({ fromSlide }) => fromSlide)}::int[],
      ${rows.map(({ toSlide }) => toSlide)}::int[]) WITH ORDINALITY AS asked(edition, from_slide, to_slide, at)
      JOIN edition_slide slide ON slide.edition_id = asked.edition
        AND slide.position >= asked.from_slide AND slide.position < asked.to_slide
    GROUP BY asked.at`);
  const texts = new Map(rowsSchema.parse(found).map(({ at, text }) => [at, text]));
  return rows.map((_, at) => texts.get(at) ?? '');
}
