import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { newDeck } from '#e2e/harness/database.ts';
import { chance } from '#e2e/harness/chance.ts';
import { openDatabase, type OpenDatabase } from '#server/database/open-database.ts';
import { readEnvironment } from '#server/environment.ts';
import { checkDeck } from './check-deck.ts';
import { ServerProcess } from './server-process.ts';
import { typeWord } from './typist.ts';
import { WireTypist } from './wire-typist.ts';

let folder: string;
let server: ServerProcess;
let own: OpenDatabase | null = null;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'plenum-embedded-kill-'));
  // This process starts Postgres, as Plenum does: it is the parent that dies.
  server = await ServerProcess.start({ embedded: true, env: { DATA_DIR: folder } });
});
afterAll(async () => {
  await server.end('SIGKILL');
  await own?.close();
  rmSync(folder, { recursive: true, force: true });
});

const postmaster = (): string =>
  readFileSync(path.join(folder, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0] ?? '';

describe('the embedded Postgres of a Plenum that is killed under typing', () => {
  it('lives on, is adopted by the next, and has everything that was promised', async () => {
    own = await openDatabase(readEnvironment({ DATA_DIR: folder }));
    const deckId = await newDeck('# Deck\n');
    const pid = postmaster();
    const pick = chance(20261126);
    const typist = new WireTypist('Ada', `ws://127.0.0.1:${server.port}/sync`, deckId);
    const check = () => checkDeck({ url: own?.url ?? '', deckId, began: ['# Deck'], ledgers: [typist.ledger] });
    await vi.waitUntil(() => typist.ready, { timeout: 20_000 });
    for (let kill = 0; kill < 3; kill += 1) {
      const before = typist.ledger.promised;
      const timer = setInterval(() => typeWord(typist, pick), 5);
      await vi.waitUntil(() => typist.ledger.promised > before + 10, { timeout: 20_000 });
      clearInterval(timer);
      await server.end('SIGKILL');
      expect(await check()).toEqual([]);
      await server.start();
      expect(postmaster()).toBe(pid);
      await vi.waitUntil(() => typist.settled, { timeout: 20_000 });
    }
    typist.close();
    expect(await check()).toEqual([]);
  });
});
