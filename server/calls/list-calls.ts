import type { CallSummary } from '#lib/views.ts';
import type { Visitor } from '#lib/visitor.ts';
import { database } from '#server/database/client.ts';
import { findSeries } from '#server/series/find-series.ts';
import { callSummary } from './call-summary.ts';
import { callsOf } from './calls-of.ts';

/** Which part of a list: so many, after the one of this address. */
export interface ListPart {
  readonly limit: number;
  readonly after: string | undefined;
}

/** The calls of a series, the latest first, and where the next part begins. For who may see the series. */
export async function listCalls(
  visitor: Visitor,
  slug: string,
  { limit, after }: ListPart,
): Promise<{ readonly calls: readonly CallSummary[]; readonly next: string | null }> {
  const { series } = await findSeries(visitor, slug, 'call.read');
  const calls = await database().call.findMany({
    where: { ...callsOf(series.id), ...(after === undefined ? {} : { address: { lt: after } }) },
    orderBy: { address: 'desc' },
    take: limit + 1,
  });
  const part = calls.slice(0, limit);
  return {
    calls: part.map((call) => callSummary(slug, call)),
    next: calls.length > limit ? (part.at(-1)?.address ?? null) : null,
  };
}
