import { slugOf } from '#lib/addresses.ts';
import type { TeamsChange } from './change-teams.ts';

/** The address of a team by its name. What no series may be called, a team may: the letter in front keeps that apart. */
function teamSlug(name: string): string {
  const slug = slugOf(`t ${name}`).slice(2);
  return slug === '' ? 'team' : slug;
}

/** Whether this could be a team's address at all: what comes by an address may be anything. */
export function isTeamSlug(slug: string): boolean {
  return /^[a-z0-9-]{1,60}$/.test(slug);
}

/** An address for a team of this name that is no other team's now, and was none before: those redirect for ever. */
export async function freeTeamSlug({ tx, seriesId }: TeamsChange, name: string, teamId?: string): Promise<string> {
  const wanted = teamSlug(name);
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? wanted : `${wanted.slice(0, 52).replace(/-+$/, '')}-${number}`;
    const [team, former] = [
      await tx.team.findUnique({ where: { seriesId_slug: { seriesId, slug } }, select: { id: true } }),
      await tx.teamAddress.findUnique({ where: { seriesId_slug: { seriesId, slug } } }),
    ];
    if ((team === null || team.id === teamId) && (former === null || former.teamId === teamId)) return slug;
  }
}

/** Gives a team the address of its new name; the old one leads there from now on. */
export async function moveTeamAddress(
  change: TeamsChange,
  team: { readonly id: string; readonly slug: string; readonly name: string },
  name: string,
): Promise<string> {
  // Two teams may have names that make one address: the number that one got stays with it.
  if (teamSlug(team.name) === teamSlug(name)) return team.slug;
  const { tx, seriesId } = change;
  const slug = await freeTeamSlug(change, name, team.id);
  if (slug === team.slug) return slug;
  await tx.teamAddress.deleteMany({ where: { seriesId, slug, teamId: team.id } });
  await keepTeamAddress(change, team.slug, team.id);
  return slug;
}

/** From now on this address leads to that team. */
export async function keepTeamAddress({ tx, seriesId }: TeamsChange, slug: string, teamId: string): Promise<void> {
  await tx.teamAddress.upsert({
    where: { seriesId_slug: { seriesId, slug } },
    create: { seriesId, slug, teamId },
    update: { teamId },
  });
}
