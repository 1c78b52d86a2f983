import { may, NOBODY, type AccessRules, type Act, type Asker, type SeriesRole } from '#lib/access.ts';
import { Refusal } from '#lib/errors.ts';
import type { Visitor } from '#lib/visitor.ts';
import { database } from '#server/database/client.ts';

/** A series as far as access is concerned. */
export interface GuardedSeries extends AccessRules {
  readonly id: string;
}

type Grant = 'read' | 'write';

/** The grants of those of these links that count now, for the whole series or for this deck of it. */
async function grantsOf(linkIds: readonly string[], seriesId: string, deckId?: string): Promise<readonly Grant[]> {
  if (linkIds.length === 0) return [];
  const links = await database().link.findMany({
    where: {
      id: { in: [...linkIds] },
      seriesId,
      revokedAt: null,
      AND: [
        { OR: [{ deckId: null }, ...(deckId === undefined ? [] : [{ deckId }])] },
        { OR: [{ expiresAt: null }, { expiresAt: { gt: new Date() } }] },
      ],
    },
    select: { grant: true },
  });
  return links.map(({ grant }) => grant);
}

async function roleOf(personId: string | undefined, seriesId: string): Promise<SeriesRole | null> {
  if (personId === undefined) return null;
  const membership = await database().membership.findUnique({ where: { seriesId_personId: { seriesId, personId } } });
  return membership?.role ?? null;
}

/** The visitor's standing in a series, and on one deck of it: role, and the strongest link that still counts. */
export async function askerFor({ person, linkIds }: Visitor, seriesId: string, deckId?: string): Promise<Asker> {
  const [role, grants] = await Promise.all([roleOf(person?.id, seriesId), grantsOf(linkIds, seriesId, deckId)]);
  const link = grants.includes('write') ? 'write' : (grants[0] ?? null);
  if (person === null) return { ...NOBODY, link };
  return { personId: person.id, signedIn: person.signedIn, admin: person.admin, role, link };
}

/** Refuses what the asker may not do. What they may not even see is not found, whether it exists or not. */
export function requireAct(asker: Asker, act: Act, series: AccessRules): void {
  if (may(asker, act, series)) return;
  if (!may(asker, 'series.read', series))
    throw new Refusal('not-found', 'There is nothing here, or it is not open to you.');
  if (asker.personId === null) throw new Refusal('sign-in-first', 'Sign in to do this.');
  throw new Refusal('not-allowed', 'You may not do this in this series: ask one of its hosts.');
}

/** Checks one act of a visitor in a series (on one deck of it) and gives their standing. */
export async function authorize(visitor: Visitor, act: Act, series: GuardedSeries, deckId?: string): Promise<Asker> {
  const asker = await askerFor(visitor, series.id, deckId);
  requireAct(asker, act, series);
  return asker;
}
