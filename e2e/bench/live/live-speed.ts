import { chromium } from '@playwright/test';
import { rounded, summary } from '#e2e/bench/stage/quantiles.ts';
import { browserPath } from '#e2e/harness/browser.ts';
import { ALL_AWAKE, type LiveSide } from './live-side.ts';
import { openMultiplexSide } from './multiplex-side.ts';
import { openPlenumSide } from './plenum-side.ts';
import { present, type Presented } from './presenting.ts';

const SIZES = (process.env['BENCH_FOLLOWERS'] ?? '1,100,1000').split(',').map(Number);
const KEYS = Number(process.env['BENCH_KEYS'] ?? 60);

const SIDES = { plenum: openPlenumSide, multiplex: openMultiplexSide } as const;
const WANTED = (process.env['BENCH_SIDES'] ?? 'plenum,multiplex').split(',');

type Line = Readonly<Record<string, string | number>>;

/** How soon the presenter's key is painted for followers, and what that costs, beside reveal.js' multiplex way. */
export async function measureLive(): Promise<void> {
  const browser = await chromium.launch({ executablePath: browserPath() ?? '', args: ALL_AWAKE });
  const rows: Presented[] = [];
  for (const [name, open] of Object.entries(SIDES)) {
    if (!WANTED.includes(name)) continue;
    const side: LiveSide = await open(browser);
    for (const followers of SIZES) rows.push(await present(side, followers, KEYS));
    await side.close();
  }
  await browser.close();
  say('From the presenter’s key, ms, median / p95');
  console.table(rows.map(delayLine));
  say('What it costs');
  console.table(rows.map(costLine));
  say('Frames of the presenter’s page meanwhile, ms');
  console.table(rows.map(frameLine));
  say('Goals');
  console.table(rows.filter(({ side }) => side === 'Plenum').flatMap(goalLines));
}

function delayLine({ side, followers, own, painted, arrived, expected, unsure }: Presented): Line {
  return {
    side,
    followers,
    'painted for the presenter': textOf(own.delays),
    'arrived at sockets': textOf(arrived),
    'painted on a follower': textOf(painted.delays),
    'at the last socket, worst': rounded(longest(arrived)),
    'keys without a paint': own.missed + painted.missed,
    'moves that did not arrive': expected - arrived.length,
    'clocks unsure': rounded(unsure),
  };
}

function costLine(row: Presented): Line {
  const { side, followers, keys, minutes, cpuSeconds, bytes, moveBytes, joinSeconds } = row;
  return {
    side,
    followers,
    'keys a minute': Math.round(keys / minutes),
    'server, CPU s a minute': rounded(cpuSeconds / minutes),
    'bytes a follower and minute': Math.round(bytes / followers / minutes),
    'bytes a follower and change': Math.round(bytes / followers / keys),
    'of them the move': Math.round(moveBytes / followers / keys),
    'all were in after, s': rounded(joinSeconds),
  };
}

function frameLine({ side, followers, frames }: Presented): Line {
  return { side, followers, ...summary(frames), longest: rounded(longest(frames)) };
}

function goalLines({ followers, painted, arrived, bytes, keys }: Presented): readonly Line[] {
  return [
    goal(`painted on a follower p95, ${followers} followers, ms`, summary(painted.delays).p95, 100),
    goal(`arrived p95, ${followers} followers, ms`, summary(arrived).p95, 100),
    goal(`bytes a follower and change, ${followers} followers`, bytes / followers / keys, 2_000),
  ];
}

function goal(what: string, measured: number, most: number): Line {
  return { goal: what, most, measured: rounded(measured), holds: measured <= most ? 'yes' : 'no' };
}

function textOf(values: readonly number[]): string {
  const { median, p95 } = summary(values);
  return `${median} / ${p95}`;
}

function say(text: string): void {
  process.stdout.write(`\n${text}\n`);
}

/** Of hundreds of thousands: too many for arguments. */
function longest(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, value), 0);
}
