'use client';

import { Button } from '#components/ui/button.tsx';
import { Banner } from '#components/ui/banner.tsx';
import { Problem } from '#components/ui/field.tsx';
import { messages } from '#lib/messages/en.ts';
import { foldHeading } from '#lib/teams/fold-heading.ts';
import type { TeamEntry } from '#lib/views.ts';
import type { TeamsActions } from './teams-actions.ts';
import { useAct } from '#components/ui/use-act.ts';

const words = messages.teams.topics;

interface AskedTopicProps {
  readonly topic: string;
  readonly teams: readonly TeamEntry[];
  readonly makeTeam: TeamsActions['makeTeam'];
}

/** Somebody came from a section to make a team of its heading: one press, or the answer that it is one. */
export function AskedTopic({ topic, teams, makeTeam }: AskedTopicProps) {
  const act = useAct();
  const folded = foldHeading(topic);
  const owner = teams.find(({ name, aliases }) => [name, ...aliases].some((each) => foldHeading(each) === folded));
  return (
    <div className="mb-10" aria-busy={act.pending}>
      {owner !== undefined && <Banner>{words.isOf(topic, owner.name)}</Banner>}
      {owner === undefined && (
        <Banner
          action={
            <Button tone="main" aria-disabled={act.pending} onClick={() => act.run(() => makeTeam(topic))}>
              {act.pending ? messages.frame.working : words.makeTeam}
            </Button>
          }
        >
          {words.asked(topic)} {words.askedText}
        </Banner>
      )}
      {act.refusal !== null && <Problem>{act.refusal}</Problem>}
    </div>
  );
}
