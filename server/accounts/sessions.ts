import { Refusal } from '#lib/errors.ts';
import { isText } from '#lib/text-argument.ts';
import { deviceOf } from '#lib/people/device-words.ts';
import { database } from '#server/database/client.ts';
import { auth } from './auth.ts';

/** One browser that a person is signed in with, as they see it. */
export interface OwnSession {
  readonly id: string;
  /** Null where the browser does not say. */
  readonly browser: string | null;
  readonly system: string | null;
  /** Where it signed in from; empty when that is not known. */
  readonly address: string;
  /** ISO instants. */
  readonly signedInAt: string;
  /** Exact to a day. */
  readonly lastUsedAt: string;
  /** The one that asks. */
  readonly current: boolean;
}

/** The session of these headers, its account with it. Refuses nobody's, and that of somebody who was disabled. */
export async function ownSession(headers: Headers) {
  const found = await (await auth()).api.getSession({ headers });
  const person = found === null ? null : await database().person.findUnique({ where: { authUserId: found.user.id } });
  if (found === null || person === null || person.disabledAt !== null)
    throw new Refusal('sign-in-first', 'Sign in first.');
  return found;
}

/** Where a person is signed in, this browser first, then what was used last. */
export async function listSessions(headers: Headers): Promise<readonly OwnSession[]> {
  const own = await ownSession(headers);
  const rows = await database().authSession.findMany({
    where: { userId: own.user.id, expiresAt: { gt: new Date() } },
    orderBy: { updatedAt: 'desc' },
  });
  return rows
    .map((row) => ({
      id: row.id,
      ...deviceOf(row.userAgent),
      address: row.ipAddress ?? '',
      signedInAt: row.createdAt.toISOString(),
      lastUsedAt: row.updatedAt.toISOString(),
      current: row.id === own.session.id,
    }))
    .toSorted((a, b) => Number(b.current) - Number(a.current));
}

async function end(tokens: readonly string[]): Promise<void> {
  const { internalAdapter } = await (await auth()).$context;
  // One by one: each end rings the rooms, which close what it had opened.
  for (const token of tokens) await internalAdapter.deleteSession(token);
}

/** Signs a person out of one browser of theirs. Another person's session is not found. */
export async function endSession(headers: Headers, id: string): Promise<void> {
  const own = await ownSession(headers);
  const row = isText(id) ? await database().authSession.findFirst({ where: { id, userId: own.user.id } }) : null;
  if (row === null) throw new Refusal('not-found', 'This browser is signed out already.');
  await end([row.token]);
}

/** Signs a person out everywhere but here; gives how many browsers that were. */
export async function endOtherSessions(headers: Headers): Promise<number> {
  const own = await ownSession(headers);
  const rows = await database().authSession.findMany({
    where: { userId: own.user.id, id: { not: own.session.id } },
    select: { token: true },
  });
  await end(rows.map(({ token }) => token));
  return rows.length;
}
