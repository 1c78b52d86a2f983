import { z } from 'zod';
import { addresses } from '#lib/addresses.ts';
import { CLOSED, NOBODY } from '#lib/access.ts';
import { Refusal } from '#lib/errors.ts';
import type {
  AdminPersonRow,
  AdminPersonView,
  AdminSeriesRow,
  AdminView,
  AuditPage,
  DisablingView,
} from '#lib/people/people-views.ts';
import type { Visitor } from '#lib/visitor.ts';
import { requireAct } from '#server/accounts/authorize.ts';
import { audit } from '#server/audit.ts';
import { bus } from '#server/bus/open-bus.ts';
import { database } from '#server/database/client.ts';
import { nothingHere } from '#server/series/find-series.ts';
import type { Person, Prisma } from '#prisma/client/client.ts';
import { auditPage } from './audit-log.ts';
import { onlyHostOf } from './end-person.ts';

const MOST = 1_000;

/** Who runs the instance, by id. For everybody else there is nothing here. */
export function requireAdmin({ person }: Visitor): string {
  const asker = { ...NOBODY, personId: person?.id ?? null, admin: person?.admin ?? false };
  requireAct(asker, 'instance.manage', CLOSED);
  if (person === null) throw nothingHere();
  return person.id;
}

type PersonParts = Person & { readonly _count: { readonly memberships: number } };

function rowOf({ _count: count, ...person }: PersonParts): AdminPersonRow {
  const { id, name, hue, handle, email, admin, authUserId, guestKeyHash, disabledAt, lastSeenAt } = person;
  return {
    id,
    name,
    hue,
    handle,
    email,
    admin,
    kind: authUserId !== null ? 'account' : guestKeyHash !== null ? 'guest' : 'named',
    disabled: disabledAt !== null,
    lastSeenAt: lastSeenAt?.toISOString() ?? null,
    series: count.memberships,
  };
}

const COUNTED = {
  _count: { select: { memberships: { where: { series: { deletedAt: null } } } } },
} as const satisfies Prisma.PersonInclude;

/** People that an admin can do something about: programs, tickets and who turned out to be somebody else are not among them. */
const PEOPLE = {
  deletedAt: null,
  claimedById: null,
  apiToken: { is: null },
  tickets: { none: {} },
} as const satisfies Prisma.PersonWhereInput;

/** People and series of the instance. Admins only. `search` narrows people by name, handle or address. */
export async function adminPage(visitor: Visitor, search: string): Promise<AdminView> {
  requireAdmin(visitor);
  const like = { contains: search.replaceAll(/[\\%_]/g, String.raw`\$&`), mode: 'insensitive' as const };
  const found = search === '' ? {} : { OR: [{ name: like }, { handle: like }, { email: like }] };
  const [people, series, accounts] = await Promise.all([
    database().person.findMany({
      where: { AND: [PEOPLE, found] },
      include: COUNTED,
      orderBy: { name: 'asc' },
      take: MOST + 1,
    }),
    adminSeries(),
    database().person.findMany({
      where: { authUserId: { not: null }, disabledAt: null },
      select: { id: true, name: true, hue: true },
      orderBy: { name: 'asc' },
    }),
  ]);
  const rows = people.slice(0, MOST).map(rowOf);
  const order = { account: 0, guest: 1, named: 2 } as const;
  return {
    people: rows.toSorted((a, b) => order[a.kind] - order[b.kind]),
    morePeople: people.length > MOST,
    series,
    accounts,
  };
}

async function adminSeries(): Promise<readonly AdminSeriesRow[]> {
  const series = await database().series.findMany({
    where: { deletedAt: null },
    orderBy: { name: 'asc' },
    include: {
      memberships: { where: { role: 'host' }, include: { person: true } },
      _count: { select: { memberships: true, calls: { where: { deletedAt: null } } } },
    },
  });
  return series.map(({ id, name, slug, memberships, _count }) => ({
    id,
    name,
    address: addresses.series(slug),
    hosts: memberships.map(({ person }) => person.name),
    members: _count.memberships,
    calls: _count.calls,
    orphaned: memberships.every(({ person }) => person.disabledAt !== null),
  }));
}

