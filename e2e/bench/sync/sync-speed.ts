import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deckText } from '#e2e/bench/stage/deck-text.ts';
import { prepareTemplate } from '#e2e/harness/database.ts';
import { openEmbeddedCluster } from '#server/database/embedded-cluster.ts';
import { measureColdOpen, type ColdOpen } from './cold-open.ts';
import { openHocuspocus, openPlenum, openYWebsocket, type Contender } from './contender.ts';
import { readTrace, type EditingTrace } from './editing-trace.ts';
import { measureIdle, type IdleMemory } from './idle-memory.ts';
import { firstState } from './keystrokes.ts';
import { shareOf } from './share.ts';
import { goalsTable, speedTable } from './speed-table.ts';
import { measureTyping, type Crowd, type TypingSpeed } from './typing-load.ts';

const ONE_DECK: Crowd = { decks: 1, typingEach: 50, readingEach: 500 };
const MANY_DECKS: Crowd = { decks: shareOf(200), typingEach: 5, readingEach: 0 };
const SLIDES = 20;

/** Everything about one server. */
export interface SyncSpeed {
  readonly name: string;
  readonly one: TypingSpeed;
  readonly many: TypingSpeed;
  /** Null where the trace is not. */
  readonly cold: ColdOpen | null;
  readonly idle: IdleMemory;
}

/** Plenum beside other Yjs servers: each alone in a process of its own, on one Postgres, under the same load processes. */
export async function measureSync(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'plenum-bench-'));
  const cluster = await openEmbeddedCluster(folder);
  await prepareTemplate(cluster.url);
  const trace = readTrace();
  if (trace === null)
    say('No editing trace: set PLENUM_SHARED to the folder that holds traces/. Its rows are left out.');
  const speeds: SyncSpeed[] = [];
  for (const open of [openPlenum, openHocuspocus, () => openYWebsocket()]) {
    const contender = await open();
    speeds.push(await measureContender(contender, trace));
    await contender.close();
  }
  await cluster.close();
  rmSync(folder, { recursive: true, force: true });
  say('Each server alone; the last column is Plenum beside the best peer, where 1 is as good and less is better');
  console.table(speedTable(speeds));
  say('Goals');
  console.table(goalsTable(speeds));
}

async function measureContender(contender: Contender, trace: EditingTrace | null): Promise<SyncSpeed> {
  const state = firstState(deckText(SLIDES));
  const { name } = contender;
  say(name);
  const step = async <T>(what: string, work: Promise<T>): Promise<T> => {
    const began = performance.now();
    const result = await work;
    process.stdout.write(`  ${what}: ${Math.round((performance.now() - began) / 1000)} s\n`);
    return result;
  };
  return {
    name,
    one: await step('one deck', measureTyping(contender, ONE_DECK, state)),
    many: await step('many decks', measureTyping(contender, MANY_DECKS, state)),
    cold: trace === null ? null : await step('a long history', measureColdOpen(contender, trace)),
    idle: await step('idle connections', measureIdle(contender, state)),
  };
}

function say(text: string): void {
  process.stdout.write(`\n${text}\n`);
}
