import type { RedisAtWill } from '#e2e/harness/redis-at-will.ts';
import type { Schedule } from './schedule.ts';

/** What goes wrong between the processes. Redis is there when a schedule happens, not yet when it is listed. */
export function redisSchedules(redis: () => RedisAtWill): readonly Schedule[] {
  return [
    {
      name: 'F6 Redis is killed, and comes back',
      on: [3],
      async happen(run) {
        await run.promises(2);
        await redis().kill();
        try {
          await run.promises(3);
        } finally {
          await redis().restart();
        }
        await run.promises(3);
      },
    },
    {
      name: 'F6 Redis is killed and stays away',
      on: [3],
      async happen(run) {
        await run.promises(2);
        await redis().kill();
        try {
          await run.promises(3);
          run.rest();
          const texts = (): Set<string> => new Set(run.typists.map(({ text }) => text.toString()));
          await run.until(() => texts().size === 1);
        } finally {
          await redis().restart();
        }
      },
    },
    {
      name: 'F6 Redis is flushed',
      on: [3],
      async happen(run) {
        for (let round = 0; round < 3; round += 1) {
          await run.promises(1);
          await redis().flush();
        }
      },
    },
    {
      name: 'F6 rings are lost, come twice and in another order',
      on: [3],
      options: { badLine: 6 },
      happen: (run) => run.promises(10),
    },
    {
      name: 'F6 rings are bad while a server is killed',
      on: [3],
      options: { badLine: 7 },
      async happen(run) {
        await run.promises(3);
        const server = run.anyServer();
        await server.end('SIGKILL');
        await server.start();
        await run.promises(3);
      },
    },
  ];
}
