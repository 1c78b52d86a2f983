import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { currentVisitor } from '#app/current-visitor.ts';
import { openPage } from '#app/open-page.ts';
import type { RouteProps } from '#app/route-props.ts';
import { TeamProfile } from '#components/teams/team-profile.tsx';
import { addresses } from '#lib/addresses.ts';
import { movedTeam } from '#server/teams/moved-team.ts';
import { teamPage } from '#server/teams/team-page.ts';

const load = cache(async (series: string, team: string) => {
  const visitor = await currentVisitor();
  const moved = await movedTeam(visitor, series, team);
  // Not for ever: a browser that remembers it would turn in circles once the team gets its old name back.
  if (moved !== null) redirect(moved);
  return openPage({ path: addresses.team(series, team), series }, teamPage(visitor, series, team));
});

export async function generateMetadata({ params }: RouteProps<'series' | 'team'>): Promise<Metadata> {
  const { series, team } = await params;
  return { title: (await load(series, team)).team.name };
}

export default async function TeamPage({ params }: RouteProps<'series' | 'team'>) {
  const { series, team } = await params;
  return <TeamProfile view={await load(series, team)} madeAt={new Date().toISOString()} />;
}
