import { z } from 'zod';
import { scopeSchema, type Scope } from '#lib/api/scopes.ts';
import type { Visitor } from '#lib/visitor.ts';
import { tokenHash } from '#server/accounts/tokens.ts';
import { database } from '#server/database/client.ts';
import { log } from '#server/log.ts';

/** A program that came with a token, and what the token lets it do. */
export interface VisitingToken {
  readonly visitor: Visitor;
  readonly scopes: ReadonlySet<Scope>;
}

const SEEN_EVERY_MS = 5 * 60_000;

/** Who holds this token; null when it is unknown, ended or too old. */
export async function visitorOfApiToken(token: string): Promise<VisitingToken | null> {
  const found = await database().apiToken.findUnique({
    where: { tokenHash: tokenHash(token) },
    include: { person: true },
  });
  const now = Date.now();
  if (found === null || found.revokedAt !== null || (found.expiresAt !== null && found.expiresAt.getTime() <= now))
    return null;
  if (found.lastUsedAt === null || now - found.lastUsedAt.getTime() > SEEN_EVERY_MS) markUsed(found.id);
  const scopes = new Set(z.array(scopeSchema).parse(found.scopes));
  const { id, name, hue } = found.person;
  return {
    scopes,
    visitor: {
      person: { id, name, hue, admin: false, signedIn: false },
      linkIds: [],
      program: { seriesId: found.seriesId, role: roleOf(scopes) },
    },
  };
}

/** The weakest role of a series that has what these scopes need; which of it counts each operation says. */
function roleOf(scopes: ReadonlySet<Scope>): 'host' | 'writer' | 'reader' {
  if (scopes.has('plan')) return 'host';
  return scopes.has('write') ? 'writer' : 'reader';
}

function markUsed(id: string): void {
  database()
    .apiToken.updateMany({ where: { id }, data: { lastUsedAt: new Date() } })
    .catch((error: unknown) => log.warn('When a token was last used could not be kept.', { error }));
}

/** The token of an Authorization header (RFC 6750), or null. */
export function bearerOf(header: string | null | undefined): string | null {
  return /^Bearer\s+([\w.~+/-]+=*)$/i.exec(header ?? '')?.[1] ?? null;
}
