import { database } from '#server/database/client.ts';

// What every request may write, whoever sends it: sessions, and how often somebody came; and what search reads by itself meanwhile.
const BESIDE = new Set([
  'auth_session',
  'auth_verification',
  'rate_limit',
  'setting',
  'person',
  'search_deck',
  'search_slide',
  'search_word',
]);

/** A message that is made is counted; how far it has come is written by itself meanwhile. */
const COUNTED = new Set(['webhook_delivery']);

let statement: string | undefined;

async function statementOfAll(): Promise<string> {
  const tables = await database().$queryRaw<readonly { readonly name: string }[]>`
    SELECT table_name AS name FROM information_schema.tables
    WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1`;
  const each = tables
    .filter(({ name }) => !BESIDE.has(name) && !name.startsWith('_'))
    .map(({ name }) => {
      const newest = COUNTED.has(name) ? `''` : 'coalesce(max(xmin::text::bigint), 0)';
      return `SELECT '${name}' AS name, count(*) || ':' || ${newest} AS mark FROM "${name}"`;
    });
  // When somebody was last here is kept at any request.
  const people = `SELECT 'person', md5(coalesce(string_agg((to_jsonb(person) - 'last_seen_at')::text, ',' ORDER BY id), '')) FROM person`;
  return [...each, people].join(' UNION ALL ');
}

/** Differs from an earlier one in the tables in which a row was written, changed or removed since. */
export async function databaseMark(): Promise<Readonly<Record<string, string>>> {
  statement ??= await statementOfAll();
  const rows = await database().$queryRawUnsafe<readonly { readonly name: string; readonly mark: string }[]>(statement);
  return Object.fromEntries(rows.map(({ name, mark }) => [name, mark]));
}
