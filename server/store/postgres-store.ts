import type { Pool } from 'pg';
import { Prisma } from '#prisma/client/client.ts';
import { databasePool, type database } from '#server/database/client.ts';
import { RowAppender } from './append-rows.ts';
import { isSound } from './check-snapshot.ts';
import {
  SNAPSHOT_WINDOW,
  type Append,
  type AppendOutcome,
  type ClientOwner,
  type Head,
  type LogRow,
  type Snapshot,
  type Store,
  type StoredDeck,
} from './store.ts';

type Database = Pick<ReturnType<typeof database>, '$queryRaw' | '$executeRaw'>;

// A statement that removes a million rows would hold up whoever waits for it.
const MOST_TRIMMED = 10_000;

interface Part {
  readonly part: 'deck' | 'snapshot' | 'row';
  readonly seq: bigint;
  readonly data: Uint8Array | null;
  readonly vector: Uint8Array | null;
  readonly person: string | null;
  readonly epoch: number | null;
  readonly frozen: boolean | null;
  readonly series: string | null;
  readonly call: string | null;
}

interface OwnerRow {
  readonly deck: string;
  readonly client: bigint;
  readonly person: string;
}

interface HeadRow {
  readonly id: string;
  readonly seq: bigint;
  readonly epoch: number;
  readonly frozen: boolean;
  readonly live: number | null;
}

/** The store on Postgres, by raw statements. Inside somebody's transaction it only reads: an append is one of its own. */
export class PostgresStore implements Store {
  readonly #database: () => Database;
  readonly #appender: RowAppender;

  constructor(open: () => Database, pool: () => Pool = databasePool) {
    this.#database = open;
    this.#appender = new RowAppender(pool);
  }

