import type { TraceRow } from '#lib/history/trace.ts';
import { databasePool } from '#server/database/client.ts';
import { isSound } from '#server/store/check-snapshot.ts';
import { log } from '#server/log.ts';

/** Rows that are read at once: the loop goes on in between. */
const ROWS_AT_ONCE = 2_000;

/** A deck's state at a moment of its log. */
export interface LoggedState {
  readonly seq: number;
  /** Null before the first row. */
  readonly state: Uint8Array | null;
}

/** Where a deck's log begins and ends. */
export interface LogBounds {
  /** The earliest moment that can be replayed. */
  readonly oldest: number;
  readonly head: number;
  readonly epoch: number;
}

/** The bounds of a deck's log, or null when there is no such deck. */
export async function logBounds(deckId: string): Promise<LogBounds | null> {
  const { rows } = await databasePool().query<{
    head: string;
    epoch: number;
    first: string | null;
    floor: string | null;
  }>(
    `SELECT head_seq AS head, epoch,
            (SELECT min(seq) FROM deck_update WHERE deck_id = $1) AS first,
            (SELECT min(seq) FROM deck_snapshot WHERE deck_id = $1) AS floor
       FROM deck WHERE id = $1`,
    [deckId],
  );
  const [row] = rows;
  if (row === undefined) return null;
  const head = Number(row.head);
  // As long as the first row is there nothing was trimmed.
  const whole = row.first === '1' || head === 0;
  return { oldest: whole ? 0 : Number(row.floor ?? head), head, epoch: row.epoch };
}

/** The newest state that is stored at or before a moment, or null when there is none from which rows lead on. */
export async function stateBefore(deckId: string, seq: number, { oldest }: LogBounds): Promise<LoggedState | null> {
  for (let limit = seq; ;) {
    const { rows } = await databasePool().query<{ seq: string; state: Buffer; vector: Buffer }>(
      `SELECT seq, state, state_vector AS vector FROM deck_snapshot WHERE deck_id = $1 AND seq <= $2
        ORDER BY seq DESC LIMIT 1`,
      [deckId, limit],
    );
    const [row] = rows;
    if (row === undefined) return oldest === 0 ? { seq: 0, state: null } : null;
    const found = { seq: Number(row.seq), state: row.state, stateVector: row.vector };
    if (isSound(found)) return found;
    log.error('A snapshot of a deck is damaged: its history is read from the one before it.', {
      deckId,
      seq: found.seq,
    });
    limit = found.seq - 1;
  }
}

/** The rows after one moment up to another, part by part, in order. */
export async function* rowsBetween(deckId: string, from: number, to: number): AsyncGenerator<readonly TraceRow[]> {
  for (let after = from; after < to; after += ROWS_AT_ONCE) {
    const { rows } = await databasePool().query<[string, Buffer, string | null, Date]>({
      text: `SELECT seq, data, person_id, created_at FROM deck_update
              WHERE deck_id = $1 AND seq > $2 AND seq <= $3 ORDER BY seq`,
      values: [deckId, after, Math.min(to, after + ROWS_AT_ONCE)],
      rowMode: 'array',
    });
    yield rows.map(([seq, data, personId, at]) => ({ seq: Number(seq), data, personId, at: at.getTime() }));
  }
}
