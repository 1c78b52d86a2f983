import { randomUUID } from 'node:crypto';
import type { Bus } from '#server/bus/bus.ts';
import { bus } from '#server/bus/open-bus.ts';

const LONGEST_MS = 1_000;
// With several processes nobody knows how many will answer: after the first, the others get this long.
const OTHERS_MS = 300;

/**
 * Asks every room of this deck to commit what was typed so far, and waits for the answer, at most a second: a room that
 * cannot write answers nothing, and its clients go on showing "Saving…".
 */
export async function flushDeck(deckId: string, line: Bus = bus()): Promise<void> {
  const reply = randomUUID();
  await new Promise<void>((resolve) => {
    const timers = [setTimeout(done, LONGEST_MS)];
    const leave = line.subscribe('deck.flushed', (message) => {
      if (message.reply !== reply) return;
      if (!line.shared) done();
      else if (timers.length === 1) timers.push(setTimeout(done, OTHERS_MS));
    });
    function done(): void {
      leave();
      for (const timer of timers) clearTimeout(timer);
      resolve();
    }
    line.publish('deck.flush', { deckId, reply });
  });
}
