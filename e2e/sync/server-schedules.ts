import { expect } from 'vitest';
import type { Death } from '#e2e/harness/dying-store.ts';
import { lasting, type Schedule } from './schedule.ts';

/** What goes wrong with the servers themselves. */
export const serverSchedules: readonly Schedule[] = [
  {
    name: 'F1 a server is killed at random moments',
    on: [1, 3],
    async happen(run, size) {
      for (let kill = 0; kill < (size === 'long' ? 5 : 2); kill += 1) {
        await run.promises(2);
        await run.words(run.pick(40));
        const server = run.anyServer();
        await server.end('SIGKILL');
        expect(await run.checkPromises()).toEqual([]);
        await server.start();
      }
    },
  },
  ...(['before', 'during', 'after'] as const).map((when) => dies({ step: 'append', when, call: 4 })),
  ...(['before', 'during', 'after'] as const).map((when) => dies({ step: 'snapshot', when, call: 1 })),
  {
    name: 'F5 a process stands still and goes on',
    on: [3],
    async happen(run, size) {
      await run.promises(2);
      const server = run.anyServer();
      const elsewhere = run.seats.filter(({ network }) => network.target !== server.port);
      server.signal('SIGSTOP');
      await run.promises(5, elsewhere);
      await lasting(size, { short: 1, long: 20 });
      server.signal('SIGCONT');
      await run.words(50);
    },
  },
  {
    name: 'F14 every server is restarted in turn',
    on: [1, 3],
    async happen(run) {
      for (const server of run.servers) {
        await run.promises(2);
        await server.end('SIGTERM');
        expect(await run.checkPromises()).toEqual([]);
        await server.start();
      }
      await run.promises(2);
    },
  },
  {
    name: 'F14 a process is gone for good, its people go elsewhere',
    on: [3],
    async happen(run) {
      await run.promises(2);
      const gone = run.anyServer();
      await gone.end('SIGKILL');
      const others = run.servers.filter(({ running }) => running);
      for (const seat of run.seats.filter(({ network }) => network.target === gone.port)) {
        const next = others[run.pick(others.length)];
        if (next !== undefined) run.move(seat, next);
      }
      expect(await run.checkPromises()).toEqual([]);
      await run.promises(3);
    },
  },
  {
    name: 'F14 a process runs out of memory, the others go on',
    on: [3],
    options: { heapMb: 160 },
    async happen(run) {
      await run.promises(2);
      const server = run.anyServer();
      server.tell({ type: 'memory' });
      await server.gone();
      expect(await run.checkPromises()).toEqual([]);
      await run.promises(
        2,
        run.seats.filter(({ network }) => network.target !== server.port),
      );
      await server.start();
      await run.promises(2);
    },
  },
  {
    name: 'F15 write access is revoked in mid-typing, and given back',
    on: [1, 3],
    async happen(run) {
      await run.promises(2);
      const [seat] = run.seats;
      if (seat === undefined) return;
      const { ledger } = seat.typist;
      for (const server of run.servers) server.tell({ type: 'right', name: ledger.name, right: 'read' });
      // A page that is told no shows its text to be copied; it is not let in again by itself.
      await run.until(() => seat.typist.refusal !== null);
      for (const server of run.servers) server.tell({ type: 'right', name: ledger.name, right: 'write' });
      await run.promises(3, run.seats.slice(1));
    },
  },
  {
    name: 'F16 the clocks of the processes jump',
    on: [1, 3],
    async happen(run) {
      for (const hours of [26, -50, 3]) {
        await run.promises(2);
        run.anyServer().tell({ type: 'clock', by: hours * 3_600_000 });
        await run.words(30);
      }
      await run.promises(2);
    },
  },
];

/** A process that kills itself at one exact moment: a signal from outside seldom hits it. */
function dies(death: Death): Schedule {
  // A snapshot follows when 500 rows have come, or when nobody is there any more.
  return {
    name: `${death.step === 'append' ? 'F1' : 'F8'} a server dies ${death.when} ${death.step === 'append' ? 'a commit' : 'a snapshot'}`,
    on: [1, 3],
    options: { idleMs: 50 },
    async happen(run) {
      await run.promises(2);
      const server = run.anyServer();
      await server.end('SIGKILL');
      await server.start({ death });
      if (death.step === 'snapshot') {
        // Everybody leaves this server, and it cleans up.
        await run.promises(1);
        run.rest();
        for (const { network } of run.seats) if (network.target === server.port) network.hold();
        for (const { network } of run.seats) if (network.target === server.port) network.cut();
      }
      await server.gone();
      for (const { network } of run.seats) network.release();
      expect(await run.checkPromises()).toEqual([]);
      await server.start();
      await run.promises(2);
    },
  };
}