async function findPerson(personId: string): Promise<PersonParts> {
  if (!z.uuid().safeParse(personId).success) throw nothingHere();
  const person = await database().person.findFirst({ where: { AND: [PEOPLE, { id: personId }] }, include: COUNTED });
  if (person === null) throw nothingHere();
  return person;
}

/** One person, and what would end with them. Admins only. */
export async function adminPerson(visitor: Visitor, personId: string): Promise<AdminPersonView> {
  const admin = requireAdmin(visitor);
  const person = await findPerson(personId);
  const memberships = await database().membership.findMany({
    where: { personId, series: { deletedAt: null } },
    include: { series: true },
  });
  return {
    person: rowOf(person),
    you: admin === personId,
    series: memberships.map(({ role, series }) => ({
      name: series.name,
      address: addresses.series(series.slug),
      role,
    })),
    onlyHostOf: await onlyHostOf(database(), personId),
    disabling: await disablingOf(person),
  };
}

function namesOf(rows: readonly { readonly name: string }[]): readonly string[] {
  return rows.map(({ name }) => name);
}

async function disablingOf({ id, authUserId }: Person): Promise<DisablingView> {
  const open = { revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: new Date() } }] };
  const names = { select: { name: true } } as const;
  const [sessions, sectionLinks, links, invitations, tokens] = await Promise.all([
    authUserId === null ? 0 : database().authSession.count({ where: { userId: authUserId } }),
    database().link.findMany({ where: { personId: id, ...open }, ...names }),
    database().link.findMany({ where: { createdById: id, personId: null, ...open }, ...names }),
    database().invitation.findMany({
      where: { createdById: id, revokedAt: null, expiresAt: { gt: new Date() }, acceptedAt: null },
      ...names,
    }),
    database().apiToken.findMany({ where: { createdById: id, ...open }, ...names }),
  ]);
  return {
    ends: { sessions, sectionLinks: namesOf(sectionLinks) },
    stays: { links: namesOf(links), invitations: namesOf(invitations), tokens: namesOf(tokens) },
  };
}

/** Somebody that an admin does something to: both by id. Admins only. */
export async function adminOver(
  visitor: Visitor,
  personId: string,
): Promise<{ readonly personId: string; readonly by: string; readonly email: string | null }> {
  const by = requireAdmin(visitor);
  const { email } = await findPerson(personId);
  return { personId, by, email };
}

/** Gives a series that has no host any more to somebody with an account. Admins only. */
export async function giveSeries(visitor: Visitor, seriesId: string, personId: string): Promise<void> {
  const by = requireAdmin(visitor);
  if (![seriesId, personId].every((id) => z.uuid().safeParse(id).success)) throw nothingHere();
  await database().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM series WHERE id = ${seriesId}::uuid FOR UPDATE`;
    const hosts = await tx.membership.count({ where: { seriesId, role: 'host', person: { disabledAt: null } } });
    if (hosts > 0) throw new Refusal('conflict', 'This series has a host, who decides who belongs to it.');
    const account = await tx.person.count({ where: { id: personId, authUserId: { not: null }, disabledAt: null } });
    if (account === 0 || (await tx.series.count({ where: { id: seriesId, deletedAt: null } })) === 0)
      throw nothingHere();
    await tx.membership.upsert({
      where: { seriesId_personId: { seriesId, personId } },
      create: { seriesId, personId, role: 'host' },
      update: { role: 'host' },
    });
    await audit(tx, { act: 'membership.role', personId: by, seriesId, details: { person: personId, role: 'host' } });
  });
  bus().publish('access.changed', { seriesId, personId });
}

/** What happened on the whole instance, the latest first. Admins only. */
export async function instanceLog(visitor: Visitor, before: unknown): Promise<AuditPage> {
  requireAdmin(visitor);
  return auditPage({}, before);
}
