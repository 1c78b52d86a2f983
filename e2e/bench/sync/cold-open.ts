import pg from 'pg';
import type { Contender } from './contender.ts';
import { DeckClient } from './deck-client.ts';
import { DIALECTS } from './dialect.ts';
import type { EditingTrace } from './editing-trace.ts';
import { Histogram } from './histogram.ts';
import { RawSocket } from './raw-socket.ts';
import type { ServerUnderTest } from './server-under-test.ts';
import { shareOf } from './share.ts';

const OPENINGS = Math.max(3, shareOf(15));
/** Of y-protocols: the state vector of nothing. */
const NOTHING = new Uint8Array([0]);
const QUIET_MS = 3_000;

/** How a server took a long history, and how soon it is there again. */
export interface ColdOpen {
  /** From the first frame until everything is durable. */
  readonly replaySeconds: number;
  readonly opened: Histogram;
}

/** Replays a trace through one connection, waits until the deck has left memory, and opens it again and again. */
export async function measureColdOpen(contender: Contender, trace: EditingTrace): Promise<ColdOpen> {
  const [deck = ''] = await contender.store(1, null);
  const server = await contender.start({ BENCH_UNPACED: '1' });
  const place = { dialect: contender.dialect, address: server.address, deck } as const;
  const began = performance.now();
  const writer = await DeckClient.open(place);
  for (const update of trace.updates) writer.send(update);
  const reader = await DeckClient.open({ ...place, person: 'Bo' });
  await reader.until(() => reader.text.length === trace.text.length, 120_000);
  if (contender.dialect === 'plenum') await writer.until(() => writer.acknowledged === writer.sent, 60_000);
  writer.close();
  reader.close();
  await storedAndQuiet(contender);
  const replaySeconds = (performance.now() - began - QUIET_MS) / 1000;
  const opened = new Histogram();
  for (let opening = 0; opening < OPENINGS; opening += 1) {
    if (!(await server.emptied(30_000))) throw new Error('The deck did not leave memory.');
    opened.add(await openOnce(contender, server, { deck, least: trace.text.length }));
  }
  await server.close();
  return { replaySeconds, opened };
}

/** From the first byte of the handshake until the deck's whole state is here; it is not read, which is the client's work. */
async function openOnce(
  { dialect: name }: Contender,
  { address }: ServerUnderTest,
  { deck, least }: { readonly deck: string; readonly least: number },
): Promise<number> {
  const dialect = DIALECTS[name];
  const whole = Promise.withResolvers<number>();
  const began = performance.now();
  const socket = await RawSocket.open(dialect.url(address, deck), dialect.headers(address, 'Ada'), (frame) => {
    // An answer that holds less than the text is one that was given before the deck was loaded.
    if (frame.length > least) whole.resolve(performance.now());
  });
  for (const frame of dialect.opening(deck, NOTHING)) socket.send(frame);
  const ended = await whole.promise;
  socket.close();
  return ended - began;
}

/** Resolves when the table has not grown for some seconds. */
async function storedAndQuiet({ database, table }: Contender): Promise<void> {
  const client = new pg.Client({ connectionString: database });
  await client.connect();
  try {
    for (let before = -1; ;) {
      const { rows } = await client.query<{ bytes: number }>(`SELECT pg_total_relation_size('${table}')::int AS bytes`);
      const now = rows[0]?.bytes ?? 0;
      if (now === before) return;
      before = now;
      await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
    }
  } finally {
    await client.end();
  }
}
