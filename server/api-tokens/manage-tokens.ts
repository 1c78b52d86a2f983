import { z } from 'zod';
import { scopeSchema, type TokenForm, type TokenView } from '#lib/api/scopes.ts';
import type { Visitor } from '#lib/visitor.ts';
import { hueFor } from '#server/accounts/hue.ts';
import { newToken, tokenHash } from '#server/accounts/tokens.ts';
import { audit } from '#server/audit.ts';
import { bus } from '#server/bus/open-bus.ts';
import { database } from '#server/database/client.ts';
import { requireAdmin } from '#server/people/admin.ts';
import { hostOf } from '#server/people/host-of.ts';
import { nothingHere } from '#server/series/find-series.ts';

const DAY_MS = 86_400_000;

/** Whose tokens they are: a series', or the instance's. */
export interface TokenOwner {
  /** Null for the instance. */
  readonly seriesId: string | null;
  /** Who manages them; null for the command line. */
  readonly personId: string | null;
}

/** Whose tokens the visitor asks for: of a series its hosts manage them, of the instance admins. Refuses everybody else. */
export async function tokenOwner(visitor: Visitor, slug: string | null): Promise<TokenOwner> {
  if (slug === null) return { seriesId: null, personId: requireAdmin(visitor) };
  const { series, personId } = await hostOf(visitor, slug);
  return { seriesId: series.id, personId };
}

/** Makes a token; gives it, this once. What it writes has a person of its own, by its name, as author. */
export async function createApiToken({ seriesId, personId }: TokenOwner, form: TokenForm): Promise<string> {
  const token = `plenum_${newToken()}`;
  await database().$transaction(async (tx) => {
    const program = await tx.person.create({ data: { name: form.name, hue: hueFor(await tx.person.count()) } });
    const { id } = await tx.apiToken.create({
      data: {
        tokenHash: tokenHash(token),
        name: form.name,
        seriesId,
        scopes: [...new Set(form.scopes)],
        personId: program.id,
        createdById: personId,
        expiresAt: form.days === 0 ? null : new Date(Date.now() + form.days * DAY_MS),
      },
    });
    await audit(tx, {
      act: 'token.create',
      personId,
      ...(seriesId === null ? {} : { seriesId }),
      details: { token: id, name: form.name, scopes: form.scopes.join(' ') },
    });
  });
  return token;
}

/** The tokens that count, the latest first. */
export async function listApiTokens({ seriesId }: TokenOwner): Promise<readonly TokenView[]> {
  const tokens = await database().apiToken.findMany({
    where: { seriesId, revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: new Date() } }] },
    orderBy: { createdAt: 'desc' },
  });
  const makers = await database().person.findMany({
    where: { id: { in: tokens.flatMap(({ createdById }) => createdById ?? []) } },
    select: { id: true, name: true },
  });
  return tokens.map(({ id, name, scopes, createdAt, createdById, expiresAt, lastUsedAt }) => ({
    id,
    name,
    scopes: z.array(scopeSchema).parse(scopes),
    createdAt: createdAt.toISOString(),
    createdBy: makers.find((maker) => maker.id === createdById)?.name ?? null,
    expiresAt: expiresAt?.toISOString() ?? null,
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  }));
}

/** Ends a token at once: the next request is refused, and what it had open is closed. */
export async function revokeApiToken({ seriesId, personId }: TokenOwner, tokenId: string): Promise<void> {
  if (!z.uuid().safeParse(tokenId).success) throw nothingHere();
  const token = await database().$transaction(async (tx) => {
    const found = await tx.apiToken.findFirst({ where: { id: tokenId, seriesId, revokedAt: null } });
    if (found === null) throw nothingHere();
    await tx.apiToken.update({ where: { id: tokenId }, data: { revokedAt: new Date() } });
    await audit(tx, {
      act: 'token.revoke',
      personId,
      ...(seriesId === null ? {} : { seriesId }),
      details: { token: tokenId, name: found.name },
    });
    return found;
  });
  bus().publish('access.changed', { personId: token.personId });
}
