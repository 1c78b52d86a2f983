import type { Contender } from './contender.ts';
import type { Histogram } from './histogram.ts';
import { Load, type LoadJob, type Seat } from './load.ts';
import { SHARE } from './share.ts';

const KEYS_PER_SECOND = 5;
const LOAD_PROCESSES = 2;
/** Its multiples are spread evenly over any time, and fall together with nothing. */
const GOLDEN = (Math.sqrt(5) - 1) / 2;
const WARM_MS = 3_000;
const MEASURE_MS = Math.max(2_000, 12_000 * SHARE);

/** Who types and reads. */
export interface Crowd {
  readonly decks: number;
  readonly typingEach: number;
  readonly readingEach: number;
}

/** What a server did under a crowd. */
export interface TypingSpeed {
  readonly received: Histogram;
  /** From send to durable; by the server's own answer at Plenum, by the return of the store's statement at the others. */
  readonly durable: Histogram;
  /** Updates that reached somebody else, a processor second of the server. */
  readonly deliveredPerCpuSecond: number;
  /** Processor time of the server, as a share of one core. */
  readonly cpu: number;
  /** Share of the deliveries that were due and came while it was measured. */
  readonly kept: number;
  /** Bytes on the wire a key and reader; not a number where nobody only reads. */
  readonly bytesPerKey: number;
}

/** Lets a crowd type at a server of its own for some seconds. */
export async function measureTyping(contender: Contender, crowd: Crowd, state: Uint8Array): Promise<TypingSpeed> {
  const decks = await contender.store(crowd.decks, state);
  const server = await contender.start();
  const load = await Load.start(
    seatsOf(decks, crowd).map((seats): LoadJob => ({
      dialect: contender.dialect,
      address: server.address,
      state,
      seats,
      keys: Math.ceil(((WARM_MS + MEASURE_MS) / 1000) * KEYS_PER_SECOND),
      keysPerSecond: KEYS_PER_SECOND,
    })),
  );
  await server.look();
  const typing = load.type(WARM_MS, MEASURE_MS);
  const [before, after] = await Promise.all([cpuAfter(WARM_MS), cpuAfter(WARM_MS + MEASURE_MS)]);
  const { received, durable, keys, delivered, readBytes } = await typing;
  const { durable: stored } = await server.look();
  load.close();
  await server.close();
  const cpuSeconds = after - before;
  const kept = delivered / (keys * (crowd.typingEach - 1 + crowd.readingEach));
  for (const milliseconds of stored) durable.add(milliseconds);
  return {
    received,
    durable,
    deliveredPerCpuSecond: delivered / cpuSeconds,
    cpu: cpuSeconds / (MEASURE_MS / 1000),
    kept,
    // Of what has come: a server that lags behind would else look sparing.
    bytesPerKey: readBytes / (keys * kept * crowd.readingEach),
  };

  async function cpuAfter(milliseconds: number): Promise<number> {
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    return server.cpuSeconds();
  }
}

/** Seats of each load process: everybody is a person of their own, and nobody types in step with others. */
function seatsOf(decks: readonly string[], { typingEach, readingEach }: Crowd): readonly (readonly Seat[])[] {
  const seats = decks.flatMap((deck, place) =>
    Array.from({ length: typingEach + readingEach }, (_, index): Seat => {
      const number = place * (typingEach + readingEach) + index;
      return {
        deck,
        person: `${index < typingEach ? 'w' : 'r'}${number.toString(36)}`,
        typist: index < typingEach ? index : null,
        phase: (number * GOLDEN) % 1,
      };
    }),
  );
  return Array.from({ length: LOAD_PROCESSES }, (_, part) =>
    seats.filter((_seat, index) => index % LOAD_PROCESSES === part),
  );
}
