import { z } from 'zod';

import { databasePool } from '#server/database/client.ts';

const rowsSchema = z.array(z.object({ name: z.string(), bytes: z.number(), indices: z.number() }));

/** Prints what a record of about 25 slides takes in the database, without its pictures. */
export async function printBytes(records: number): Promise<void> {
  const { rows } = await databasePool().query(
    `SELECT relname AS name, pg_total_relation_size(oid)::float8 AS bytes, pg_indexes_size(oid)::float8 AS indices FROM pg_class
     WHERE relname IN ('call', 'record', 'edition', 'edition_slide', 'record_section', 'search_slide') ORDER BY 2 DESC`,
  );
  const tables = rowsSchema.parse(rows);
  const each = (bytes: number): number => Math.round(bytes / records);
  const table = Object.fromEntries(
    tables.map(({ name, bytes, indices }) => [name, { bytes: each(bytes), 'of them indices': each(indices) }]),
  );
  const all = (of: 'bytes' | 'indices') => each(tables.reduce((sum, row) => sum + row[of], 0));
  process.stdout.write('\nBytes of a record\n');
  console.table({ ...table, 'all of it': { bytes: all('bytes'), 'of them indices': all('indices') } });
}
