import { expect } from 'vitest';
import { typeWord } from './typist.ts';
import { WireTypist } from './wire-typist.ts';
import { lasting, type Schedule } from './schedule.ts';

/** What goes wrong between the clients and their servers. */
export const networkSchedules: readonly Schedule[] = [
  {
    name: 'F10 the network is cut, and comes back',
    on: [1, 3],
    async happen(run, size) {
      await run.promises(2);
      // A page finds out by itself after 30 s without a frame, the server by its heartbeat: only the long run waits for them.
      for (const { network } of run.seats.slice(0, 3)) network.hold();
      await lasting(size, { short: 1, long: 61 });
      for (const { network } of run.seats.slice(0, 3)) network.release();
      await run.promises(2);
    },
  },
  {
    name: 'F10 somebody only deletes while away, and comes back',
    on: [1, 3],
    async happen(run) {
      await run.promises(20);
      const seat = run.seats[3];
      if (seat === undefined) return;
      const { network, typist } = seat;
      network.hold();
      network.cut();
      run.rest();
      for (const word of ownWords(typist)) {
        const at = typist.text.toString().indexOf(`${word}\n`);
        typist.text.delete(at, word.length + 1);
        typist.ledger.erased(word);
      }
      run.goOn();
      await run.promises(3, run.seats.slice(0, 3));
      network.release();
      network.cut();
    },
  },
  {
    name: 'F11 connections are half open',
    on: [1, 3],
    async happen(run) {
      for (let round = 0; round < 3; round += 1) {
        await run.promises(2);
        for (const { network } of run.seats) if (run.pick(2) === 0) network.halfOpen();
        await run.words(40);
      }
    },
  },
  {
    name: 'F12 clients close in mid-message',
    on: [1, 3],
    async happen(run) {
      for (let round = 0; round < 6; round += 1) {
        await run.promises(1);
        for (const { network } of run.seats) network.tearAfter(1 + run.pick(200));
        await run.words(30);
      }
    },
  },
  {
    name: 'F4 everybody reconnects again and again',
    on: [1, 3],
    async happen(run) {
      for (let round = 0; round < 20; round += 1) {
        await run.words(8);
        const seat = run.seats[run.pick(run.seats.length)];
        if (run.pick(2) === 0) seat?.typist.reconnect();
        else seat?.network.cut();
      }
    },
  },
  {
    name: 'F7 the last client leaves a process while others write',
    on: [3],
    options: { idleMs: 20 },
    async happen(run) {
      for (let round = 0; round < 4; round += 1) {
        await run.promises(1);
        const from = run.anyServer();
        const to = run.servers.filter((server) => server !== from);
        for (const seat of run.seats.filter(({ network }) => network.target === from.port)) {
          const next = to[run.pick(to.length)];
          if (next !== undefined) run.move(seat, next);
        }
        await run.words(20);
      }
    },
  },
  {
    name: 'F20 two tabs of one person, one is closed in the middle',
    on: [1, 3],
    async happen(run) {
      const address = `ws://127.0.0.1:${run.seats[2]?.network.port ?? 0}/sync`;
      const other = new WireTypist('Ada', address, run.deckId);
      await run.until(() => other.ready);
      await run.promises(3);
      other.close();
      await run.promises(2);
    },
  },
  {
    name: 'F20 a tab that may only read types all the same',
    on: [1, 3],
    async happen(run) {
      const [seat] = run.seats;
      const name = 'Ray';
      for (const server of run.servers) server.tell({ type: 'right', name, right: 'read' });
      const reader = new WireTypist(name, `ws://127.0.0.1:${seat?.network.port ?? 0}/sync`, run.deckId);
      await run.until(() => reader.ready);
      // Nobody else knows these words: the checker names every one that gets into the deck.
      for (let word = 0; word < 5; word += 1) {
        typeWord(reader, run.pick, false);
        await run.promises(1);
      }
      expect([reader.ledger.promised, reader.refusal]).toEqual([0, null]);
      reader.close();
    },
  },
];

function ownWords({
  text,
  ledger,
}: {
  readonly text: { toString(): string };
  readonly ledger: { readonly name: string };
}) {
  return text
    .toString()
    .split('\n')
    .filter((line) => line.startsWith(`${ledger.name}.`));
}