  /** One statement sees one moment: two of them would race with trimming. */
  async load(deckId: string, { before }: { readonly before?: number } = {}): Promise<StoredDeck | null> {
    const limit = before === undefined ? Prisma.empty : Prisma.sql`AND seq < ${BigInt(before)}`;
    const parts = await this.#database().$queryRaw<Part[]>`
      WITH newest AS (
        SELECT seq, state, state_vector FROM deck_snapshot WHERE deck_id = ${deckId} ${limit} ORDER BY seq DESC LIMIT 1
      )
      SELECT 'deck' AS part, head_seq AS seq, NULL::bytea AS data, NULL::bytea AS vector, NULL::text AS person,
             epoch, frozen_at IS NOT NULL AS frozen, series_id::text AS series,
             CASE WHEN kind <> 'correction' THEN call_id::text END AS call
        FROM deck WHERE id = ${deckId}
      UNION ALL
      SELECT 'snapshot', seq, state, state_vector, NULL, NULL, NULL, NULL, NULL FROM newest
      UNION ALL
      SELECT 'row', seq, data, NULL, person_id::text, NULL, NULL, NULL, NULL FROM deck_update
        WHERE deck_id = ${deckId} AND seq > coalesce((SELECT seq FROM newest), 0)
      ORDER BY seq`;
    return assemble(parts);
  }

  async append(batch: readonly Append[]): Promise<ReadonlyMap<string, AppendOutcome>> {
    const outcomes = new Map<string, AppendOutcome>();
    if (batch.length === 0) return outcomes;
    for (const { deckId, fromSeq, toSeq } of await this.#appender.append(batch))
      outcomes.set(deckId, { type: 'appended', fromSeq, toSeq });
    const left = batch.filter(({ deckId }) => !outcomes.has(deckId));
    if (left.length === 0) return outcomes;
    const heads = await this.heads(left.map(({ deckId }) => deckId));
    for (const append of left) outcomes.set(append.deckId, whyNot(append, heads.get(append.deckId)));
    return outcomes;
  }

  async rowsAfter(deckId: string, seq: number): Promise<readonly LogRow[]> {
    const rows = await this.#database().$queryRaw<{ seq: bigint; data: Uint8Array; person: string | null }[]>`
      SELECT seq, data, person_id::text AS person FROM deck_update WHERE deck_id = ${deckId} AND seq > ${BigInt(seq)} ORDER BY seq`;
    return rows.map((row) => ({ seq: Number(row.seq), data: row.data, personId: row.person }));
  }

  async heads(deckIds: readonly string[]): Promise<ReadonlyMap<string, Head>> {
    if (deckIds.length === 0) return new Map();
    const rows = await this.#database().$queryRaw<HeadRow[]>`
      SELECT deck.id, head_seq AS seq, epoch, frozen_at IS NOT NULL AS frozen,
        CASE WHEN call.state = 'live' THEN coalesce(live_state.version, 1) END AS live
      FROM deck LEFT JOIN call ON call.id = deck.call_id AND deck.kind = 'call'
        LEFT JOIN live_state ON live_state.call_id = call.id
      WHERE deck.id = ANY(${[...deckIds]})`;
    return new Map(rows.map(({ id, seq, ...head }) => [id, { ...head, seq: Number(seq) }]));
  }

  async snapshot(deckId: string, epoch: number, { seq, state, stateVector }: Snapshot): Promise<boolean> {
    if (!isSound({ seq, state, stateVector })) return false;
    const kept = await this.#database().$executeRaw`
      WITH mine AS (SELECT pg_try_advisory_xact_lock(hashtextextended(${deckId}, 0)) AS got),
      kept AS (
        INSERT INTO deck_snapshot (deck_id, seq, state, state_vector)
        SELECT deck.id, ${BigInt(seq)}, ${state}, ${stateVector} FROM deck, mine
        WHERE deck.id = ${deckId} AND deck.epoch = ${epoch} AND deck.head_seq >= ${BigInt(seq)} AND mine.got
        ON CONFLICT DO NOTHING RETURNING deck_id
      )
      UPDATE deck SET snapshot_seq = greatest(snapshot_seq, ${BigInt(seq)}) FROM kept WHERE deck.id = kept.deck_id`;
    return kept > 0;
  }

  /** Two statements, because one does not see what another process wrote while it waited for it. */
  async claim(claims: readonly ClientOwner[]): Promise<readonly ClientOwner[]> {
    if (claims.length === 0) return [];
    const decks = claims.map(({ deckId }) => deckId);
    const clients = claims.map(({ clientId }) => BigInt(clientId));
    await this.#database().$executeRaw`
      INSERT INTO deck_client (deck_id, client_id, person_id)
      SELECT w.* FROM unnest(${decks}::text[], ${clients}::bigint[], ${claims.map(({ personId }) => personId)}::uuid[])
        AS w(deck_id, client_id, person_id) JOIN deck ON deck.id = w.deck_id
      ORDER BY 1, 2 ON CONFLICT DO NOTHING`;
    const rows = await this.#database().$queryRaw<OwnerRow[]>`
      SELECT deck_id AS deck, client_id AS client, person_id::text AS person FROM deck_client
      JOIN unnest(${decks}::text[], ${clients}::bigint[]) AS w(deck_id, client_id) USING (deck_id, client_id)`;
    return rows.map(ownerOf);
  }

  async owners(deckId: string): Promise<readonly ClientOwner[]> {
    const rows = await this.#database().$queryRaw<OwnerRow[]>`
      SELECT deck_id AS deck, client_id AS client, person_id::text AS person FROM deck_client WHERE deck_id = ${deckId}`;
    return rows.map(ownerOf);
  }

  async floor(deckId: string, before: Date): Promise<Snapshot | null> {
    const [row] = await this.#database().$queryRaw<{ seq: bigint; state: Uint8Array; vector: Uint8Array }[]>`
      WITH keep AS (
        SELECT seq FROM deck_snapshot WHERE deck_id = ${deckId} ORDER BY seq DESC OFFSET 1 LIMIT 1
      )
      SELECT seq, state, state_vector AS vector FROM deck_snapshot
      WHERE deck_id = ${deckId} AND seq <= (SELECT seq FROM keep) AND NOT EXISTS (
        SELECT FROM deck_update AS u
        WHERE u.deck_id = ${deckId} AND u.seq <= deck_snapshot.seq AND u.created_at >= ${before}
      )
      ORDER BY seq DESC LIMIT 1`;
    return row === undefined ? null : { seq: Number(row.seq), state: row.state, stateVector: row.vector };
  }

  async trim(deckId: string, floor: number): Promise<number> {
    return this.#database().$executeRaw`
      WITH mine AS (SELECT pg_try_advisory_xact_lock(hashtextextended(${deckId}, 1)) AS got),
      oldest AS (
        SELECT min(seq) AS seq FROM deck_update WHERE deck_id = ${deckId}
      ), placed AS (
        SELECT seq, row_number() OVER (ORDER BY seq DESC) AS place,
               row_number() OVER (PARTITION BY (seq - 1) / ${SNAPSHOT_WINDOW} ORDER BY seq DESC) AS place_in_window
        FROM deck_snapshot WHERE deck_id = ${deckId}
      ), thinned AS (
        DELETE FROM deck_snapshot USING placed, mine
        WHERE mine.got AND deck_snapshot.deck_id = ${deckId} AND deck_snapshot.seq = placed.seq AND (
          placed.seq < ${BigInt(floor)} OR (placed.seq > ${BigInt(floor)} AND place > 2 AND place_in_window > 1)
        )
      )
      DELETE FROM deck_update USING mine, oldest
      WHERE mine.got AND deck_id = ${deckId}
        AND deck_update.seq <= least(${BigInt(floor)}, oldest.seq + ${MOST_TRIMMED}::bigint - 1)`;
  }
}

function ownerOf({ deck, client, person }: OwnerRow): ClientOwner {
  return { deckId: deck, clientId: Number(client), personId: person };
}

function assemble(parts: readonly Part[]): StoredDeck | null {
  const deck = parts.find(({ part }) => part === 'deck');
  if (deck === undefined) return null;
  const snapshot = parts.find(({ part }) => part === 'snapshot');
  return {
    seq: Number(deck.seq),
    epoch: deck.epoch ?? 1,
    frozen: deck.frozen === true,
    seriesId: deck.series ?? '',
    callId: deck.call,
    snapshot:
      snapshot?.data == null || snapshot.vector === null
        ? null
        : { seq: Number(snapshot.seq), state: snapshot.data, stateVector: snapshot.vector },
    rows: parts.flatMap(({ part, seq, data, person }) =>
      part === 'row' && data !== null ? [{ seq: Number(seq), data, personId: person }] : [],
    ),
  };
}

function whyNot({ epoch }: Append, head: Head | undefined): AppendOutcome {
  if (head === undefined) return { type: 'gone' };
  if (head.frozen) return { type: 'frozen' };
  return head.epoch === epoch ? { type: 'busy' } : { type: 'epoch' };
}
