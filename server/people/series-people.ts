import type { InvitationView, MemberView, NamedView, SeriesPeopleView } from '#lib/people/people-views.ts';
import { may } from '#lib/access.ts';
import type { Visitor } from '#lib/visitor.ts';
import { ONLY_NAMED } from '#server/accounts/claims.ts';
import { database } from '#server/database/client.ts';
import { findSeries } from '#server/series/find-series.ts';
import { seriesReference } from '#server/series/series-reference.ts';
import type { Prisma } from '#prisma/client/client.ts';
import { ofSeries } from '#server/teams/named-person.ts';

const RANK = { host: 0, writer: 1, reader: 2 } as const;

/** The people of a series, for its members; who is named only and who is invited, and addresses, for hosts. */
export async function seriesPeople(visitor: Visitor, slug: string, mail: boolean): Promise<SeriesPeopleView> {
  const { series, asker } = await findSeries(visitor, slug, 'series.members');
  const manage = may(asker, 'series.manage', series);
  const [members, named, invitations] = await Promise.all([
    membersOf(series.id, { manage, you: asker.personId }),
    manage ? namedIn(series.id) : [],
    manage ? invitationsOf(series.id) : [],
  ]);
  const { readDecks, readLive, readRecords, write, offersBaton } = series;
  return {
    series: seriesReference(series, asker),
    audiences: { readDecks, readLive, readRecords, write },
    offersBaton,
    members,
    named,
    invitations,
    may: { manage, mail: manage && mail },
  };
}

async function membersOf(
  seriesId: string,
  { manage, you }: { readonly manage: boolean; readonly you: string | null },
): Promise<readonly MemberView[]> {
  const rows = await database().membership.findMany({ where: { seriesId }, include: { person: true } });
  return rows
    .map(({ role, person }) => ({
      id: person.id,
      name: person.name,
      hue: person.hue,
      handle: person.handle,
      email: manage ? person.email : null,
      role,
      lastSeenAt: person.lastSeenAt?.toISOString() ?? null,
      you: person.id === you,
    }))
    .toSorted((a, b) => RANK[a.role] - RANK[b.role] || a.name.localeCompare(b.name));
}

/** Has a team or a section here: not only an invitation, which stands among those. */
function hasPart(seriesId: string): Prisma.PersonWhereInput[] {
  const named = { some: { deck: { seriesId } } };
  return [{ teams: { some: { team: { seriesId } } } }, { reports: named }, { deputises: named }];
}

async function namedIn(seriesId: string): Promise<readonly NamedView[]> {
  const waiting = { seriesId, revokedAt: null, acceptedAt: null, expiresAt: { gt: new Date() } };
  const people = await database().person.findMany({
    where: {
      AND: [ONLY_NAMED, ofSeries(seriesId), { OR: [...hasPart(seriesId), { invitations: { none: waiting } }] }],
    },
    orderBy: { name: 'asc' },
    include: {
      teams: { where: { team: { seriesId } }, select: { team: { select: { name: true } } } },
      _count: { select: { reports: { where: { deck: { seriesId } } } } },
    },
  });
  return people.map(({ id, name, hue, handle, email, teams, _count }) => ({
    id,
    name,
    hue,
    handle,
    email,
    sections: _count.reports,
    teams: teams.map(({ team }) => team.name),
  }));
}

async function invitationsOf(seriesId: string): Promise<readonly InvitationView[]> {
  const rows = await database().invitation.findMany({
    where: {
      seriesId,
      revokedAt: null,
      expiresAt: { gt: new Date() },
      OR: [{ acceptedAt: null }, { personId: null }],
    },
    orderBy: { createdAt: 'desc' },
  });
  return rows.map(({ id, name, role, personId, mailedTo, expiresAt }) => ({
    id,
    name,
    role,
    many: personId === null,
    mailedTo,
    expiresAt: expiresAt.toISOString(),
  }));
}
