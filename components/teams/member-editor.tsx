'use client';

import { X } from 'lucide-react';
import { useRef } from 'react';
import { PersonDot } from '#components/frame/person-dot.tsx';
import { ActionForm } from '#components/ui/action-form.tsx';
import { Button } from '#components/ui/button.tsx';
import { Field, Problem, Select, TextInput } from '#components/ui/field.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { messages } from '#lib/messages/en.ts';
import type { TeamEntry, TeamPerson } from '#lib/views.ts';
import type { TeamsActions } from './teams-actions.ts';
import { useAct } from '#components/ui/use-act.ts';

const words = messages.teams;

interface MemberEditorProps {
  readonly team: TeamEntry;
  readonly people: readonly TeamPerson[];
  readonly actions: TeamsActions;
}

/** Who is in a team: take somebody out, add somebody. */
export function MemberEditor({ team, people, actions }: MemberEditorProps) {
  const act = useAct();
  const title = useRef<HTMLHeadingElement>(null);
  const takeOut = (person: TeamPerson): void =>
    act.run(
      () => actions.removeMember(team.id, person.id),
      // What was pressed is gone.
      () => title.current?.focus(),
    );
  return (
    <div className="min-w-0" aria-busy={act.pending}>
      <h4 ref={title} tabIndex={-1} className="mb-1 text-14 font-semibold">
        {words.members}
      </h4>
      {act.refusal !== null && <Problem>{act.refusal}</Problem>}
      {team.members.length === 0 && <p className="text-14 text-soft">{words.noMembers}</p>}
      <ul className="mb-4">
        {team.members.map((person) => (
          <li key={person.id} className="flex items-center justify-between gap-3 border-b border-line text-14">
            <span className="inline-flex min-w-0 items-center gap-1.5">
              <PersonDot hue={person.hue} />
              <span className="min-w-0 [overflow-wrap:anywhere]">{nameOf(person)}</span>
            </span>
            <Button
              tone="bare"
              className="size-11 !px-0 tablet:size-9"
              aria-label={words.member.remove(person.name, team.name)}
              onClick={() => takeOut(person)}
            >
              <X className="size-4" aria-hidden="true" />
            </Button>
          </li>
        ))}
      </ul>
      <AddMember key={team.members.length} team={team} people={people} add={actions.addMember} />
    </div>
  );
}

interface AddMemberProps extends Pick<MemberEditorProps, 'team' | 'people'> {
  readonly add: TeamsActions['addMember'];
}

function AddMember({ team, people, add }: AddMemberProps) {
  const others = people.filter(({ id }) => !team.members.some((member) => member.id === id));
  return (
    <ActionForm action={add} className="flex flex-col gap-4">
      {(state, pending) => (
        <>
          <input type="hidden" name="team" value={team.id} />
          {others.length > 0 && (
            <Field label={words.member.known} problem={state.problems['person']}>
              {(control) => (
                <Select {...control} name="person" defaultValue="">
                  <option value="">{words.member.choose}</option>
                  {others.map((person) => (
                    <option key={person.id} value={person.id}>
                      {nameOf(person)}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
          )}
          <Field label={words.member.name} hint={words.member.nameHint} problem={state.problems['name']}>
            {(control) => <TextInput {...control} name="name" autoComplete="off" />}
          </Field>
          <div>
            <SubmitButton pending={pending} tone="quiet">
              {words.member.add}
            </SubmitButton>
          </div>
        </>
      )}
    </ActionForm>
  );
}

function nameOf({ name, handle }: TeamPerson): string {
  return handle === null || handle === name ? name : `${name} (@${handle})`;
}
