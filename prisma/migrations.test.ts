import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { emptyDatabase, testDatabase, type TestDatabase } from '#e2e/harness/database.ts';
import { applyMigrations, schemaScript } from '#server/database/schema-engine.ts';

// What the schema can say of a database: columns, keys, indices, enumerations. Triggers and functions live in migrations alone.
const CATALOGUE = `
  SELECT format('%s.%s %s %s %s', table_name, column_name, udt_name, is_nullable, column_default) AS line
    FROM information_schema.columns WHERE table_schema = 'public'
  UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
  UNION ALL SELECT format('%s %s', conrelid::regclass, pg_get_constraintdef(oid)) FROM pg_constraint WHERE connamespace = 'public'::regnamespace
  UNION ALL SELECT format('%s %s', enumtypid::regtype, enumlabel) FROM pg_enum
  ORDER BY line`;

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

async function catalogue(url: string, script = ''): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    if (script !== '') await client.query(script);
    const { rows } = await client.query<{ line: string }>(CATALOGUE);
    return rows.map(({ line }) => line).filter((line) => !line.includes('_prisma_migrations'));
  } finally {
    await client.end();
  }
}

it('lead to what the schema says', async () => {
  const fresh = await emptyDatabase();
  const wanted = await catalogue(fresh.url, await schemaScript(db.url));
  expect(wanted.length).toBeGreaterThan(100);
  expect(await catalogue(db.url)).toEqual(wanted);
  await fresh.close();
});

it('are applied once', async () => {
  expect(await applyMigrations(db.url)).toEqual([]);
});

it('keep the audit log from being changed', async () => {
  await db.prisma.auditEntry.create({ data: { act: 'series.create' } });
  await expect(db.prisma.auditEntry.deleteMany()).rejects.toThrow(/never changed/);
});
