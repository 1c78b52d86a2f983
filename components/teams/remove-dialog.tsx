'use client';

import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { messages } from '#lib/messages/en.ts';
import type { TeamEntry } from '#lib/views.ts';

const words = messages.teams.remove;

interface RemoveDialogProps {
  readonly team: TeamEntry;
  readonly onRemove: () => void;
  readonly onClose: () => void;
}

/** Asks once more before a team goes: its members and its address are not easily made again. */
export function RemoveDialog({ team, onRemove, onClose }: RemoveDialogProps) {
  const remove = (): void => {
    onRemove();
    onClose();
  };
  return (
    <Dialog title={words.title(team.name)} onClose={onClose}>
      <p className="mb-6 text-16 text-soft">{words.text}</p>
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>{words.no}</Button>
        <Button tone="main" onClick={remove}>
          {words.yes}
        </Button>
      </div>
    </Dialog>
  );
}
