import { z } from 'zod';

import { indexRecord } from '#server/archive/index-record.ts';
import { database } from '#server/database/client.ts';

/** So many records are read in one transaction. */
const PART = 100;
const rowsSchema = z.array(z.object({ id: z.string() }));

/** Reads the records that search does not know yet: those that were written before there was a search. Gives how many. */
export async function feedRecords(): Promise<number> {
  for (let fed = 0, after = '00000000-0000-0000-0000-000000000000'; ;) {
    const rows = rowsSchema.parse(
      await database().$queryRaw`
        SELECT record.id FROM record WHERE record.id > ${after}::uuid AND newest_edition_id IS NOT NULL
          AND EXISTS (SELECT FROM edition_slide WHERE edition_id = newest_edition_id)
          AND NOT EXISTS (SELECT FROM search_slide WHERE edition_id = newest_edition_id)
        ORDER BY record.id LIMIT ${PART}`,
    );
    const last = rows.at(-1);
    if (last === undefined) return fed;
    await database().$transaction(
      async (tx) => {
        for (const { id } of rows) await indexRecord(tx, id);
      },
      { timeout: 120_000 },
    );
    fed += rows.length;
    after = last.id;
  }
}
