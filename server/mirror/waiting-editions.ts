import { callsOf } from '#server/calls/calls-of.ts';
import { database } from '#server/database/client.ts';
import type { Prisma } from '#prisma/client/client.ts';

/** Sealed editions of a series that its mirror has not: none of a call in the bin. */
function waitingOf(seriesId: string) {
  return {
    sealedAt: { not: null },
    mirrored: null,
    record: { call: { ...callsOf(seriesId), series: { deletedAt: null } } },
  } as const satisfies Prisma.EditionWhereInput;
}

/** The next of them: the oldest call first, and of one call the first edition. */
export async function waitingEditions(seriesId: string, most: number): Promise<readonly string[]> {
  const editions = await database().edition.findMany({
    where: waitingOf(seriesId),
    orderBy: [{ record: { call: { startsAt: 'asc' } } }, { record: { call: { address: 'asc' } } }, { number: 'asc' }],
    select: { id: true },
    take: most,
  });
  return editions.map(({ id }) => id);
}

/** How many they are. */
export async function countWaiting(seriesId: string): Promise<number> {
  return database().edition.count({ where: waitingOf(seriesId) });
}

/** Series whose mirror is on, lacks an edition, and may be tried again by now. */
export async function seriesToMirror(now = new Date()): Promise<readonly string[]> {
  const mirrors = await database().seriesMirror.findMany({
    where: {
      offAt: null,
      diverged: false,
      OR: [{ tryAfter: null }, { tryAfter: { lte: now } }],
      series: {
        deletedAt: null,
        calls: {
          some: { deletedAt: null, record: { editions: { some: { sealedAt: { not: null }, mirrored: null } } } },
        },
      },
    },
    select: { seriesId: true },
  });
  return mirrors.map(({ seriesId }) => seriesId);
}
