import { expect } from '@playwright/test';
import { CLOSE } from '#lib/sync/close-codes.ts';
import { readDeck } from '#server/decks/read-deck.ts';
import { callAction, isDone } from './call-action.ts';
import { DeckSocket } from './deck-socket.ts';
import { test } from './house.ts';
import { deckIdOf } from './send-message.ts';
import { takenAway, type Left } from './taken-away.ts';
import { SECRET } from './world.ts';

// A second, and some more for a machine that runs two of everything. Without a ring nobody is asked again for much longer.
const AT_ONCE_MS = 2_500;

async function opened(url: string, deckId: string, cookie: string): Promise<DeckSocket> {
  const socket = new DeckSocket(url, deckId, cookie);
  expect(await socket.open(), `at ${url}`).toBe(true);
  return socket;
}

/** What the holder of these cookies may do with the deck now. */
async function leftOf(url: string, deckId: string, cookie: string): Promise<Left> {
  const socket = new DeckSocket(url, deckId, cookie);
  try {
    if (!(await socket.open())) return 'nothing';
    socket.write('(back)');
    return (await socket.saved(1)) ? 'writing' : 'reading';
  } finally {
    socket.close();
  }
}

for (const row of takenAway) {
  const deck = row.deck ?? 'planned';
  test(`when ${row.what}, their socket is closed with ${row.code} at every process: what is left is ${row.left}`, async ({
    house,
  }) => {
    const [here, there] = [house.url, await house.otherUrl()];
    const world = await house.freshWorld(row.openness ?? 'closed');
    const deckId = deckIdOf(world, deck);
    const victim = await row.victim(world);
    const sockets = [await opened(here, deckId, victim.cookie), await opened(there, deckId, victim.cookie)];
    const host = await opened(there, deckId, await world.cookie('host'));
    const start = performance.now();
    await row.take(world, victim, here);
    for (const socket of sockets) await socket.until(() => socket.closedWith !== null);
    expect(sockets.map(({ closedWith }) => closedWith)).toEqual([row.code, row.code]);
    expect(performance.now() - start).toBeLessThan(AT_ONCE_MS);
    for (const socket of sockets) socket.write('(after)');
    expect(await leftOf(there, deckId, victim.cookie)).toBe(row.left);
    if (row.everybody === true) {
      await host.until(() => host.closedWith !== null);
      expect(host.closedWith).toBe(row.code);
    }
    // Else the host writes on, and is not closed out with them.
    host.write('(host)');
    expect(await host.saved(1)).toBe(row.everybody !== true);
    host.close();
    const { text } = await readDeck(deckId);
    expect(text.includes('(host)')).toBe(row.everybody !== true);
    expect(text).not.toContain('(after)');
    if (row.left !== 'writing') expect(text).not.toContain('(back)');
  });
}

test('when a call ends, nobody writes its deck any more, at any process', async ({ house }) => {
  const [here, there] = [house.url, await house.otherUrl()];
  const world = await house.freshWorld('closed');
  const { id, deckId } = world.live;
  const cookie = await world.cookie('host');
  const writers = [await opened(here, deckId, cookie), await opened(there, deckId, await world.cookie('writer'))];
  for (const writer of writers) await writer.saved(1);
  const ended = { action: 'calls/actions.ts#endCallAction', args: [id], slug: world.slug, cookie };
  expect(isDone(await callAction(here, ended))).toBe(true);
  for (const writer of writers) {
    await writer.until(() => writer.notices.includes('frozen'));
    writer.write('(after)');
    await writer.until(() => writer.closedWith !== null);
    expect(writer.closedWith).toBe(CLOSE.frozen);
  }
  const { text } = await readDeck(deckId);
  expect(text).toContain(SECRET);
  expect(text).not.toContain('(after)');
});
