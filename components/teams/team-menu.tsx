'use client';

import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { AskAgain } from '#components/ui/ask-again.tsx';
import { Button } from '#components/ui/button.tsx';
import { Menu, MenuItem, MenuRule } from '#components/ui/menu.tsx';
import type { Act } from '#components/ui/use-act.ts';
import { messages } from '#lib/messages/en.ts';
import type { TeamEntry } from '#lib/views.ts';
import { MergeDialog } from './merge-dialog.tsx';
import { SplitDialog } from './split-dialog.tsx';
import type { TeamsActions } from './teams-actions.ts';

const words = messages.teams;

interface TeamMenuProps {
  readonly team: TeamEntry;
  readonly teams: readonly TeamEntry[];
  readonly actions: TeamsActions;
  readonly act: Act;
  /** It was merged or removed. */
  readonly onGone: () => void;
}

/** What is done rarely with a team: merge, split, remove. */
export function TeamMenu({ team, teams, actions, act, onGone }: TeamMenuProps) {
  const [asking, setAsking] = useState<'merge' | 'split' | 'remove' | null>(null);
  const close = (): void => setAsking(null);
  const merged = (): void => {
    close();
    onGone();
  };
  return (
    <>
      <Menu
        label={words.menu(team.name)}
        trigger={
          <Button tone="bare" aria-label={words.menu(team.name)} className="size-11 !px-0 tablet:size-9">
            <Ellipsis className="size-4" aria-hidden="true" />
          </Button>
        }
      >
        {teams.length > 1 && <MenuItem onSelect={() => setAsking('merge')}>{words.merge.open}</MenuItem>}
        {team.aliases.length > 0 && <MenuItem onSelect={() => setAsking('split')}>{words.split.open}</MenuItem>}
        {(teams.length > 1 || team.aliases.length > 0) && <MenuRule />}
        <MenuItem onSelect={() => setAsking('remove')}>{words.remove.open}</MenuItem>
      </Menu>
      {asking === 'merge' && (
        <MergeDialog team={team} teams={teams} merge={actions.merge} onMerged={merged} onClose={close} />
      )}
      {asking === 'split' && <SplitDialog team={team} split={actions.split} onClose={close} />}
      {asking === 'remove' && (
        <AskAgain
          title={words.remove.title(team.name)}
          text={words.remove.text}
          yes={words.remove.yes}
          no={words.remove.no}
          onYes={() => act.run(() => actions.remove(team.id), onGone)}
          onClose={close}
        />
      )}
    </>
  );
}
