import type { Contender } from '#e2e/bench/sync/contender.ts';
import { DeckClient } from '#e2e/bench/sync/deck-client.ts';
import { slowWrites } from './database-fault.ts';
import { outcomeOf, wordsFound, type FaultOutcome } from './fault-outcome.ts';

const SLOW_MS = 2_000;
const UNLOADED_WITHIN_MS = 20_000;

/** F4: the last client leaves, its write takes two seconds, and within them somebody opens the deck and leaves again. */
export async function backDuringSlowWrite(contender: Contender): Promise<FaultOutcome> {
  const { dialect, name } = contender;
  const [deck = ''] = await contender.store(1, null);
  const server = await contender.start();
  const trouble = await slowWrites(contender, SLOW_MS);
  const place = { dialect, address: server.address, deck } as const;
  const witness = await DeckClient.open({ ...place, person: 'Bo' });
  const client = await DeckClient.open(place);
  client.text.insert(0, 'word ');
  // This server never says that an edit is safe: what others read counts as promised, for all alike.
  await witness.until(() => witness.text.toString().includes('word'));
  client.close();
  witness.close();
  await trouble.met(1);
  const back = await DeckClient.open({ ...place, person: 'Cy' });
  const shown = back.text.toString().includes('word');
  back.text.insert(0, 'later ');
  back.close();
  await trouble.met(2);
  await server.emptied(UNLOADED_WITHIN_MS);
  await trouble.end();
  await server.kill();
  const fresh = await contender.start();
  const found = await wordsFound(contender, fresh, deck);
  await fresh.kill();
  const note = shown ? '' : 'whoever came back was shown an empty deck';
  return outcomeOf(
    { fault: 'F4: a write takes 2 s, and somebody is back before it ends', server: name, note },
    { typed: ['word', 'later'], promised: ['word'] },
    found,
  );
}
