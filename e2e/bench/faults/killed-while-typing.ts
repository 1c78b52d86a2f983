import { chance } from '#e2e/harness/chance.ts';
import type { Contender } from '#e2e/bench/sync/contender.ts';
import { DeckClient } from '#e2e/bench/sync/deck-client.ts';
import { outcomeOf, wordsFound, type FaultOutcome } from './fault-outcome.ts';

const KILLS = 3;
const KEY_MS = 100;
const SHORTEST_MS = 4_000;
const LONGEST_MS = 15_000;

/** F1: somebody types, and the server is killed in the middle. */
export async function killedWhileTyping(contender: Contender, seed: number): Promise<FaultOutcome> {
  const pick = chance(seed);
  const outcomes: FaultOutcome[] = [];
  for (let kill = 0; kill < KILLS; kill += 1)
    outcomes.push(await killOnce(contender, SHORTEST_MS + pick(LONGEST_MS - SHORTEST_MS)));
  const sum = (of: (outcome: FaultOutcome) => number): number => outcomes.reduce((all, one) => all + of(one), 0);
  return {
    fault: 'F1: kill -9 while somebody types 10 words a second',
    server: contender.name,
    typed: sum(({ typed }) => typed),
    promised: sum(({ promised }) => promised),
    found: sum(({ found }) => found),
    lost: sum(({ lost }) => lost),
    note: `${KILLS} kills, seed ${seed}`,
  };
}

async function killOnce(contender: Contender, afterMs: number): Promise<FaultOutcome> {
  const [deck = ''] = await contender.store(1, null);
  const server = await contender.start();
  const client = await DeckClient.open({ dialect: contender.dialect, address: server.address, deck });
  const words: string[] = [];
  const typing = setInterval(() => {
    words.push(`w${words.length}`);
    client.text.insert(client.text.length, `${words.at(-1)} `);
  }, KEY_MS);
  await new Promise((resolve) => setTimeout(resolve, afterMs));
  clearInterval(typing);
  await server.kill();
  const promised = words.slice(0, client.acknowledged);
  client.close();
  const next = await contender.start();
  const found = await wordsFound(contender, next, deck);
  await next.kill();
  return outcomeOf({ fault: 'F1', server: contender.name, note: '' }, { typed: words, promised }, found);
}
