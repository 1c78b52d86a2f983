import { ProcessBus } from '#server/bus/process-bus.ts';
import { RedisBus } from '#server/bus/redis-bus.ts';
import { closeOnSignal } from '#server/close-on-signal.ts';
import { closeDatabase, database } from '#server/database/client.ts';
import { PostgresStore } from '#server/store/postgres-store.ts';
import { startSyncServer } from './sync-server.ts';

// A process of rooms and sockets alone, to be killed: DATABASE_URL, REDIS_URL and PORT come from the environment.
const redis = process.env['REDIS_URL'];
const bus = redis === undefined ? new ProcessBus('killed') : new RedisBus(redis, 'killed');
const server = await startSyncServer({
  store: new PostgresStore(database),
  bus,
  rights: { Ada: 'write', Bo: 'write', Cy: 'write', Dee: 'write' },
  port: Number(process.env['PORT'] ?? '0'),
});
process.stdout.write(`${server.address}\n`);
closeOnSignal(async () => {
  await server.close();
  await bus.close();
  await closeDatabase();
});
