import { database } from '#server/database/client.ts';

/** This process's end of the line: whoever waits for a deck holds a connection, and the work needs others. */
let line: Promise<unknown> = Promise.resolve();

/**
 * Does what is planned on the newest text and then written, one after the other for each deck, in whatever process: two people
 * who take back the same thing at the same moment would bring it back twice.
 */
export function inTurn<T>(deckId: string, work: () => Promise<T>): Promise<T> {
  const turn = line.then(() =>
    database().$transaction(async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${deckId}, 3))`;
      return work();
    }),
  );
  line = turn.catch(() => undefined);
  return turn;
}
