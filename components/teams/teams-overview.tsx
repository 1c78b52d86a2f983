import type { ReactNode } from 'react';
import { SeriesCrumb } from '#components/series/series-crumb.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Page, PagePart, PageTitle } from '#components/ui/page.tsx';
import { messages } from '#lib/messages/en.ts';
import type { TeamsView } from '#lib/views.ts';
import { AddTeam } from './add-team.tsx';
import { AskedTopic } from './asked-topic.tsx';
import { TeamList } from './team-list.tsx';
import type { TeamsActions } from './teams-actions.ts';
import { TopicsPart } from './topics-part.tsx';

const words = messages.teams;

interface TeamsOverviewProps {
  readonly view: TeamsView;
  readonly actions: TeamsActions;
  /** A heading that somebody wants to make a team of. */
  readonly asked: string | null;
  /** What decks teach, for hosts. */
  readonly learned: ReactNode;
}

/** The one page of a series' teams: for hosts to change, for others to read. */
export function TeamsOverview({ view, actions, asked, learned }: TeamsOverviewProps) {
  const { series, teams, may } = view;
  return (
    <Page>
      <PageTitle above={<SeriesCrumb series={series} />} title={words.title} lead={words.lead} />
      {asked !== null && may.manage && <AskedTopic topic={asked} teams={teams} makeTeam={actions.makeTeam} />}
      {learned}
      <PagePart title={words.list} aside={teams.length > 0 && <Count count={teams.length} />}>
        {teams.length === 0 && (
          <EmptyState title={words.empty}>{may.manage ? words.emptyText : words.emptyReader}</EmptyState>
        )}
        {teams.length > 0 && <TeamList view={view} actions={actions} />}
        {may.manage && (
          <div className="mt-3">
            <AddTeam key={teams.length} create={actions.create} />
          </div>
        )}
      </PagePart>
      {may.manage && <TopicsPart topics={view.topics} actions={actions} />}
    </Page>
  );
}

function Count({ count }: { readonly count: number }) {
  return <p className="tabular text-14 text-soft">{words.count(count)}</p>;
}
