import { Database } from '@hocuspocus/extension-database';
import { Redis } from '@hocuspocus/extension-redis';
import { Server } from '@hocuspocus/server';
import pg from 'pg';
import { answerBench, noteDurable } from './bench-report.mjs';

// Hocuspocus with its own database extension on Postgres, and with its own defaults: 2 s after an edit, 10 s at most.
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 20 });
await pool.query('CREATE TABLE IF NOT EXISTS document (name text PRIMARY KEY, state bytea NOT NULL)');

const extensions = [
  new Database({
    async fetch({ documentName }) {
      const { rows } = await pool.query('SELECT state FROM document WHERE name = $1', [documentName]);
      return rows[0]?.state ?? null;
    },
    async store({ documentName, state }) {
      await pool.query(
        'INSERT INTO document (name, state) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET state = excluded.state',
        [documentName, state],
      );
      noteDurable(state);
    },
  }),
];
if (process.env.REDIS_URL) {
  const { hostname, port } = new URL(process.env.REDIS_URL);
  extensions.push(new Redis({ host: hostname, port: Number(port) }));
}

// It listens on any free port only by way of its Node server: 0 would be taken for its default.
const server = new Server({ port: Number(process.env.PORT), address: '127.0.0.1', quiet: true, extensions });
await server.listen();
answerBench(`ws://127.0.0.1:${process.env.PORT}`, () => server.hocuspocus.getDocumentsCount());
