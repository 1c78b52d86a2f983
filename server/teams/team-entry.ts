import { addresses } from '#lib/addresses.ts';
import { foldHeading } from '#lib/teams/fold-heading.ts';
import type { TeamEntry } from '#lib/views.ts';
import type { Prisma } from '#prisma/client/client.ts';

export const PERSON = { select: { id: true, name: true, handle: true, hue: true } } as const;

/** What a team's line on a page needs. */
export const TEAM_PARTS = {
  headings: { select: { spelling: true, folded: true }, orderBy: [{ createdAt: 'asc' }, { folded: 'asc' }] },
  members: { select: { person: PERSON }, orderBy: [{ createdAt: 'asc' }, { personId: 'asc' }] },
} satisfies Prisma.TeamInclude;

export type TeamParts = Prisma.TeamGetPayload<{ include: typeof TEAM_PARTS }>;

/** A team as pages show it. */
export function teamEntry(series: string, team: TeamParts): TeamEntry {
  const { id, slug, name, blurb, hue, headings, members } = team;
  const own = foldHeading(name);
  return {
    id,
    slug,
    address: addresses.team(series, slug),
    name,
    blurb,
    hue,
    aliases: headings.filter(({ folded }) => folded !== own).map(({ spelling }) => spelling),
    members: members.map(({ person }) => person),
  };
}
