import type { Metadata } from 'next';
import { Suspense } from 'react';
import { currentVisitor } from '#app/current-visitor.ts';
import { openPage } from '#app/open-page.ts';
import type { RouteProps } from '#app/route-props.ts';
import { teamsActions } from '#app/teams/teams-actions.ts';
import { LearnedPanel } from '#components/teams/learned-panel.tsx';
import { LearnedWaiting } from '#components/teams/learned-waiting.tsx';
import { TeamsOverview } from '#components/teams/teams-overview.tsx';
import { addresses } from '#lib/addresses.ts';
import { messages } from '#lib/messages/en.ts';
import { knowable } from '#lib/teams/team-forms.ts';
import { learnedTeams } from '#server/teams/learned-teams.ts';
import { teamsPage } from '#server/teams/teams-page.ts';

export const metadata: Metadata = { title: messages.teams.title };

/** With `?topic=` somebody comes from a section to make a team of its heading. */
export default async function TeamsPage({ params, searchParams }: RouteProps<'series'>) {
  const { series } = await params;
  const { topic } = await searchParams;
  const view = await openPage({ path: addresses.teams(series), series }, teamsPage(await currentVisitor(), series));
  const actions = teamsActions(series);
  return (
    <TeamsOverview
      view={view}
      actions={actions}
      asked={typeof topic === 'string' ? knowable(topic) : null}
      learned={
        view.may.manage && (
          <Suspense fallback={<LearnedWaiting />}>
            <LearnedPart series={series} first={view.teams.length === 0} />
          </Suspense>
        )
      }
    />
  );
}

async function LearnedPart({ series, first }: { readonly series: string; readonly first: boolean }) {
  const learned = await learnedTeams(await currentVisitor(), series);
  return <LearnedPanel learned={learned} accept={teamsActions(series).accept} first={first} />;
}
