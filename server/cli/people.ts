import { database } from '#server/database/client.ts';

/**
 * One JSON object a person who was not claimed by another: id, name, handle, email, admin, what kind of person they are, whether they
 * were disabled, when they were last here (ISO 8601), and their roles by the series' addresses.
 */
export async function peopleLines(): Promise<readonly string[]> {
  const people = await database().person.findMany({
    where: { claimedById: null, deletedAt: null, apiToken: { is: null } },
    include: { memberships: { select: { role: true, series: { select: { slug: true } } } } },
    orderBy: { createdAt: 'asc' },
  });
  return people.map((person) =>
    JSON.stringify({
      id: person.id,
      name: person.name,
      handle: person.handle,
      email: person.email,
      admin: person.admin,
      kind: kindOf(person),
      disabled: person.disabledAt !== null,
      lastSeen: person.lastSeenAt?.toISOString() ?? null,
      roles: Object.fromEntries(person.memberships.map(({ role, series }) => [series.slug, role])),
    }),
  );
}

function kindOf({
  authUserId,
  guestKeyHash,
}: {
  readonly authUserId: string | null;
  readonly guestKeyHash: string | null;
}): 'account' | 'guest' | 'named' {
  if (authUserId !== null) return 'account';
  return guestKeyHash === null ? 'named' : 'guest';
}
