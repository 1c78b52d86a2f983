import { log } from '#server/log.ts';

import { feedDecks } from './feed-decks.ts';
import { feedRecords } from './feed-records.ts';
import { feedWords } from './feed-words.ts';

const DAY_MS = 86_400_000;
let lookedAt = -Infinity;

/** What search has not read yet: decks that changed, words that are new; once after the start and then daily, records without rows. */
export async function feedSearch(): Promise<void> {
  try {
    await feedDecks();
    await feedWords();
    if (Date.now() - lookedAt < DAY_MS) return;
    const records = await feedRecords();
    if (records > 0) log.info('search has read records', { records });
    lookedAt = Date.now();
  } catch (error) {
    log.error('search could not be fed; the next minute tries again', { error });
  }
}
