import { databasePool } from '#server/database/client.ts';
import { log } from '#server/log.ts';

// A sentence that says what to do.
const NO_LIKENESS =
  'Search corrects few typing errors: let a superuser of the database run CREATE EXTENSION pg_trgm; and start Plenum again.';

/**
 * What migrations cannot say because it depends on the Postgres: the index by likeness of words, where the extension is there, and that new
 * slides go into the index soon. Can be done again at every start.
 */
export async function prepareSearch(): Promise<void> {
  const pool = databasePool();
  // Searches read what waits for the index one by one: no more than 512 kB.
  await pool.query('ALTER INDEX search_slide_search_idx SET (gin_pending_list_limit = 512)');
  const { rowCount } = await pool.query("SELECT FROM pg_extension WHERE extname = 'pg_trgm'");
  if (rowCount === 0) {
    log.warn(NO_LIKENESS);
    return;
  }
  await pool.query('CREATE INDEX IF NOT EXISTS search_word_likeness ON search_word USING gin (word gin_trgm_ops)');
}
