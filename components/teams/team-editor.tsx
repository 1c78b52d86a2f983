'use client';

import { TeamMark } from '#components/sections/team-mark.tsx';
import { ActionForm } from '#components/ui/action-form.tsx';
import { Button } from '#components/ui/button.tsx';
import { HueField } from '#components/ui/hue-field.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { messages } from '#lib/messages/en.ts';
import type { TeamEntry, TeamPerson } from '#lib/views.ts';
import { MemberEditor } from './member-editor.tsx';
import { whenTaken } from './taken-form.ts';
import { TeamFields } from './team-fields.tsx';
import type { TeamsActions } from './teams-actions.ts';

const words = messages.teams;

interface TeamEditorProps {
  readonly team: TeamEntry;
  readonly people: readonly TeamPerson[];
  readonly actions: TeamsActions;
  readonly onClose: () => void;
}

/** Everything of a team, to change in its place in the list. */
export function TeamEditor({ team, people, actions, onClose }: TeamEditorProps) {
  return (
    <div className="mt-3 mb-2 grid gap-x-14 gap-y-8 border-l-2 border-line pl-4 desk:grid-cols-2">
      <ActionForm action={whenTaken(actions.change, onClose)} className="flex min-w-0 flex-col gap-4">
        {(state, pending) => (
          <>
            <input type="hidden" name="team" value={team.id} />
            <TeamFields state={state} team={team} />
            <HueField
              label={words.hue}
              hint={words.hueHint}
              preset={team.hue}
              problem={state.problems['hue']}
              renderMark={(hue) => <TeamMark team={{ name: team.name, hue }} />}
            />
            <div className="flex flex-wrap gap-2">
              <SubmitButton pending={pending}>{words.save}</SubmitButton>
              <Button onClick={onClose}>{words.cancel}</Button>
            </div>
          </>
        )}
      </ActionForm>
      <MemberEditor team={team} people={people} actions={actions} />
    </div>
  );
}
