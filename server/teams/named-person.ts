import { Refusal } from '#lib/errors.ts';
import { hueFor } from '#server/accounts/hue.ts';
import type { Transaction } from '#server/database/client.ts';
import type { Prisma } from '#prisma/client/client.ts';

const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
const LONGEST = 120;
const REFUSED = 'Write a name or a handle, such as @ada, without invisible characters.';

/**
 * The person of this series with this handle (`@ada`) or name, or a new one without an account, who may be claimed by it one day.
 * Somebody outside the series is never meant. Two who name somebody at once take turns, and mean the same person.
 */
export async function namedPerson(tx: Transaction, seriesId: string, nameOrHandle: string): Promise<string> {
  const words = nameOrHandle.trim();
  const handle = words.startsWith('@') ? words.slice(1).trim() : null;
  const name = handle ?? words;
  if (name === '' || name.length > LONGEST || INVISIBLE.test(name)) throw new Refusal('invalid', REFUSED);
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`people ${seriesId}`}, 0))`;
  // What is compared without case is compared as a pattern.
  const said = { equals: name.replaceAll(/[\\%_]/g, String.raw`\$&`), mode: 'insensitive' as const };
  const known = await tx.person.findFirst({
    where: { ...(handle === null ? { name: said } : { handle: said }), disabledAt: null, ...ofSeries(seriesId) },
    orderBy: { createdAt: 'asc' },
    select: { id: true },
  });
  if (known !== null) return known.id;
  const made = await tx.person.create({
    data: { name, handle, hue: hueFor(await tx.person.count()) },
    select: { id: true },
  });
  return made.id;
}

/** Whoever belongs to a series: its members, members of its teams, who is named in its sections, and who is invited. */
export function ofSeries(seriesId: string): Pick<Prisma.PersonWhereInput, 'OR'> {
  const named = { some: { deck: { seriesId } } };
  return {
    OR: [
      { memberships: { some: { seriesId } } },
      { teams: { some: { team: { seriesId } } } },
      { reports: named },
      { deputises: named },
      { invitations: { some: { seriesId } } },
    ],
  };
}
