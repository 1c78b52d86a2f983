import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { seriesMetadata } from '#app/calls/record-metadata.ts';
import { currentVisitor } from '#app/current-visitor.ts';
import { openPage } from '#app/open-page.ts';
import type { RouteProps } from '#app/route-props.ts';
import { TeamProfile } from '#components/teams/team-profile.tsx';
import { addresses } from '#lib/addresses.ts';
import { messages } from '#lib/messages/en.ts';
import { describe } from '#lib/record/describe.ts';
import { movedTeam } from '#server/teams/moved-team.ts';
import { teamPage } from '#server/teams/team-page.ts';

/** The address of a call, or a year: reports before that are asked for. */
const BEFORE = /^\d{4}(?:-\d{2}-\d{2}(?:-\d{1,4})?)?$/;

/** `before` is said in any case: what is read twice with and without it would be asked twice. */
const load = cache(async (series: string, team: string, before: string | undefined) => {
  const visitor = await currentVisitor();
  const moved = await movedTeam(visitor, series, team);
  // Not for ever: a browser that remembers it would turn in circles once the team gets its old name back.
  if (moved !== null) redirect(moved);
  return openPage({ path: addresses.team(series, team), series }, teamPage(visitor, series, team, before));
});

async function asked({ params, searchParams }: RouteProps<'series' | 'team'>) {
  const { series, team } = await params;
  const { before } = await searchParams;
  const known = typeof before === 'string' && BEFORE.test(before) ? before : undefined;
  return { view: await load(series, team, known), later: known !== undefined };
}

export async function generateMetadata(props: RouteProps<'series' | 'team'>): Promise<Metadata> {
  const { view } = await asked(props);
  const { name, slug, address, blurb } = view.team;
  return seriesMetadata(view.series, {
    title: `${name} – ${view.series.name}`,
    description: describe(blurb) || messages.reading.card.team(name, view.series.name),
    canonical: address,
    type: 'website',
    team: { slug, name },
  });
}

export default async function TeamPage(props: RouteProps<'series' | 'team'>) {
  const { view, later } = await asked(props);
  return <TeamProfile view={view} madeAt={new Date().toISOString()} later={later} />;
}
