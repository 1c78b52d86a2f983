import { may, NOBODY, type AccessRules, type Act, type Asker } from '#lib/access.ts';
import { Refusal } from '#lib/errors.ts';
import type { Visitor } from '#lib/visitor.ts';
import { database } from '#server/database/client.ts';

/** A series as far as access is concerned. */
export interface GuardedSeries extends AccessRules {
  readonly id: string;
}

/** The visitor's standing in a series, and on one deck of it: role, and the strongest link that still counts. */
export async function askerFor(visitor: Visitor, seriesId: string, deckId?: string): Promise<Asker> {
  const { person, linkIds } = visitor;
  if (person === null && linkIds.length === 0) return NOBODY;
  const [membership, links] = await Promise.all([
    person === null
      ? null
      : database().membership.findUnique({ where: { seriesId_personId: { seriesId, personId: person.id } } }),
    linkIds.length === 0
      ? []
      : database().link.findMany({ where: { id: { in: [...linkIds] }, seriesId, revokedAt: null } }),
  ]);
  const now = Date.now();
  const grants = links
    .filter(
      (link) =>
        (link.deckId === null || link.deckId === deckId) && (link.expiresAt === null || link.expiresAt.getTime() > now),
    )
    .map((link) => link.grant);
  return {
    personId: person?.id ?? null,
    signedIn: person?.signedIn ?? false,
    admin: person?.admin ?? false,
    role: membership?.role ?? null,
    link: grants.includes('write') ? 'write' : (grants[0] ?? null),
  };
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
