import type { Visitor } from '#lib/visitor.ts';
import { database } from '#server/database/client.ts';
import { requirePerson } from './profile.ts';

/**
 * Everything that is kept of the one who asks, as JSON: who they are, how they sign in (no secrets), where they belong, what they
 * report, how much they typed into which deck and when, and what they did that the log keeps. The words themselves are in the
 * decks, where they can be read and exported by whoever may.
 */
export async function ownData(visitor: Visitor): Promise<unknown> {
  const { id } = requirePerson(visitor);
  const person = await database().person.findUniqueOrThrow({
    where: { id },
    select: {
      id: true,
      name: true,
      handle: true,
      email: true,
      hue: true,
      admin: true,
      createdAt: true,
      lastSeenAt: true,
      authUser: {
        select: {
          email: true,
          emailVerified: true,
          createdAt: true,
          accounts: { select: { providerId: true, accountId: true, createdAt: true } },
          sessions: { select: { createdAt: true, expiresAt: true, ipAddress: true, userAgent: true } },
        },
      },
      memberships: { select: { role: true, createdAt: true, series: { select: { name: true, slug: true } } } },
      teams: { select: { team: { select: { name: true, series: { select: { name: true } } } } } },
      reports: { select: SECTION },
      deputises: { select: SECTION },
    },
  });
  const [edits, acts] = await Promise.all([
    database().$queryRaw`
      SELECT deck_id AS "deck", count(*)::int AS "updates", min(created_at) AS "first", max(created_at) AS "last"
      FROM deck_update WHERE person_id = ${id}::uuid GROUP BY deck_id`,
    database().auditEntry.findMany({
      where: { personId: id },
      orderBy: { id: 'asc' },
      select: { at: true, act: true, seriesId: true, callId: true, deckId: true, details: true },
    }),
  ]);
  return { person, edits, acts };
}

const SECTION = {
  title: true,
  status: true,
  deckId: true,
  deck: { select: { call: { select: { address: true, title: true } }, series: { select: { slug: true } } } },
} as const;
