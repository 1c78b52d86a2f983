import type { Contender } from './contender.ts';
import { Load, type Seat } from './load.ts';
import type { Look, ServerUnderTest } from './server-under-test.ts';
import { shareOf } from './share.ts';

const DECKS = shareOf(500);
const EACH = 4;
const SETTLE_MS = 1_000;

/** What open decks and connections cost a server, in bytes. */
export interface IdleMemory {
  readonly heapPerConnection: number;
  readonly rssPerConnection: number;
  readonly heapPerDeck: number;
  readonly rssPerDeck: number;
}

/** Opens every deck once, then three times more, and looks at the server's memory in between. */
export async function measureIdle(contender: Contender, state: Uint8Array): Promise<IdleMemory> {
  const [warm = '', ...decks] = await contender.store(DECKS + 1, state);
  const server = await contender.start();
  const sit = (seats: readonly Seat[]): Promise<Load> =>
    Load.start([{ dialect: contender.dialect, address: server.address, state, seats, keys: 0, keysPerSecond: 1 }]);
  // The first ones load code and fill caches.
  const first = await sit(seatsAt([warm], 50));
  const empty = await quiet(server);
  const once = await sit(seatsAt(decks, 1));
  const opened = await quiet(server);
  const more = await sit(seatsAt(decks, EACH - 1));
  const full = await quiet(server);
  for (const load of [first, once, more]) load.close();
  await server.close();
  const connections = DECKS * (EACH - 1);
  const heapPerConnection = (full.heapUsed - opened.heapUsed) / connections;
  const rssPerConnection = (full.rss - opened.rss) / connections;
  return {
    heapPerConnection,
    rssPerConnection,
    heapPerDeck: (opened.heapUsed - empty.heapUsed) / DECKS - heapPerConnection,
    rssPerDeck: (opened.rss - empty.rss) / DECKS - rssPerConnection,
  };
}

/** How it stands once what came with the last connections is done. */
async function quiet(server: ServerUnderTest): Promise<Look> {
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
  return server.look();
}

function seatsAt(decks: readonly string[], each: number): readonly Seat[] {
  return decks.flatMap((deck, place) =>
    Array.from({ length: each }, (_, index): Seat => ({ deck, person: `w${place}x${index}`, typist: null, phase: 0 })),
  );
}
