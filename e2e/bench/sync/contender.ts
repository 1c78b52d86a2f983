import path from 'node:path';
import pg from 'pg';
import { emptyDatabase, testDatabase } from '#e2e/harness/database.ts';
import { createDeck } from '#server/decks/create-deck.ts';
import { freePort } from '#server/database/free-port.ts';
import { PostgresStore } from '#server/store/postgres-store.ts';
import type { DialectName } from './dialect.ts';
import { ServerUnderTest } from './server-under-test.ts';

/** A server that is compared, with a database of its own on the same Postgres. */
export interface Contender {
  readonly name: string;
  readonly dialect: DialectName;
  /** Address of its database. */
  readonly database: string;
  /** The table in which its edits become durable. */
  readonly table: string;
  /** Stores so many decks that hold this state, and answers how they are called. */
  store(decks: number, state: Uint8Array | null): Promise<readonly string[]>;
  start(env?: Readonly<Record<string, string>>): Promise<ServerUnderTest>;
  /** Drops the database. */
  close(): Promise<void>;
}

const PEERS = path.join(import.meta.dirname, '../peers');

/** Plenum: rooms, sockets and store, without Next. */
export async function openPlenum(): Promise<Contender> {
  const { prisma, url, close } = await testDatabase();
  const series = await prisma.series.create({ data: { slug: 'bench', name: 'Bench', timeZone: 'UTC' } });
  const store = new PostgresStore(() => prisma);
  const script = path.join(import.meta.dirname, 'plenum-server.ts');
  return {
    name: 'Plenum',
    dialect: 'plenum',
    database: url,
    table: 'deck_update',
    async store(decks, state) {
      const ids: string[] = [];
      while (ids.length < decks) {
        const content = { kind: 'template', seriesId: series.id, callId: null, text: '', personId: null } as const;
        const { deckId } = await prisma.$transaction((tx) => createDeck(tx, content));
        if (state !== null) await store.append([{ deckId, epoch: 1, rows: [{ data: state, personId: null }] }]);
        ids.push(deckId);
      }
      return ids;
    },
    start: (env = {}) => ServerUnderTest.start(script, { DATABASE_URL: url, ...env }),
    close,
  };
}

/** Hocuspocus with its database extension. */
export function openHocuspocus(): Promise<Contender> {
  return openPeer({
    name: '@hocuspocus/server 4.7.0',
    dialect: 'hocuspocus',
    script: 'hocuspocus-server.mjs',
    table: 'document',
    column: 'state',
  });
}

/** y-websocket's server: a row an update, or the whole state when the last client leaves. */
export function openYWebsocket(persistence: 'rows' | 'whole' = 'rows'): Promise<Contender> {
  return openPeer({
    name: `@y/websocket-server 0.1.1${persistence === 'rows' ? '' : ', whole state'}`,
    dialect: 'y-websocket',
    script: 'y-websocket-server.mjs',
    ...(persistence === 'rows' ? { table: 'document_update', column: 'data' } : { table: 'document', column: 'state' }),
    env: { PERSISTENCE: persistence },
  });
}

interface Peer {
  readonly name: string;
  readonly dialect: DialectName;
  readonly script: string;
  readonly table: string;
  readonly column: string;
  readonly env?: Readonly<Record<string, string>>;
}

async function openPeer({ name, dialect, script, table, column, env: own = {} }: Peer): Promise<Contender> {
  const { url, close } = await emptyDatabase();
  const start: Contender['start'] = async (env = {}) =>
    ServerUnderTest.start(path.join(PEERS, script), {
      DATABASE_URL: url,
      PORT: String(await freePort()),
      ...own,
      ...env,
    });
  // Its first start makes its tables.
  await (await start()).kill();
  let stored = 0;
  return {
    name,
    dialect,
    database: url,
    table,
    async store(decks, state) {
      const names = Array.from(
        { length: decks },
        () => `00000000-0000-7000-8000-${String(stored++).padStart(12, '0')}`,
      );
      if (state !== null) await insert(url, `INSERT INTO ${table} (name, ${column}) VALUES ($1, $2)`, names, state);
      return names;
    },
    start,
    close,
  };
}

async function insert(url: string, sql: string, names: readonly string[], state: Uint8Array): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const name of names) await client.query(sql, [name, Buffer.from(state)]);
  await client.end();
}
