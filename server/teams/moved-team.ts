import { may } from '#lib/access.ts';
import { addresses } from '#lib/addresses.ts';
import type { Visitor } from '#lib/visitor.ts';
import { isText } from '#lib/text-argument.ts';
import { askerFor } from '#server/accounts/authorize.ts';
import { database } from '#server/database/client.ts';
import { isTeamSlug } from './team-address.ts';

/**
 * Where a team is now that was renamed or merged, or whose series was renamed. Null when it is there, when there is none, and
 * for who may not know of it.
 */
export async function movedTeam(visitor: Visitor, slug: string, team: string): Promise<string | null> {
  if (!isText(slug)) return null;
  const series =
    (await database().series.findUnique({ where: { slug } })) ??
    (await database().seriesAddress.findUnique({ where: { slug }, include: { series: true } }))?.series;
  if (series === undefined || !may(await askerFor(visitor, series.id), 'record.read', series)) return null;
  const now = await slugNow(series.id, team);
  if (now === null || (now === team && series.slug === slug)) return null;
  return addresses.team(series.slug, now);
}

/** The last part of the address of the team that has this one, or had it. */
async function slugNow(seriesId: string, slug: string): Promise<string | null> {
  if (!isTeamSlug(slug)) return null;
  const where = { seriesId_slug: { seriesId, slug } };
  const here = await database().team.findUnique({ where, select: { slug: true } });
  if (here !== null) return here.slug;
  const moved = await database().teamAddress.findUnique({ where, select: { team: { select: { slug: true } } } });
  return moved?.team.slug ?? null;
}
