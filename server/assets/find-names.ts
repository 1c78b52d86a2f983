import { setImmediate as nextTurn } from 'node:timers/promises';
import { Refusal } from '#lib/errors.ts';
import { database, databasePool } from '#server/database/client.ts';
import { readDeck } from '#server/decks/read-deck.ts';

import type { NameSearch } from './name-search.ts';

/** Texts that are held at once. */
const TEXTS_AT_ONCE = 20;
const ROWS_AT_ONCE = 2_000;

/** A deck, with the newest row of its log when it was listed. */
export interface ListedDeck {
  readonly id: string;
  readonly seriesId: string;
  readonly head: number;
}

/** Every deck, those in the bin and those of records too. */
export async function listDecks(): Promise<readonly ListedDeck[]> {
  const decks = await database().deck.findMany({ select: { id: true, seriesId: true, headSeq: true } });
  return decks.map(({ id, seriesId, headSeq }) => ({ id, seriesId, head: Number(headSeq) }));
}

/** A deck's text, or nothing when it is gone by now. */
export async function presentText(deckId: string): Promise<string> {
  try {
    return (await readDeck(deckId)).text;
  } catch (error) {
    if (error instanceof Refusal && error.code === 'not-found') return '';
    throw error;
  }
}

/**
 * Looks for names wherever texts are kept: as titles of calls, in editions, in the present text of decks, in revisions, and in the rows
 * of logs as they were written. It ends as soon as all are found. Throws when a deck cannot be read.
 */
export async function findNames(decks: readonly ListedDeck[], search: NameSearch): Promise<void> {
  const titles = await databasePool().query<{ key: string }>(
    'SELECT title_key AS key FROM call WHERE title_key IS NOT NULL',
  );
  for (const { key } of titles.rows) search.found(key);
  await findInEditions(search);
  for (const { id, seriesId } of decks) {
    if (search.isOver) return;
    search.look(seriesId, await presentText(id));
    await nextTurn();
  }
  await findInRevisions(search);
  for (const deck of decks) await findInRows(deck, search);
}

/** Editions that were made since a moment, all without one. */
export async function findInEditions(search: NameSearch, since = new Date(0)): Promise<void> {
  for (let after = FIRST_ID; !search.isOver;) {
    const { rows } = await databasePool().query<{
      id: string;
      seriesId: string;
      source: Buffer;
      presented: Buffer;
      keys: string[];
      hashes: string[];
    }>(
      `SELECT e.id, c.series_id AS "seriesId", e.source, e.presented,
              ARRAY(SELECT a.value ->> 'key' FROM jsonb_each(e.content -> 'assets') AS a WHERE a.value ? 'key') AS keys,
              ARRAY(SELECT a.value ->> 'hash' FROM jsonb_each(e.content -> 'assets') AS a WHERE a.value ? 'hash') AS hashes
         FROM edition AS e JOIN record AS r ON r.id = e.record_id JOIN call AS c ON c.id = r.call_id
        WHERE e.id > $1 AND e.created_at >= $2 ORDER BY e.id LIMIT $3`,
      [after, since, TEXTS_AT_ONCE],
    );
    for (const { seriesId, source, presented, keys, hashes } of rows) {
      for (const key of keys) search.found(key);
      for (const hash of hashes) search.foundHash(seriesId, hash);
      search.look(seriesId, source);
      search.look(seriesId, presented);
    }
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.id;
  }
}

/** Revisions that were kept since a moment, all without one. */
export async function findInRevisions(search: NameSearch, since = new Date(0)): Promise<void> {
  for (let after = FIRST_ID; !search.isOver;) {
    const { rows } = await databasePool().query<{ id: string; seriesId: string; text: Buffer }>(
      `SELECT r.id, d.series_id AS "seriesId", r.text FROM revision AS r JOIN deck AS d ON d.id = r.deck_id
        WHERE r.id > $1 AND r.created_at >= $2 ORDER BY r.id LIMIT $3`,
      [after, since, TEXTS_AT_ONCE],
    );
    for (const { seriesId, text } of rows) search.look(seriesId, text);
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.id;
  }
}

const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/** A row that is shorter than a name holds none. */
async function findInRows({ id, seriesId }: ListedDeck, search: NameSearch): Promise<void> {
  for (let after = '0'; !search.isOver;) {
    const { rows } = await databasePool().query<{ seq: string; data: Buffer }>(
      `SELECT seq, data FROM deck_update WHERE deck_id = $1 AND seq > $2 AND octet_length(data) > $3 ORDER BY seq LIMIT $4`,
      [id, after, search.shortest, ROWS_AT_ONCE],
    );
    for (const { data } of rows) search.look(seriesId, data);
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.seq;
  }
}
