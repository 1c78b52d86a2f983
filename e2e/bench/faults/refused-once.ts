import type { Contender } from '#e2e/bench/sync/contender.ts';
import { DeckClient } from '#e2e/bench/sync/deck-client.ts';
import { refusingWrites } from './database-fault.ts';
import { outcomeOf, wordsFound, type FaultOutcome } from './fault-outcome.ts';

const UNLOADED_WITHIN_MS = 20_000;

/** F3: the database refuses a write, is well again, and the only writer leaves without typing once more. */
export async function refusedOnce(contender: Contender): Promise<FaultOutcome> {
  const [deck = ''] = await contender.store(1, null);
  const server = await contender.start();
  const client = await DeckClient.open({ dialect: contender.dialect, address: server.address, deck });
  const trouble = await refusingWrites(contender);
  client.text.insert(0, 'word ');
  await trouble.met(1);
  const promised = client.acknowledged > 0 ? ['word'] : [];
  await trouble.end();
  client.close();
  const left = await server.emptied(UNLOADED_WITHIN_MS);
  const found = await wordsFound(contender, server, deck);
  await server.kill();
  const note = left ? '' : 'never unloaded';
  return outcomeOf(
    { fault: 'F3: a write fails once, then the last client leaves', server: contender.name, note },
    { typed: ['word'], promised },
    found,
  );
}
