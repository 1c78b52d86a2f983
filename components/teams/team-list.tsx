'use client';

import { useRef } from 'react';
import { messages } from '#lib/messages/en.ts';
import type { TeamsView } from '#lib/views.ts';
import { TeamRow } from './team-row.tsx';
import type { TeamsActions } from './teams-actions.ts';

interface TeamListProps {
  readonly view: TeamsView;
  readonly actions: TeamsActions;
}

/** The teams of a series in their order. When one goes, whoever had the focus in it finds it on the list. */
export function TeamList({ view, actions }: TeamListProps) {
  const list = useRef<HTMLOListElement>(null);
  const gone = (): void => list.current?.focus();
  return (
    <ol ref={list} tabIndex={-1} aria-label={messages.teams.list}>
      {view.teams.map((team, at) => (
        <TeamRow key={team.id} view={view} team={team} at={at} actions={actions} onGone={gone} />
      ))}
    </ol>
  );
}
