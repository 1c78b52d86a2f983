import pg from 'pg';
import { Refusal } from '#lib/errors.ts';
import type { Environment } from '#server/environment.ts';
import { log } from '#server/log.ts';
import { closeDatabase } from './client.ts';
import { openEmbeddedCluster } from './embedded-cluster.ts';
import { applyMigrations } from './schema-engine.ts';

/** The database of this process: yours or the embedded one, migrated. */
export interface OpenDatabase {
  readonly url: string;
  readonly embedded: boolean;
  /** Ends the connections; stops an embedded server that nobody else uses. */
  close(): Promise<void>;
}

async function reach(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    await client.query('SELECT 1');
  } catch (error) {
    const reason = error instanceof AggregateError ? String(error.errors[0]) : String(error);
    throw new Refusal(
      'unavailable',
      `The database of DATABASE_URL at ${new URL(url).host} does not answer: ${reason.replace(/^\w*Error: /, '')}. Check the address, the password and that Postgres runs.`,
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Opens and migrates the database and puts its address where `database()` reads it. Refuses with a sentence. */
export async function openDatabase(environment: Environment): Promise<OpenDatabase> {
  const cluster = environment.databaseUrl === null ? await openEmbeddedCluster(environment.dataDir) : null;
  const url = cluster?.url ?? environment.databaseUrl ?? '';
  try {
    if (cluster === null) await reach(url);
    const applied = await applyMigrations(url);
    if (applied.length > 0) log.info('migrations applied', { migrations: applied });
  } catch (error) {
    await cluster?.close();
    throw error;
  }
  process.env['DATABASE_URL'] = url;
  return {
    url,
    embedded: cluster !== null,
    async close() {
      await closeDatabase();
      await cluster?.close();
    },
  };
}
