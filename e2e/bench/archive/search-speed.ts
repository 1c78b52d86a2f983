import { summary } from '#e2e/bench/stage/quantiles.ts';
import { seededRandom } from '#e2e/bench/stage/seeded-random.ts';
import { searchFormSchema } from '#lib/search/search-form.ts';
import { foldedWords } from '#lib/search/search-words.ts';
import { STRANGER } from '#lib/visitor.ts';
import { databasePool } from '#server/database/client.ts';
import { search } from '#server/search/search.ts';

import { SEARCH_KINDS } from './search-kinds.ts';
import type { SearchKind } from './search-kinds.ts';
import { naiveSearch, rankAll } from './search-peers.ts';
import { zipfWords, type ZipfWords } from './zipf-words.ts';

const TIMES = 40;
/** The peers take seconds. */
const PEER_TIMES = 3;
const CLIENTS = [1, 8];

/** Prints how long ten kinds of queries take by one and by eight clients, all of it but HTTP; and what simpler ways take. */
export async function measureSearch(records: number): Promise<void> {
  const known = zipfWords(seededRandom(7));
  await knowWords(known);
  const rows: Record<string, Record<string, number>> = {};
  const all: Record<number, number[]> = {};
  for (const kind of SEARCH_KINDS) {
    const row: Record<string, number> = {};
    for (const clients of CLIENTS) {
      const times = await askedBy(clients, queriesOf(kind, known));
      if (kind.worst !== true) (all[clients] ??= []).push(...times);
      const { median, p95 } = summary(times);
      row[`p50, ${clients}`] = median;
      row[`p95, ${clients}`] = p95;
    }
    rows[kind.name] = row;
  }
  rows['the ten of them'] = Object.fromEntries(
    CLIENTS.flatMap((clients) => {
      const { median, p95 } = summary(all[clients] ?? []);
      return [
        [`p50, ${clients}`, median],
        [`p95, ${clients}`, p95],
      ];
    }),
  );
  process.stdout.write(`\nSearch in ${records} records: milliseconds, by one and by eight clients\n`);
  console.table(rows);
  await printPeers(known.words);
}

/** What the job would read in an hour or two: the words that typing errors are corrected to. */
async function knowWords({ words }: ZipfWords): Promise<void> {
  const folded = [...new Set(words.map(foldedWords))].filter((word) => word.length >= 4);
  const slides = folded.map((_word, rank) => Math.ceil(100_000 / (rank + 3)));
  await databasePool().query(
    'INSERT INTO search_word (word, slides) SELECT * FROM unnest($1::text[], $2::int[]) ON CONFLICT DO NOTHING',
    [folded, slides],
  );
}

function queriesOf({ ask, ranks: [from, to] }: SearchKind, known: ZipfWords) {
  const random = seededRandom(11);
  // A first one for each connection does not count.
  return Array.from({ length: TIMES }, () => ask(known.words[from + Math.floor(random() * (to - from))] ?? '', known));
}

/** Milliseconds of each query, asked by so many clients that each wait for their answer. */
async function askedBy(
  clients: number,
  queries: readonly Readonly<Record<string, string>>[],
): Promise<readonly number[]> {
  const times: number[] = [];
  await Promise.all(Array.from({ length: clients }, () => search(STRANGER, searchFormSchema.parse({ q: 'warm' }))));
  let next = 0;
  const client = async (): Promise<void> => {
    for (let query = queries[next++]; query !== undefined; query = queries[next++]) {
      const began = performance.now();
      await search(STRANGER, searchFormSchema.parse(query));
      times.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return times;
}

async function printPeers(words: readonly string[]): Promise<void> {
  const rows: Record<string, Record<string, number>> = {};
  const asked = [
    ['a common word', words[20] ?? ''],
    ['a word of every tenth record', words[1_000] ?? ''],
    ['a rare word', words[20_000] ?? ''],
  ] as const;
  for (const [name, word] of asked) {
    const row: Record<string, number> = {};
    for (const [peer, ask] of [
      ['ILIKE', naiveSearch],
      ['tsvector, all ranked', rankAll],
    ] as const) {
      const times: number[] = [];
      for (let time = 0; time < PEER_TIMES; time += 1) {
        const began = performance.now();
        await ask(word);
        times.push(performance.now() - began);
      }
      row[peer] = summary(times).median;
    }
    rows[name] = row;
  }
  process.stdout.write(`\nSimpler ways, one client, median of ${PEER_TIMES}\n`);
  console.table(rows);
}
