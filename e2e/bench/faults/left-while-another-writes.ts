import type { TestRedis } from '#e2e/harness/redis.ts';
import type { Contender } from '#e2e/bench/sync/contender.ts';
import { DeckClient } from '#e2e/bench/sync/deck-client.ts';
import { slowWrites } from './database-fault.ts';
import { outcomeOf, wordsFound, type FaultOutcome } from './fault-outcome.ts';

const SLOW_MS = 600;
const UNLOADED_WITHIN_MS = 20_000;

/** F7: two processes with Redis; while one of them writes, the last client of the other types and leaves. */
export async function leftWhileAnotherWrites(contender: Contender, redis: TestRedis): Promise<FaultOutcome> {
  const [deck = ''] = await contender.store(1, null);
  const env = { REDIS_URL: redis.url };
  const [one, other] = [await contender.start(env), await contender.start(env)];
  const { dialect } = contender;
  const ada = await DeckClient.open({ dialect, address: one.address, deck, person: 'Ada' });
  const bo = await DeckClient.open({ dialect, address: other.address, deck, person: 'Bo' });
  const trouble = await slowWrites(contender, SLOW_MS);
  ada.text.insert(0, 'first ');
  await trouble.met(1);
  await bo.until(() => bo.text.toString().includes('first'));
  const before = bo.acknowledged;
  bo.text.insert(bo.text.length, 'second ');
  await Promise.all([
    bo.until(() => bo.acknowledged > before),
    ada.until(() => ada.text.toString().includes('second') && ada.acknowledged > 0),
  ]);
  bo.close();
  const emptied = await other.emptied(UNLOADED_WITHIN_MS);
  ada.close();
  const allLeft = (await one.emptied(UNLOADED_WITHIN_MS)) && emptied;
  await trouble.end();
  await Promise.all([one.kill(), other.kill()]);
  const fresh = await contender.start();
  const found = await wordsFound(contender, fresh, deck);
  await fresh.kill();
  return outcomeOf(
    {
      fault: 'F7: two processes, the last client of one leaves while the other writes',
      server: contender.name,
      note: allLeft ? '' : 'never unloaded',
    },
    { typed: ['first', 'second'], promised: ['first', 'second'] },
    found,
  );
}
