import type { Prisma } from '#prisma/client/client.ts';

/** The calls of a series that lists show: every list begins with this, so that what is in the bin is in none. */
export function callsOf(seriesId: string) {
  return { seriesId, deletedAt: null } as const satisfies Prisma.CallWhereInput;
}
