import pg from 'pg';
import { vi } from 'vitest';

/** What is written when, so that a process can be held there: the table, what happens to it, and the number of the lock. */
const PLACES = {
  revision: { on: 'INSERT ON revision', lock: 7_001 },
  edition: { on: 'INSERT ON edition', lock: 7_002 },
  slides: { on: 'INSERT ON edition_slide', lock: 7_003 },
  index: { on: 'INSERT ON record_section', lock: 7_004 },
  seal: { on: 'UPDATE OF sealed_at ON edition', lock: 7_005 },
} as const;

export type HeldPlace = keyof typeof PLACES;

/** Holds whoever writes at a place in the middle of its transaction, as a slow disk would. */
export class StepLocks {
  readonly #client: pg.Client;

  private constructor(client: pg.Client) {
    this.#client = client;
  }

  /** Puts a trigger at each place of this database. */
  static async install(url: string): Promise<StepLocks> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(`
      CREATE FUNCTION held_here() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM pg_advisory_xact_lock_shared(TG_ARGV[0]::bigint);
        RETURN NEW;
      END $$`);
    for (const [name, { on, lock }] of Object.entries(PLACES))
      await client.query(`CREATE TRIGGER held_${name} BEFORE ${on} FOR EACH ROW EXECUTE FUNCTION held_here('${lock}')`);
    return new StepLocks(client);
  }

  /** From here on whoever comes there waits. */
  async hold(place: HeldPlace): Promise<void> {
    await this.#client.query('SELECT pg_advisory_lock($1)', [PLACES[place].lock]);
  }

  async letGo(place: HeldPlace): Promise<void> {
    await this.#client.query('SELECT pg_advisory_unlock($1)', [PLACES[place].lock]);
  }

  /** Resolves when somebody waits there. */
  async reached(place: HeldPlace): Promise<void> {
    await vi.waitUntil(
      async () => {
        const { rowCount } = await this.#client.query(
          `SELECT 1 FROM pg_locks JOIN pg_database d ON d.oid = database AND d.datname = current_database()
            WHERE locktype = 'advisory' AND NOT granted AND objid = $1`,
          [PLACES[place].lock],
        );
        return (rowCount ?? 0) > 0;
      },
      { timeout: 30_000, interval: 20 },
    );
  }

  async close(): Promise<void> {
    await this.#client.end();
  }
}
