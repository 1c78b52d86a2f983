import { knownHeadings } from '#lib/sections/known-headings.ts';
import { median, usualKey, type UsualTimes } from '#lib/sections/usual-time.ts';
import { callsOf } from '#server/calls/calls-of.ts';
import { database } from '#server/database/client.ts';
import type { Call } from '#prisma/client/client.ts';
import { seriesOrder } from './stored-order.ts';

/** Of so many calls of a team the middle is what is usual; a team that was away for longer begins anew. */
const MOST_CALLS = 5;
const FURTHEST = 12;

/** How long each team's section, and each topic, took in the calls before this one. Asks nobody's rights: for who may read the deck. */
export async function usualTimes({ seriesId, startsAt }: Pick<Call, 'seriesId' | 'startsAt'>): Promise<UsualTimes> {
  const before = await database().call.findMany({
    where: { ...callsOf(seriesId), state: 'ended', startsAt: { lt: startsAt } },
    orderBy: [{ startsAt: 'desc' }, { address: 'desc' }],
    take: FURTHEST,
    select: {
      decks: {
        where: { kind: 'call' },
        select: {
          sections: {
            where: { spentSeconds: { not: null } },
            select: { title: true, teamId: true, spentSeconds: true },
          },
        },
      },
    },
  });
  const { teamOf } = knownHeadings(await seriesOrder(seriesId, database()));
  const took = new Map<string, number[]>();
  for (const call of before) {
    const inCall = Map.groupBy(
      call.decks.flatMap(({ sections }) => sections),
      ({ teamId, title }) => usualKey(teamId ?? teamOf(title) ?? null, title),
    );
    for (const [key, sections] of inCall) {
      const so = took.get(key) ?? [];
      if (so.length < MOST_CALLS) took.set(key, [...so, middleOf(sections)]);
    }
  }
  return Object.fromEntries([...took].map(([key, seconds]) => [key, Math.round(median(seconds) ?? 0)]));
}

/** A team may have several sections in one call: what one of them takes is asked for. */
function middleOf(sections: readonly { readonly spentSeconds: number | null }[]): number {
  return median(sections.flatMap(({ spentSeconds }) => spentSeconds ?? [])) ?? 0;
}
