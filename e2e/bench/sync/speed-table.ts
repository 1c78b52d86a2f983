import type { SyncSpeed } from './sync-speed.ts';
import type { TypingSpeed } from './typing-load.ts';

type Line = Readonly<Record<string, string | number>>;

interface Row {
  readonly what: string;
  readonly of: (speed: SyncSpeed) => number;
  readonly better: 'less' | 'more';
}

const ROWS: readonly Row[] = [
  ...typingRows('(a)', ({ one }) => one),
  more('(a) updates delivered a CPU second', ({ one }) => one.deliveredPerCpuSecond),
  less('(a) bytes a key and reader', ({ one }) => one.bytesPerKey),
  ...typingRows('(b)', ({ many }) => many),
  more('(b) updates delivered a CPU second', ({ many }) => many.deliveredPerCpuSecond),
  less('(c) replayed until durable, s', ({ cold }) => cold?.replaySeconds ?? Number.NaN),
  less('(c) cold open median, ms', ({ cold }) => cold?.opened.quantile(0.5) ?? Number.NaN),
  less('(c) cold open p95, ms', ({ cold }) => cold?.opened.quantile(0.95) ?? Number.NaN),
  less('(d) heap a connection, kB', ({ idle }) => idle.heapPerConnection / 1000),
  less('(d) RSS a connection, kB', ({ idle }) => idle.rssPerConnection / 1000),
  less('(d) heap a deck, kB', ({ idle }) => idle.heapPerDeck / 1000),
  less('(d) RSS a deck, kB', ({ idle }) => idle.rssPerDeck / 1000),
];

/** Every row for every server; Plenum comes first. */
export function speedTable(speeds: readonly SyncSpeed[]): readonly Line[] {
  return [
    ...ROWS.map((row) => ({ what: row.what, ...columns(speeds, row.of), ratio: rounded(ratio(speeds, row)) })),
    { what: '(a) processor, of one core', ...columns(speeds, ({ one }) => one.cpu) },
    { what: '(a) share of the deliveries kept up with', ...columns(speeds, ({ one }) => one.kept) },
    { what: '(b) processor, of one core', ...columns(speeds, ({ many }) => many.cpu) },
    { what: '(b) share of the deliveries kept up with', ...columns(speeds, ({ many }) => many.kept) },
  ];
}

/** What shall hold, beside what was measured. */
export function goalsTable(speeds: readonly SyncSpeed[]): readonly Line[] {
  const own = speeds[0];
  if (own === undefined) return [];
  const throughput = ROWS.find(({ what }) => what === '(a) updates delivered a CPU second');
  return [
    goal('(a) send to durable p50, ms', own.one.durable.quantile(0.5), 5),
    goal('(a) send to durable p95, ms', own.one.durable.quantile(0.95), 50),
    goal('(b) send to durable p50, ms', own.many.durable.quantile(0.5), 5),
    goal('(b) send to durable p95, ms', own.many.durable.quantile(0.95), 50),
    goal(
      '(a) CPU a delivered update, of the best peer’s',
      throughput === undefined ? NaN : ratio(speeds, throughput),
      0.5,
    ),
    goal('(c) cold open median, ms', own.cold?.opened.quantile(0.5) ?? Number.NaN, 50),
    goal('(d) heap a connection, kB', own.idle.heapPerConnection / 1000, 4),
    ...ROWS.map((row) => goal(`${row.what}: of the best peer’s`, ratio(speeds, row), 1)),
  ];
}

function typingRows(workload: string, of: (speed: SyncSpeed) => TypingSpeed): readonly Row[] {
  const quantiles = [
    ['p50', 0.5],
    ['p95', 0.95],
    ['p99', 0.99],
  ] as const;
  return (['received', 'durable'] as const).flatMap((part) =>
    quantiles.map(([name, share]) =>
      less(`${workload} send to ${part === 'received' ? 'receive' : 'durable'} ${name}, ms`, (speed) =>
        of(speed)[part].quantile(share),
      ),
    ),
  );
}

function less(what: string, of: Row['of']): Row {
  return { what, of, better: 'less' };
}

function more(what: string, of: Row['of']): Row {
  return { what, of, better: 'more' };
}

/** Plenum beside the best peer: below 1 it is better. */
function ratio([own, ...peers]: readonly SyncSpeed[], { of, better }: Row): number {
  if (own === undefined) return Number.NaN;
  const best = peers.map(of);
  return better === 'less' ? of(own) / Math.min(...best) : Math.max(...best) / of(own);
}

function columns(speeds: readonly SyncSpeed[], of: Row['of']): Line {
  return Object.fromEntries(speeds.map((speed) => [speed.name, rounded(of(speed))]));
}

function rounded(value: number): number {
  return value >= 100 ? Math.round(value) : Math.round(value * 100) / 100;
}

function goal(what: string, measured: number, most: number): Line {
  return { goal: what, most, measured: rounded(measured), holds: measured <= most ? 'yes' : 'no' };
}
