import { expect } from '@playwright/test';
import { CLOSE } from '#lib/sync/close-codes.ts';
import { FRAME } from '#lib/sync/frames.ts';
import { DeckSocket } from './deck-socket.ts';
import { test } from './house.ts';
import type { Role } from './roles.ts';
import { deckIdOf, sendMessage } from './send-message.ts';
import { socketMessages, type SocketMessage } from './socket-messages.ts';
import { everyRole } from './walk.ts';

const SAYS = {
  s: 'turned away: sign in first',
  x: 'turned away: not allowed',
  o: 'answered',
  r: 'not taken',
  f: 'closed: frozen',
  n: 'refused: not live',
  g: 'turned away: no such deck',
  h: 'nothing told',
} as const;

const BATON: ReadonlySet<SocketMessage> = new Set([
  'ask for the baton',
  'take the baton over',
  'move the stage',
  'blank the stage',
  'stop the clock',
  'hold the deck',
]);

test('every frame that a client may send has rows', () => {
  // Notices, rows and the running order are the server's to say.
  const sent = new Set(Object.keys(FRAME).filter((name) => !['notice', 'rows', 'order'].includes(name)));
  expect([...sent].toSorted()).toEqual(['awareness', 'barrier', 'live', 'queryAwareness', 'sync']);
  expect(new Set(socketMessages.map(({ message }) => message)).size).toBe(13);
});

for (const { openness, deck, message, marks } of socketMessages)
  test(`${message} to the ${deck} deck of a series that is ${openness}`, async ({ house }) => {
    const world = await house.world(openness);
    const deckId = deckIdOf(world, deck);
    const witness = new DeckSocket(house.url, deckId, await world.cookie('host'));
    await witness.open();
    witness.appear('Hana Host', 'witness');
    await witness.saved(1);
    let line: Promise<unknown> = Promise.resolve();
    const say = async (role: Role): Promise<string> =>
      sendMessage({ url: house.url, deckId, cookie: await world.cookie(role) }, message, witness);
    await everyRole({ what: `${message} to the ${deck} deck`, marks, says: SAYS }, (role) => {
      // What one is granted of the live call everybody hears: it must not be taken for the answer to another.
      const turn = BATON.has(message) ? line.then(() => say(role)) : say(role);
      line = turn.catch(() => undefined);
      return turn;
    });
    witness.close();
  });

test('no deck is opened from a page of another site, nor without a page', async ({ house }) => {
  const world = await house.world('open');
  for (const origin of ['https://evil.example', 'null']) {
    const socket = new DeckSocket(house.url, world.planned.deckId, await world.cookie('host'), origin);
    expect(await socket.open(), origin).toBe(false);
    expect(socket.closedWith, origin).toBe(CLOSE.notAllowed);
  }
});
