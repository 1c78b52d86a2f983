'use client';

import { Ellipsis } from 'lucide-react';
import { Button } from '#components/ui/button.tsx';
import { Problem } from '#components/ui/field.tsx';
import { Menu, MenuItem } from '#components/ui/menu.tsx';
import { useAct } from '#components/ui/use-act.ts';
import { messages } from '#lib/messages/en.ts';
import type { CallMay } from '#lib/views.ts';
import type { CallActions } from './call-actions.ts';

const words = messages.bin.call;

interface CallMenuProps {
  readonly may: Pick<CallMay, 'delete'>;
  readonly actions: Pick<CallActions, 'delete'>;
}

/** What is seldom done with a call. Deleting asks nothing: the page that comes then says so, and brings it back by one press. */
export function CallMenu({ may, actions }: CallMenuProps) {
  const act = useAct();
  if (!may.delete) return null;
  return (
    <>
      <Menu
        label={words.menu}
        trigger={
          <Button className="size-11 !px-0 tablet:size-9" aria-label={words.menu} aria-busy={act.pending}>
            <Ellipsis className="size-4" aria-hidden="true" />
          </Button>
        }
      >
        <MenuItem onSelect={() => act.run(actions.delete, () => globalThis.location.reload())}>{words.delete}</MenuItem>
      </Menu>
      {act.refusal !== null && (
        <div className="basis-full">
          <Problem>{act.refusal}</Problem>
        </div>
      )}
    </>
  );
}
