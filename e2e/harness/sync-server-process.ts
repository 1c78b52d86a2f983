import type { Bus } from '#server/bus/bus.ts';
import { ProcessBus } from '#server/bus/process-bus.ts';
import { RedisBus } from '#server/bus/redis-bus.ts';
import { closeOnSignal } from '#server/close-on-signal.ts';
import { closeDatabase, database } from '#server/database/client.ts';
import { openDatabase } from '#server/database/open-database.ts';
import { readEnvironment } from '#server/environment.ts';
import { PostgresStore } from '#server/store/postgres-store.ts';
import { chance } from './chance.ts';
import { dyingStore } from './dying-store.ts';
import { FaultyBus } from './faulty-bus.ts';
import { orderSchema, processOptionsSchema } from './sync-process-orders.ts';
import { startSyncServer, type Rights } from './sync-server.ts';

// A process of rooms and sockets alone, to be killed: DATABASE_URL, REDIS_URL and PORT come from the environment, what else a
// test wants from SYNC_OPTIONS, and its orders over the channel to the parent.
const options = processOptionsSchema.parse(JSON.parse(process.env['SYNC_OPTIONS'] ?? '{}'));
if (options.embedded) await openDatabase(readEnvironment(process.env));

const rights: Rights = Object.fromEntries(options.people.map((name) => [name, 'write']));
const bus = openBus();
const store = new PostgresStore(database);
const server = await startSyncServer({
  store: options.death === undefined ? store : dyingStore(store, options.death),
  bus,
  rights,
  port: Number(process.env['PORT'] ?? '0'),
  idleMs: options.idleMs,
  pollMs: options.pollMs,
});
process.stdout.write(`${server.address}\n`);
closeOnSignal(async () => {
  await server.close();
  await bus.close();
  await closeDatabase();
});
// Whoever started it is gone.
process.on('disconnect', () => process.exit(0));
process.on('message', obey);

function openBus(): Bus {
  const redisUrl = options.redisUrl ?? process.env['REDIS_URL'];
  const line = redisUrl === undefined ? new ProcessBus('killed') : new RedisBus(redisUrl, 'killed');
  return options.badLine === undefined ? line : new FaultyBus(line, chance(options.badLine));
}

function obey(message: unknown): void {
  const order = orderSchema.parse(message);
  switch (order.type) {
    case 'clock': {
      const { now } = Date;
      Date.now = () => now() + order.by;
      return;
    }
    case 'memory':
      return exhaust([]);
    case 'right':
      rights[order.name] = order.right;
      return bus.publish('access.changed', {});
  }
}

/** In small bites, so that it goes on serving while it gets slower and slower. */
function exhaust(held: unknown[]): void {
  held.push(Array.from({ length: 50_000 }, (_, index) => ({ index })));
  setTimeout(() => exhaust(held), 1);
}
