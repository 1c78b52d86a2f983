import { Refusal } from '#lib/errors.ts';
import { foldHeading } from '#lib/teams/fold-heading.ts';
import { MOST_ALIASES } from '#lib/teams/team-forms.ts';
import type { TeamsChange } from './change-teams.ts';

interface Owner {
  readonly id: string;
  readonly name: string;
}

/** Makes these spellings a team's headings: new ones, and what were topics. Refuses what is another team's. */
export async function claimHeadings(
  { tx, seriesId }: TeamsChange,
  team: Owner,
  spellings: readonly string[],
): Promise<void> {
  const wanted = new Map(spellings.map((spelling) => [foldHeading(spelling), spelling]));
  const taken = await tx.knownHeading.findFirst({
    where: { seriesId, folded: { in: [...wanted.keys()] }, teamId: { not: null }, NOT: { teamId: team.id } },
    include: { team: { select: { name: true } } },
    orderBy: { folded: 'asc' },
  });
  if (taken !== null) {
    const spelling = wanted.get(taken.folded) ?? taken.spelling;
    throw new Refusal('conflict', belongsTo(spelling, taken.team?.name ?? ''));
  }
  await writeHeadings({ tx, seriesId }, team.id, wanted);
  const count = await tx.knownHeading.count({ where: { teamId: team.id } });
  if (count > MOST_ALIASES + 1)
    throw new Refusal(
      'invalid',
      `“${short(team.name)}” would have ${count - 1} other spellings, and a team has at most ${MOST_ALIASES}. Take some out first.`,
    );
}

function belongsTo(spelling: string, team: string): string {
  const heading = `The heading “${short(spelling)}” is of the team “${short(team)}”`;
  return `${heading}. Take it out there first, or merge the two teams.`;
}

/** Makes these spellings topics. Refuses what is a team's. */
export async function claimTopics(
  { tx, seriesId }: Pick<TeamsChange, 'tx' | 'seriesId'>,
  spellings: readonly string[],
): Promise<void> {
  const wanted = new Map(spellings.map((spelling) => [foldHeading(spelling), spelling]));
  const taken = await tx.knownHeading.findFirst({
    where: { seriesId, folded: { in: [...wanted.keys()] }, teamId: { not: null } },
    include: { team: { select: { name: true } } },
    orderBy: { folded: 'asc' },
  });
  if (taken !== null) {
    const heading = wanted.get(taken.folded) ?? taken.spelling;
    throw new Refusal(
      'conflict',
      `The heading “${short(heading)}” is of the team “${short(taken.team?.name ?? '')}”. Take it out there first.`,
    );
  }
  await writeHeadings({ tx, seriesId }, null, wanted);
}

async function writeHeadings(
  { tx, seriesId }: Pick<TeamsChange, 'tx' | 'seriesId'>,
  teamId: string | null,
  wanted: ReadonlyMap<string, string>,
): Promise<void> {
  for (const [folded, spelling] of wanted)
    await tx.knownHeading.upsert({
      where: { seriesId_folded: { seriesId, folded } },
      create: { seriesId, folded, spelling, teamId },
      update: { spelling, teamId },
    });
}

/** A heading within a sentence. */
export function short(words: string): string {
  return words.length > 60 ? `${words.slice(0, 59)}…` : words;
}
