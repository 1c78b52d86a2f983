import { log } from '#server/log.ts';
import { keepRevision } from '#server/history/keep-revision.ts';
import { database, type Transaction } from '#server/database/client.ts';
import { oldText } from './old-text.ts';

/** A moment that is kept by itself, without somebody asking for it. */
export interface Moment {
  readonly deckId: string;
  readonly seq: number;
  readonly reason: 'rested' | 'edited' | 'deletion' | 'ready';
  readonly personId: string | null;
  readonly name?: string | null;
}

const REST = '10 minutes';
// Two processes count for themselves.
const BETWEEN = '9 minutes';

/**
 * Keeps a moment as a revision, unless it is kept already: several processes may find the same. Says whether it did. Failing harms
 * nobody's words, so it only tells the log.
 */
export async function keepMoment(moment: Moment): Promise<boolean> {
  const { deckId, seq, reason } = moment;
  try {
    const { text } = await oldText(deckId, seq);
    return await database().$transaction(async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${deckId}, 2))`;
      if (!(await isWanted(tx, moment))) return false;
      await keepRevision(tx, { ...moment, text });
      return true;
    });
  } catch (error) {
    log.warn('A moment of a deck could not be kept.', { deckId, seq, reason, error });
    return false;
  }
}

async function isWanted(tx: Transaction, { deckId, seq, reason }: Moment): Promise<boolean> {
  const moment = BigInt(seq);
  if (reason === 'deletion' || reason === 'ready')
    return (await tx.revision.count({ where: { deckId, seq: moment, reason } })) === 0;
  // What is kept for whatever reason need not be kept twice.
  if (seq === 0 || (await tx.revision.count({ where: { deckId, seq: moment } })) > 0) return false;
  const [found] =
    reason === 'rested'
      ? await tx.$queryRaw<{ wanted: boolean }[]>`
          SELECT coalesce((
            SELECT next.created_at - row.created_at >= ${REST}::interval
            FROM deck_update AS row JOIN deck_update AS next ON next.deck_id = row.deck_id AND next.seq = row.seq + 1
            WHERE row.deck_id = ${deckId} AND row.seq = ${moment}
          ), true) AS wanted`
      : await tx.$queryRaw<{ wanted: boolean }[]>`
          SELECT NOT EXISTS (
            SELECT FROM revision WHERE deck_id = ${deckId} AND reason IN ('rested', 'edited')
              AND created_at > now() - ${BETWEEN}::interval
          ) AS wanted`;
  return found?.wanted === true;
}
