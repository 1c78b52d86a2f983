import { z } from 'zod';
import { Refusal } from '#lib/errors.ts';
import { messages } from '#lib/messages/en.ts';
import type { Visitor } from '#lib/visitor.ts';
import { claimPerson, ONLY_NAMED, ringSections } from '#server/accounts/claims.ts';
import { database } from '#server/database/client.ts';
import { nothingHere } from '#server/series/find-series.ts';
import { ofSeries } from '#server/teams/named-person.ts';
import { hostOf } from './host-of.ts';

/**
 * Says that somebody who is only named in the series is one of its members. Hosts only, and only for whoever is named in no other
 * series: what stands elsewhere is for the hosts there to say.
 */
export async function claimByHost(visitor: Visitor, slug: string, named: string, member: string): Promise<void> {
  const { series } = await hostOf(visitor, slug);
  if (![named, member].every((id) => z.uuid().safeParse(id).success)) throw nothingHere();
  await database().$transaction(async (tx) => {
    const person = await tx.person.findFirst({ where: { AND: [{ id: named, ...ONLY_NAMED }, ofSeries(series.id)] } });
    const membership = await tx.membership.findUnique({
      where: { seriesId_personId: { seriesId: series.id, personId: member } },
    });
    if (person === null || membership === null) throw nothingHere();
    const elsewhere = await tx.person.count({
      where: {
        id: named,
        OR: [
          { teams: { some: { team: { seriesId: { not: series.id } } } } },
          { reports: { some: { deck: { seriesId: { not: series.id } } } } },
          { deputises: { some: { deck: { seriesId: { not: series.id } } } } },
        ],
      },
    });
    if (elsewhere > 0) throw new Refusal('conflict', messages.people.named.elsewhere);
    await claimPerson(tx, named, member);
  });
  await ringSections(member);
}
