import type { Pool } from 'pg';
import { log } from '#server/log.ts';
import type { Append } from './store.ts';

/** The numbers that a deck's rows got. */
export interface Numbered {
  readonly deckId: string;
  readonly fromSeq: number;
  readonly toSeq: number;
}

/**
 * Adds rows to decks, in one statement. Their numbers are given under the deck's row lock, in the statement that inserts them:
 * the order of numbers is the order of commits, and a reader never sees a gap that fills later. Locks are taken in the order of
 * ids, so that two processes cannot wait for each other; in a batch of several a held deck is passed over rather than waited
 * for. The lock is the one that rows which only refer to the deck do not wait for, nor hold up.
 */
const append = (whenHeld: 'SKIP LOCKED' | ''): string => `
  WITH wanted AS (
    SELECT * FROM unnest($1::text[], $2::int[], $3::int[]) AS w(id, epoch, count)
  ), added AS (
    SELECT * FROM unnest($4::text[], $5::int[], $6::bytea[], $7::uuid[]) AS a(id, place, data, person_id)
  ), locked AS (
    SELECT deck.id, wanted.count FROM deck JOIN wanted ON wanted.id = deck.id AND wanted.epoch = deck.epoch
    WHERE deck.frozen_at IS NULL
    ORDER BY deck.id FOR NO KEY UPDATE OF deck ${whenHeld}
  ), numbered AS (
    UPDATE deck SET head_seq = deck.head_seq + locked.count FROM locked WHERE deck.id = locked.id
    RETURNING deck.id, deck.head_seq - locked.count AS base, deck.head_seq AS head
  ), inserted AS (
    INSERT INTO deck_update (deck_id, seq, data, person_id)
    SELECT added.id, numbered.base + added.place, added.data, added.person_id FROM added JOIN numbered USING (id)
  )
  SELECT id, base + 1 AS "from", head AS "to" FROM numbered`;

const STATEMENTS = {
  one: { name: 'append-one', text: append('') },
  several: { name: 'append-several', text: append('SKIP LOCKED') },
} as const;

/** Of PostgreSQL: a statement of this name is not there, or is there already. */
const NAME_FAULTS: ReadonlySet<unknown> = new Set(['26000', '42P05']);

/**
 * The one statement on the path of every keystroke, so it goes past Prisma, over the same connections: prepared once and
 * without Prisma's own work, a commit takes the half of its time and a server an eighth less of its processor.
 */
export class RowAppender {
  readonly #pool: () => Pool;
  #prepared = true;

  constructor(pool: () => Pool) {
    this.#pool = pool;
  }

  /** Answers for the decks that took their rows; throws when the statement failed. */
  async append(batch: readonly Append[]): Promise<readonly Numbered[]> {
    const { name, text } = batch.length > 1 ? STATEMENTS.several : STATEMENTS.one;
    const values = valuesOf(batch);
    try {
      const { rows } = await this.#pool().query<Record<'id' | 'from' | 'to', string>>(
        this.#prepared ? { name, text, values } : { text, values },
      );
      return rows.map(({ id, from, to }) => ({ deckId: id, fromSeq: Number(from), toSeq: Number(to) }));
    } catch (error) {
      if (!this.#prepared || !(error instanceof Error && 'code' in error && NAME_FAULTS.has(error.code))) throw error;
      // A pooler between us and Postgres leads each statement to another connection, which does not know its name.
      log.info('The database forgets prepared statements: none are used from now on.');
      this.#prepared = false;
      return this.append(batch);
    }
  }
}

function valuesOf(batch: readonly Append[]): unknown[][] {
  const rows = batch.flatMap(({ deckId, rows: own }) =>
    own.map((row, index) => ({ ...row, deckId, place: index + 1 })),
  );
  return [
    batch.map(({ deckId }) => deckId),
    batch.map(({ epoch }) => epoch),
    batch.map((one) => one.rows.length),
    rows.map(({ deckId }) => deckId),
    rows.map(({ place }) => place),
    rows.map(({ data }) => Buffer.from(data.buffer, data.byteOffset, data.byteLength)),
    rows.map(({ personId }) => personId),
  ];
}
