import pg from 'pg';
import type { Contender } from '#e2e/bench/sync/contender.ts';

/** Trouble that Postgres makes for one table, whoever writes to it. */
export interface DatabaseFault {
  /** Resolves when so many writes have met it. */
  met(times: number): Promise<void>;
  /** Ends the trouble. */
  end(): Promise<void>;
}

/** Every write to the table fails. */
export function refusingWrites(contender: Contender): Promise<DatabaseFault> {
  return makeTrouble(contender, `RAISE EXCEPTION 'No writes just now.'`);
}

/** Every write to the table takes so long. */
export function slowWrites(contender: Contender, milliseconds: number): Promise<DatabaseFault> {
  return makeTrouble(contender, `PERFORM pg_sleep(${milliseconds / 1000}); RETURN new`);
}

async function makeTrouble({ database, table }: Contender, trouble: string): Promise<DatabaseFault> {
  const client = new pg.Client({ connectionString: database });
  await client.connect();
  // A sequence is not taken back with its transaction: it counts the writes that failed, too.
  await client.query(`
    DROP SEQUENCE IF EXISTS trouble_met CASCADE;
    CREATE SEQUENCE trouble_met;
    CREATE OR REPLACE FUNCTION trouble() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN PERFORM nextval('trouble_met'); ${trouble}; END $$;
    CREATE OR REPLACE TRIGGER trouble BEFORE INSERT OR UPDATE ON ${table} FOR EACH ROW EXECUTE FUNCTION trouble()`);
  return {
    async met(times) {
      for (;;) {
        const { rows } = await client.query<{ met: number }>(
          'SELECT CASE WHEN is_called THEN last_value ELSE 0 END::int AS met FROM trouble_met',
        );
        if ((rows[0]?.met ?? 0) >= times) return;
      }
    },
    async end() {
      await client.query(`DROP TRIGGER IF EXISTS trouble ON ${table}`);
      await client.end();
    },
  };
}
