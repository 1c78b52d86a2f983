import { addresses } from '#lib/addresses.ts';
import { may } from '#lib/access.ts';
import type { PastSection } from '#lib/people/people-views.ts';
import type { Visitor } from '#lib/visitor.ts';
import { askerFor } from '#server/accounts/authorize.ts';
import { database } from '#server/database/client.ts';
import { requirePerson } from './profile.ts';

const MOST = 500;

/** The sections that somebody reported in calls that have ended, in all series whose records they may read, the latest first. */
export async function pastSections(visitor: Visitor): Promise<readonly PastSection[]> {
  const { id } = requirePerson(visitor);
  const sections = await database().section.findMany({
    where: { reporterId: id, goneAt: null, deck: { call: { state: 'ended', deletedAt: null } } },
    include: { deck: { include: { series: true, call: true } } },
    orderBy: [{ deck: { call: { startsAt: 'desc' } } }, { position: 'asc' }],
    take: MOST,
  });
  const readable = new Map<string, boolean>();
  const found: PastSection[] = [];
  for (const { title, deck } of sections) {
    const { series, call } = deck;
    if (call === null) continue;
    const known = readable.get(series.id) ?? may(await askerFor(visitor, series.id), 'record.read', series);
    readable.set(series.id, known);
    if (!known) continue;
    const date = call.address.slice(0, 10);
    found.push({ title, series: series.name, date, address: addresses.call(series.slug, call.address) });
  }
  return found;
}
