import { z } from 'zod';

import { database } from '#server/database/client.ts';

import { searchTags } from './search-tags.ts';

/** The newest calls, about so many, and when they were. */
export interface SpanWindow {
  readonly calls: number;
  /** Tags of months, or of years where months would be too many: the index looks at each. */
  readonly tags: readonly string[];
}

/** How the calls of the instance lie over time. */
export interface SearchSpan {
  readonly calls: number;
  /** The shortest time before now with so many calls; null when that is about all of them. */
  readonly window: (calls: number) => SpanWindow | null;
  /** Which part of all calls these series have, 0 to 1. */
  readonly share: (series: readonly string[]) => number;
}

const MOST_MONTHS = 12;
const LASTS_MS = 60_000;
const rowsSchema = z.array(z.object({ series: z.string(), month: z.string(), calls: z.number() }));

let known: { readonly span: Promise<SearchSpan>; readonly at: number; readonly url: string | undefined } | null = null;

/** How calls lie over time, as it was at most a minute ago. */
export function searchSpan(): Promise<SearchSpan> {
  const url = process.env['DATABASE_URL'];
  if (known === null || known.url !== url || Date.now() - known.at > LASTS_MS) {
    const span = readSpan();
    known = { span, at: Date.now(), url };
    span.catch(() => {
      known = null;
    });
  }
  return known.span;
}

async function readSpan(): Promise<SearchSpan> {
  const rows = rowsSchema.parse(
    await database().$queryRaw`
      SELECT series_id AS series, left(address, 7) AS month, count(*)::int AS calls FROM call GROUP BY series_id, month`,
  );
  const ofMonth = new Map<string, number>();
  const ofSeries = new Map<string, number>();
  for (const { series, month, calls } of rows) {
    ofMonth.set(month, (ofMonth.get(month) ?? 0) + calls);
    ofSeries.set(series, (ofSeries.get(series) ?? 0) + calls);
  }
  const months = [...ofMonth]
    .map(([month, calls]) => ({ month, calls }))
    .toSorted((a, b) => (a.month < b.month ? 1 : -1));
  const all = months.reduce((sum, each) => sum + each.calls, 0);
  return {
    calls: all,
    window: (calls) => windowOf(months, calls, all),
    share: (series) => series.reduce((sum, id) => sum + (ofSeries.get(id) ?? 0), 0) / Math.max(1, all),
  };
}

interface Month {
  readonly month: string;
  readonly calls: number;
}

function windowOf(months: readonly Month[], wanted: number, all: number): SpanWindow | null {
  let calls = 0;
  const taken: string[] = [];
  let year = '';
  for (const { month, calls: more } of months) {
    const isNewYear = month.slice(0, 4) !== year;
    if (calls >= wanted && (taken.length <= MOST_MONTHS || isNewYear)) break;
    year = month.slice(0, 4);
    calls += more;
    taken.push(month);
  }
  if (calls * 2 > all) return null;
  const tags =
    taken.length <= MOST_MONTHS
      ? taken.map(searchTags.month)
      : [...new Set(taken.map((month) => searchTags.year(month)))];
  return { calls, tags };
}
