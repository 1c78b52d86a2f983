'use client';

import { useState } from 'react';
import { ActionForm } from '#components/ui/action-form.tsx';
import { Folded } from '#components/ui/folded.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import type { FormAction } from '#lib/forms/form-state.ts';
import { messages } from '#lib/messages/en.ts';
import { learnedField } from '#lib/teams/learned-form.ts';
import type { LearnedView } from '#lib/teams/learned-views.ts';
import { callDay } from './call-day.ts';
import { whenTaken } from './taken-form.ts';
import { LearnedRow, type LearnedRowProps } from './learned-row.tsx';

const words = messages.teams.learned;

interface LearnedFormProps {
  readonly learned: LearnedView;
  readonly accept: FormAction;
  readonly onTaken: () => void;
}

/** Everything that decks teach and the series does not know, in one form: what is certain is checked. */
export function LearnedForm({ learned, accept, onTaken }: LearnedFormProps) {
  const { decks, teams, topics, doubtful } = learned;
  const [taken, setTaken] = useState<ReadonlySet<string>>(() => certainOnes(learned));
  const take = (field: string, on: boolean): void => {
    const next = new Set(taken);
    if (on) next.add(field);
    else next.delete(field);
    setTaken(next);
  };
  const counts = {
    teams: teams.filter((_, row) => taken.has(learnedField('team', row, 'take'))).length,
    topics: topics.filter((_, row) => taken.has(learnedField('topic', row, 'take'))).length,
  };
  return (
    <ActionForm action={whenTaken(accept, onTaken)}>
      {(state, pending) => (
        <>
          <p className="max-w-[65ch] py-3 text-16 text-soft">{words.lead(decks)}</p>
          <ul>
            {teams.map((team, row) => (
              <LearnedRow
                key={team.name}
                kind="team"
                row={row}
                heading={team}
                team={team}
                {...{ decks, taken, take, state }}
              />
            ))}
          </ul>
          {topics.length > 0 && <Topics topics={topics} {...{ decks, taken, take, state }} />}
          <div className="mt-5 mb-4">
            <SubmitButton pending={pending}>{words.accept(counts.teams, counts.topics)}</SubmitButton>
          </div>
          {doubtful.length > 0 && <Doubtful doubtful={doubtful} />}
        </>
      )}
    </ActionForm>
  );
}

type TopicsProps = Pick<LearnedView, 'topics'> & Pick<LearnedRowProps, 'decks' | 'taken' | 'take' | 'state'>;

/** What came again first; what was seen but once waits folded: there may be many of these. */
function Topics({ topics, ...common }: TopicsProps) {
  const rows = topics.map((heading, row) => ({ heading, row }));
  const seldom = rows.filter(({ heading }) => !heading.certain);
  const list = (some: typeof rows) => (
    <ul>
      {some.map(({ heading, row }) => (
        <LearnedRow key={heading.name} kind="topic" row={row} heading={heading} team={null} {...common} />
      ))}
    </ul>
  );
  return (
    <>
      <h3 className="mt-8 text-16 font-semibold">{words.topics}</h3>
      <p className="mb-1 text-14 text-soft">{words.topicsText}</p>
      {list(rows.filter(({ heading }) => heading.certain))}
      {seldom.length > 0 && <Folded title={words.seldom(seldom.length)}>{list(seldom)}</Folded>}
    </>
  );
}

function certainOnes({ teams, topics }: LearnedView): ReadonlySet<string> {
  return new Set([
    ...teams.flatMap(({ certain }, row) => (certain ? [learnedField('team', row, 'take')] : [])),
    ...topics.flatMap(({ certain }, row) => (certain ? [learnedField('topic', row, 'take')] : [])),
  ]);
}

function Doubtful({ doubtful }: Pick<LearnedView, 'doubtful'>) {
  return (
    <Folded title={words.doubtful(doubtful.length)}>
      <ul className="text-14">
        {doubtful.map(({ heading, date, why, guess }) => (
          <li key={`${date} ${heading}`} className="border-b border-line py-1.5">
            <span className="font-medium [overflow-wrap:anywhere]">{heading}</span>{' '}
            <span className="text-soft">
              {callDay(date)} · {words.why[why]}
              {guess !== null && ` · ${words.guess(guess)}`}
            </span>
          </li>
        ))}
      </ul>
    </Folded>
  );
}
