import { database } from '#server/database/client.ts';

import type { SoughtTeam } from './find-slides.ts';
import type { SearchScope } from './search-scope.ts';

/** The teams of this address in the series that may be searched, also by an address that they had before. */
export async function soughtTeams({ series }: SearchScope, slug: string): Promise<readonly SoughtTeam[]> {
  const teams = await database().team.findMany({
    where: {
      seriesId: { in: series.map(({ id }) => id) },
      OR: [{ slug }, { addresses: { some: { slug } } }],
    },
    select: { id: true, seriesId: true, headings: { select: { folded: true } } },
  });
  return teams.map(({ id, seriesId, headings }) => ({ id, seriesId, headings: headings.map(({ folded }) => folded) }));
}
