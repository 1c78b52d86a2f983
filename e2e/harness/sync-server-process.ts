import { ProcessBus } from '#server/bus/process-bus.ts';
import { database } from '#server/database/client.ts';
import { PostgresStore } from '#server/store/postgres-store.ts';
import { startSyncServer } from './sync-server.ts';

// A process of rooms and sockets alone, to be killed: DATABASE_URL and PORT come from the environment.
const server = await startSyncServer({
  store: new PostgresStore(database),
  bus: new ProcessBus('killed'),
  rights: { Ada: 'write', Bo: 'write' },
  port: Number(process.env['PORT'] ?? '0'),
});
process.stdout.write(`${server.address}\n`);
process.once('SIGTERM', () => void server.close().then(() => process.exit(0)));
