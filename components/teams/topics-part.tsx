'use client';

import { X } from 'lucide-react';
import { useRef } from 'react';
import { ActionForm } from '#components/ui/action-form.tsx';
import { Button } from '#components/ui/button.tsx';
import { Field, Problem, TextInput } from '#components/ui/field.tsx';
import { Folded } from '#components/ui/folded.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { messages } from '#lib/messages/en.ts';
import type { TeamsActions } from './teams-actions.ts';
import { useAct } from '#components/ui/use-act.ts';

const words = messages.teams.topics;

interface TopicsPartProps {
  readonly topics: readonly string[];
  readonly actions: TeamsActions;
}

/** The headings that are known to be no team's: one press makes a team of one. */
export function TopicsPart({ topics, actions }: TopicsPartProps) {
  const act = useAct();
  const title = useRef<HTMLHeadingElement>(null);
  // What was pressed is gone then.
  const run = (work: () => Promise<string | null>): void => act.run(work, () => title.current?.focus());
  return (
    <section className="mb-12" aria-busy={act.pending}>
      <div className="border-b border-line pb-2">
        <h2 ref={title} tabIndex={-1} className="label-caps">
          {words.title}
        </h2>
      </div>
      <p className="max-w-[65ch] pt-3 text-14 text-soft">{topics.length === 0 ? words.none : words.text}</p>
      {act.refusal !== null && <Problem>{act.refusal}</Problem>}
      <ul className="mt-1">
        {topics.map((topic) => (
          <li
            key={topic}
            className="flex flex-wrap items-center justify-between gap-x-6 border-b border-line py-1 text-16"
          >
            <span className="min-w-0 [overflow-wrap:anywhere]">{topic}</span>
            <span className="-ml-2.5 flex items-center tablet:ml-0">
              <Button
                tone="bare"
                aria-label={words.makeTeamOf(topic)}
                aria-disabled={act.pending}
                onClick={() => run(() => actions.makeTeam(topic))}
              >
                {words.makeTeam}
              </Button>
              <Button
                tone="bare"
                className="size-11 !px-0 tablet:size-9"
                aria-label={words.forget(topic)}
                aria-disabled={act.pending}
                onClick={() => run(() => actions.forgetTopic(topic))}
              >
                <X className="size-4" aria-hidden="true" />
              </Button>
            </span>
          </li>
        ))}
      </ul>
      <div className="mt-3">
        <AddTopic key={topics.length} makeTopic={actions.makeTopic} />
      </div>
    </section>
  );
}

function AddTopic({ makeTopic }: Pick<TeamsActions, 'makeTopic'>) {
  return (
    <Folded title={words.add}>
      <ActionForm action={makeTopic} className="flex max-w-[36rem] flex-col gap-4">
        {(state, pending) => (
          <>
            <Field label={words.heading} problem={state.problems['heading']}>
              {(control) => <TextInput {...control} name="heading" autoComplete="off" />}
            </Field>
            <div>
              <SubmitButton pending={pending} tone="quiet">
                {words.submit}
              </SubmitButton>
            </div>
          </>
        )}
      </ActionForm>
    </Folded>
  );
}
