import { createServer } from 'node:http';
import { docs, setPersistence, setupWSConnection } from '@y/websocket-server/utils';
import pg from 'pg';
import WebSocket from 'ws';
import * as Y from 'yjs';
import { answerBench, noteDurable } from './bench-report.mjs';

// The server of @y/websocket-server, with its persistence hook on Postgres: a row an update, as its own y-leveldb does,
// or the whole state when the last client leaves.
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 20 });
await pool.query(
  `CREATE TABLE IF NOT EXISTS document_update (id bigserial PRIMARY KEY, name text NOT NULL, data bytea NOT NULL);
   CREATE INDEX IF NOT EXISTS document_update_name ON document_update (name, id);
   CREATE TABLE IF NOT EXISTS document (name text PRIMARY KEY, state bytea NOT NULL)`,
);

async function insert(name, update) {
  await pool.query('INSERT INTO document_update (name, data) VALUES ($1, $2)', [name, Buffer.from(update)]);
  noteDurable(Buffer.from(update));
}

const rowAnUpdate = {
  async bindState(name, doc) {
    const { rows } = await pool.query('SELECT data FROM document_update WHERE name = $1 ORDER BY id', [name]);
    // Nobody waits for this: what came meanwhile is stored now, as y-leveldb's does.
    const early = Y.encodeStateAsUpdate(doc);
    if (early.length > 2) void insert(name, early);
    doc.transact(() => rows.forEach(({ data }) => Y.applyUpdate(doc, data)), 'load');
    doc.on('update', (update, origin) => origin !== 'load' && void insert(name, update));
  },
  async writeState() {},
};

const wholeState = {
  async bindState(name, doc) {
    const { rows } = await pool.query('SELECT state FROM document WHERE name = $1', [name]);
    if (rows[0] !== undefined) Y.applyUpdate(doc, rows[0].state);
  },
  async writeState(name, doc) {
    await pool.query(
      'INSERT INTO document (name, state) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET state = excluded.state',
      [name, Buffer.from(Y.encodeStateAsUpdate(doc))],
    );
  },
};

setPersistence(process.env.PERSISTENCE === 'whole' ? wholeState : rowAnUpdate);

// From here on as in its own src/server.js.
const sockets = new WebSocket.Server({ noServer: true });
sockets.on('connection', setupWSConnection);
const server = createServer();
server.on('upgrade', (request, socket, head) =>
  sockets.handleUpgrade(request, socket, head, (client) => sockets.emit('connection', client, request)),
);
server.listen(Number(process.env.PORT), '127.0.0.1', () =>
  answerBench(`ws://127.0.0.1:${process.env.PORT}`, () => docs.size),
);
