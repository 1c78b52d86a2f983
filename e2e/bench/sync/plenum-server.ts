import { ProcessBus } from '#server/bus/process-bus.ts';
import { RedisBus } from '#server/bus/redis-bus.ts';
import { database } from '#server/database/client.ts';
import { PostgresStore } from '#server/store/postgres-store.ts';
import { startSyncServer, type Rights } from '#e2e/harness/sync-server.ts';
import { answerBench } from '#e2e/bench/peers/bench-report.mjs';

// Plenum's rooms and sockets in a process of their own, as the peers are: no accounts, no Next. Whoever is called r… may
// only read.
const byName: Rights = new Proxy<Rights>(
  {},
  { get: (_all, name) => (String(name).startsWith('r') ? 'read' : 'write') },
);
// What one connection may send is held back on purpose: how fast the server is shows only without.
const enough = { perSecond: Number.MAX_SAFE_INTEGER, burst: Number.MAX_SAFE_INTEGER };
const unpaced = (process.env['BENCH_UNPACED'] ?? '') !== '';
const redis = process.env['REDIS_URL'] ?? '';
const bus = redis === '' ? new ProcessBus('bench') : new RedisBus(redis, 'bench');
if (bus instanceof RedisBus) await bus.listening();
const { address, rooms } = await startSyncServer({
  store: new PostgresStore(database),
  bus,
  rights: byName,
  idleMs: 200,
  ...(unpaced ? { pace: { frames: enough, bytes: enough } } : {}),
});
answerBench(address, () => rooms.size);
