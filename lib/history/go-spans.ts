import type { RowFacts } from './trace.ts';

/** What one person wrote in one go: numbers of the first and last row, and milliseconds since 1970. */
export interface GoSpan {
  readonly personId: string | null;
  readonly from: number;
  readonly to: number;
  readonly startedAt: number;
  readonly endedAt: number;
}

/** Who rests longer begins anew. */
const REST_MS = 10 * 60_000;

/** The rows of a log, which are in order, person by person and go by go, whoever else wrote meanwhile. In the order of their ends. */
export function goSpans(rows: readonly RowFacts[]): readonly GoSpan[] {
  const spans: GoSpan[] = [];
  const open = new Map<string | null, GoSpan>();
  for (const { seq, personId, at } of rows) {
    const before = open.get(personId);
    if (before !== undefined && at - before.endedAt <= REST_MS) open.set(personId, { ...before, to: seq, endedAt: at });
    else {
      if (before !== undefined) spans.push(before);
      open.set(personId, { personId, from: seq, to: seq, startedAt: at, endedAt: at });
    }
  }
  return [...spans, ...open.values()].toSorted((a, b) => a.to - b.to);
}
