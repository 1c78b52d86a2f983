import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { summary } from '#e2e/bench/stage/quantiles.ts';
import { chance } from '#e2e/harness/chance.ts';
import { newDeck, prepareTemplate, testDatabase } from '#e2e/harness/database.ts';
import { harbourCall } from '#e2e/harness/harbour.ts';
import { textChanges } from '#lib/deck/edit-text.ts';
import { diffText } from '#lib/history/text-diff.ts';
import { bus, closeBus } from '#server/bus/open-bus.ts';
import { openEmbeddedCluster } from '#server/database/embedded-cluster.ts';
import { makeChange } from '#server/history/change-deck.ts';
import { historyPage } from '#server/history/history-page.ts';
import { readMoment } from '#server/history/read-moment.ts';
import { openTrace } from '#server/history/traces.ts';
import { EDITS, typeLongDeck, type LongDeck } from './long-deck.ts';
import { storedBytes, type StoredBytes } from './stored-bytes.ts';
import { unrelatedTexts } from '#e2e/harness/unrelated-texts.ts';

const TIMES = 20;

/** Prints how long history takes on a deck with 60,000 edits by twelve people, and what it takes to store. */
export async function measureHistory(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'plenum-bench-'));
  const cluster = await openEmbeddedCluster(folder);
  await prepareTemplate(cluster.url);
  const db = await testDatabase();
  // Nobody has the deck open: the rooms of a running Plenum say so at once.
  bus().subscribe('deck.flush', (asked) => bus().publish('deck.flushed', asked));
  const call = await harbourCall(db);
  const long = await typeLongDeck(call.deckId);
  const others = await Promise.all(Array.from({ length: 13 }, () => newDeck('# Another\n')));
  const before = await storedBytes(call.deckId);
  await printTimes(call, long, others);
  printBytes(before, await storedBytes(call.deckId, { aged: true }), long);
  await closeBus();
  await db.close();
  await cluster.close();
  rmSync(folder, { recursive: true, force: true });
}

type HarbourCall = Awaited<ReturnType<typeof harbourCall>>;

async function printTimes(call: HarbourCall, { people }: LongDeck, others: readonly string[]): Promise<void> {
  const { ada, slug, date, deckId } = call;
  const random = chance(7);
  // What was opened before is forgotten when a dozen other histories were opened since.
  const forget = () => Promise.all(others.map((other) => openTrace(other, { from: Infinity })));
  const open = () => historyPage(ada, slug, date);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const rows: (readonly [string, readonly number[]])[] = [
    ['history opened, nothing of it in memory', await timed(open, forget)],
    ['history opened again', await timed(open)],
    [
      'a moment beside now, and the difference of their texts',
      await timed(async () => {
        const { text, againstText } = await readMoment(ada, deckId, 1 + random(EDITS - 1), null);
        diffText(text, againstText);
      }),
    ],
    [
      'a section restored',
      await timed(() =>
        makeChange(ada, deckId, { type: 'restore', at: EDITS - 1 - random(20_000), part: { section: 2 + random(25) } }),
      ),
    ],
    [
      'all by one of twelve undone, since any moment',
      await timed(() =>
        makeChange(ada, deckId, {
          type: 'undo',
          personId: people[random(people.length)] ?? '',
          since: 2 + random(EDITS - 2),
        }),
      ),
    ],
  ];
  delay.disable();
  const hostile = unrelatedTexts().flatMap(([one, other]) => [one, other].map(() => blockedBy(one, other)));
  process.stdout.write('\n| | median, ms | p95, ms |\n| --- | --- | --- |\n');
  for (const [what, times] of rows) {
    const { median, p95 } = summary(times);
    process.stdout.write(`| ${what} | ${median} | ${p95} |\n`);
  }
  process.stdout.write(`\nLongest comparison of two unrelated texts of 100 kB: ${Math.max(...hostile)} ms\n`);
  process.stdout.write(`Longest time without a turn of the event loop: ${Math.round(delay.max / 1e6)} ms\n`);
}

/** Milliseconds that the change of one text into another takes to find, at once. */
function blockedBy(one: string, other: string): number {
  const began = performance.now();
  textChanges(one, other);
  return Math.round(performance.now() - began);
}

async function timed(work: () => Promise<unknown>, prepare: () => Promise<unknown> = () => Promise.resolve()) {
  const times: number[] = [];
  for (let time = 0; time < TIMES; time += 1) {
    await prepare();
    const began = performance.now();
    await work();
    times.push(performance.now() - began);
  }
  return times;
}

function printBytes(young: StoredBytes, old: StoredBytes, { texts, state }: LongDeck): void {
  const perTenThousand = (bytes: number): string => `${Math.round((bytes / EDITS) * 10)} kB`;
  process.stdout.write('\n| stored for 10,000 edits | |\n| --- | --- |\n');
  for (const [what, bytes] of [
    ['Plenum, for 30 days: the log, letter by letter', young.log],
    ['Plenum, for 30 days: snapshots, thinned', young.snapshots],
    [
      'Plenum, after 30 days: last snapshots, and the revisions that were kept',
      old.log + old.snapshots + old.revisions,
    ],
    ['a whole text every five minutes of editing (HedgeDoc’s way)', texts],
    ['the whole state, overwritten (Hocuspocus’ way: no history)', state],
  ] as const)
    process.stdout.write(`| ${what} | ${perTenThousand(bytes)} |\n`);
}
