import { checkStored } from '#server/assets/check-stored.ts';
import { collectAssets } from '#server/assets/collect-assets.ts';
import { emptyBin } from '#server/bin/empty-bin.ts';
import { database } from '#server/database/client.ts';
import { thinRevisions } from '#server/history/thin-revisions.ts';
import { sweepLimits } from '#server/limits/limit.ts';
import { log } from '#server/log.ts';
import { trimDecks } from '#server/store/trim-decks.ts';

/** What is older than it is kept for goes. */
export async function trim(): Promise<void> {
  const rows = await trimDecks(database);
  const revisions = await thinRevisions(database);
  if (rows + revisions > 0) log.info('decks trimmed', { rows, revisions });
  const removed = await emptyBin();
  if (removed > 0) log.info('bin emptied', { removed });
  await sweepLimits();
}

/** Pictures that nothing names go; those that stay are read now and then. */
export async function tendAssets(): Promise<void> {
  try {
    const collected = await collectAssets();
    if (Object.values(collected).some((count) => count > 0)) log.info('pictures collected', { ...collected });
    const read = await checkStored();
    if (read > 0) log.info('pictures checked', { read });
  } catch (error) {
    log.error('pictures could not be tended; the next night tries again', { error });
  }
}
