import { databasePool } from '#server/database/client.ts';

/** What one writes first: the newest twenty slides that hold these letters, and how many there are. */
export async function naiveSearch(word: string): Promise<void> {
  await unlimited(
    `SELECT id, heading, text, count(*) OVER () FROM search_slide WHERE text ILIKE '%' || $1 || '%' ORDER BY starts_at DESC LIMIT 20`,
    word,
  );
}

/** What one writes next: every match ranked, the best twenty, and how many there are. */
export async function rankAll(word: string): Promise<void> {
  await unlimited(
    `SELECT id, ts_headline('english', text, to_tsquery('english', $1)), count(*) OVER () FROM search_slide
     WHERE search @@ to_tsquery('english', $1) ORDER BY ts_rank_cd(search, to_tsquery('english', $1)) DESC LIMIT 20`,
    word,
  );
}

/** The app gives a statement 30 seconds. */
async function unlimited(text: string, word: string): Promise<void> {
  await databasePool().query(Object.assign({ text, values: [word] }, { query_timeout: 600_000 }));
}
