import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { applyMigrations } from '#server/database/schema-engine.ts';
import { closeDatabase, database } from '#server/database/client.ts';
import { createDeck } from '#server/decks/create-deck.ts';

/** A fresh, migrated database on the embedded server that the test run started. */
export interface TestDatabase {
  readonly url: string;
  readonly prisma: ReturnType<typeof database>;
  close(): Promise<void>;
}

async function asAdministrator(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: process.env['PLENUM_TEST_CLUSTER'] });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

interface Database {
  readonly url: string;
  close(): Promise<void>;
}

async function makeDatabase(from: string): Promise<Database> {
  const cluster = process.env['PLENUM_TEST_CLUSTER'];
  if (cluster === undefined)
    throw new Error(
      'PLENUM_TEST_CLUSTER is not set: run the tests with npm test, or vitest with e2e/vitest.config.ts.',
    );
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asAdministrator(`CREATE DATABASE ${name} TEMPLATE ${from}`);
  const url = new URL(cluster);
  url.pathname = `/${name}`;
  return { url: url.href, close: () => asAdministrator(`DROP DATABASE ${name} WITH (FORCE)`) };
}

/** A database without any table. */
export async function emptyDatabase(): Promise<Database> {
  return makeDatabase('template1');
}

/**
 * Makes a database of its own for one test file and points `DATABASE_URL`, `DATA_DIR` and so `database()` at it. Close it in
 * `afterAll`; the run's cluster goes with the run.
 */
export async function testDatabase(): Promise<TestDatabase> {
  // A copy of the migrated database that the run prepared: 50 ms instead of a second.
  const made = await makeDatabase('plenum_template');
  process.env['DATABASE_URL'] = made.url;
  process.env['DATA_DIR'] = mkdtempSync(path.join(tmpdir(), 'plenum-test-'));
  return {
    url: made.url,
    prisma: database(),
    async close() {
      await closeDatabase();
      await made.close();
    },
  };
}

/** Makes a deck with this text, in a series of its own, in the database that `database()` is at; its id. */
export async function newDeck(text = ''): Promise<string> {
  const { deckId } = await database().$transaction(async (tx) => {
    const slug = `series-${randomBytes(4).toString('hex')}`;
    const { id: seriesId } = await tx.series.create({ data: { slug, name: 'Test', timeZone: 'UTC' } });
    return createDeck(tx, { kind: 'template', seriesId, callId: null, text, personId: null });
  });
  return deckId;
}

/** Makes the migrated database that every test database is copied from. */
export async function prepareTemplate(cluster: string): Promise<void> {
  process.env['PLENUM_TEST_CLUSTER'] = cluster;
  await asAdministrator('CREATE DATABASE plenum_template');
  const url = new URL(cluster);
  url.pathname = '/plenum_template';
  await applyMigrations(url.href);
}
