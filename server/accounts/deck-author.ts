import type { Visitor, VisitorPerson } from '#lib/visitor.ts';
import { database } from '#server/database/client.ts';

/**
 * Whoever comes by a link to somebody's section is nobody else in Plenum, and on that deck the author of what they write: the
 * reporter whom the link names. An account, or a name that was given, comes first. Null for nobody.
 */
export async function authorOn(visitor: Visitor, deckId: string): Promise<VisitorPerson | null> {
  if (visitor.person !== null) return visitor.person;
  if (visitor.linkIds.length === 0) return null;
  const link = await database().link.findFirst({
    where: {
      id: { in: [...visitor.linkIds] },
      deckId,
      sectionId: { not: null },
      revokedAt: null,
      section: { deck: { frozenAt: null } },
      OR: [{ expiresAt: null }, { expiresAt: { gt: new Date() } }],
      person: { disabledAt: null },
    },
    orderBy: { createdAt: 'desc' },
    select: { person: { select: { id: true, name: true, hue: true } } },
  });
  return link?.person == null ? null : { ...link.person, admin: false, signedIn: false };
}
