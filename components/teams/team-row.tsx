'use client';

import { ChevronDown, ChevronUp } from 'lucide-react';
import Link from 'next/link';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { PersonDot } from '#components/frame/person-dot.tsx';
import { TeamMark } from '#components/sections/team-mark.tsx';
import { Button } from '#components/ui/button.tsx';
import { Problem } from '#components/ui/field.tsx';
import { messages } from '#lib/messages/en.ts';
import type { TeamEntry, TeamsView } from '#lib/views.ts';
import { TeamEditor } from './team-editor.tsx';
import { TeamMenu } from './team-menu.tsx';
import type { TeamsActions } from './teams-actions.ts';
import { useAct, type Act } from '#components/ui/use-act.ts';

const words = messages.teams;

interface TeamRowProps {
  readonly view: TeamsView;
  readonly team: TeamEntry;
  /** Its place, from 0. */
  readonly at: number;
  readonly actions: TeamsActions;
  /** It was merged or removed. */
  readonly onGone: () => void;
}

/** A team in the list: who it is, and for hosts what can be done with it. */
export function TeamRow({ view, team, at, actions, onGone }: TeamRowProps) {
  const [editing, setEditing] = useState(false);
  const toggle = useRef<HTMLButtonElement>(null);
  const act = useAct();
  const close = (): void => {
    setEditing(false);
    toggle.current?.focus();
  };
  return (
    <li className="border-b border-line py-3" aria-busy={act.pending}>
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <TeamFacts team={team} />
        {view.may.manage && (
          <div className="-ml-2.5 flex flex-wrap items-center tablet:ml-0">
            <MoveButtons team={team} at={at} of={view.teams.length} move={actions.move} act={act} />
            <Button
              ref={toggle}
              tone="bare"
              aria-expanded={editing}
              aria-label={words.editTitle(team.name)}
              onClick={() => setEditing(!editing)}
            >
              {words.edit}
            </Button>
            <TeamMenu team={team} teams={view.teams} actions={actions} act={act} onGone={onGone} />
          </div>
        )}
      </div>
      {act.refusal !== null && <Problem>{act.refusal}</Problem>}
      {editing && <TeamEditor team={team} people={view.people} actions={actions} onClose={close} />}
    </li>
  );
}

function TeamFacts({ team }: { readonly team: TeamEntry }) {
  return (
    <div className="min-w-0 flex-1 basis-72">
      <h3 className="flex min-h-11 items-center gap-2 text-16 font-semibold tablet:min-h-9">
        <span aria-hidden="true" className="inline-flex self-center">
          <TeamMark team={team} />
        </span>
        <Link href={team.address} className="min-w-0 [overflow-wrap:anywhere] underline-offset-4 hover:underline">
          {team.name}
        </Link>
      </h3>
      {team.blurb !== '' && <p className="max-w-[65ch] text-14 whitespace-pre-line text-soft">{team.blurb}</p>}
      {team.aliases.length > 0 && (
        <p className="text-14 text-soft">
          {words.aliases} {team.aliases.join(' · ')}
        </p>
      )}
      <Members team={team} />
    </div>
  );
}

function Members({ team }: { readonly team: TeamEntry }) {
  if (team.members.length === 0) return null;
  return (
    <ul aria-label={words.members} className="mt-1 flex flex-wrap gap-x-4 gap-y-0.5 text-14">
      {team.members.map((person) => (
        <li key={person.id} className="inline-flex min-w-0 items-center gap-1.5">
          <PersonDot hue={person.hue} />
          <span className="min-w-0 [overflow-wrap:anywhere]">{person.name}</span>
        </li>
      ))}
    </ul>
  );
}

interface MoveButtonsProps {
  readonly team: TeamEntry;
  readonly at: number;
  readonly of: number;
  readonly move: TeamsActions['move'];
  readonly act: Act;
}

/** Up and down. The focus stays on what was pressed though its row moves; at an end the button stays, and does nothing. */
function MoveButtons({ team, at, of, move, act }: MoveButtonsProps) {
  const [up, down] = [useRef<HTMLButtonElement>(null), useRef<HTMLButtonElement>(null)];
  const pressed = useRef<RefObject<HTMLButtonElement | null>>(null);
  const [said, say] = useState('');
  useEffect(() => {
    if (pressed.current === null) return;
    pressed.current.current?.focus();
    pressed.current = null;
    say(words.moved(team.name, at + 1));
  }, [at, team.name]);
  const press = (to: 'up' | 'down', possible: boolean): void => {
    if (!possible) return;
    pressed.current = to === 'up' ? up : down;
    act.run(() => move(team.id, to));
  };
  const [canUp, canDown] = [at > 0, at < of - 1];
  return (
    <>
      <span role="status" className="sr-only">
        {said}
      </span>
      <Button
        ref={up}
        tone="bare"
        className="size-11 !px-0 tablet:size-9"
        aria-label={words.moveUp(team.name)}
        aria-disabled={!canUp}
        onClick={() => press('up', canUp)}
      >
        <ChevronUp className="size-4" aria-hidden="true" />
      </Button>
      <Button
        ref={down}
        tone="bare"
        className="size-11 !px-0 tablet:size-9"
        aria-label={words.moveDown(team.name)}
        aria-disabled={!canDown}
        onClick={() => press('down', canDown)}
      >
        <ChevronDown className="size-4" aria-hidden="true" />
      </Button>
    </>
  );
}
