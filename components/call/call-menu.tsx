'use client';

import { useState } from 'react';
import { Ellipsis } from 'lucide-react';
import { Button } from '#components/ui/button.tsx';
import { Problem } from '#components/ui/field.tsx';
import { Menu, MenuItem } from '#components/ui/menu.tsx';
import { useAct } from '#components/ui/use-act.ts';
import { messages } from '#lib/messages/en.ts';
import type { CallMay } from '#lib/views.ts';
import { ImportedDialog } from '#components/corrections/imported-dialog.tsx';
import type { ImportedRecordView } from '#lib/corrections/correction-views.ts';
import type { CallActions } from './call-actions.ts';
import { SlotDialog } from './slot-dialog.tsx';

const words = messages.bin.call;

interface CallMenuProps {
  readonly may: Pick<CallMay, 'delete' | 'manageSections'>;
  readonly actions: Pick<CallActions, 'delete' | 'changeSlot' | 'correctRecord'>;
  /** How long the call may take, in seconds; null where nobody said so. */
  readonly slot: number | null;
  /** What can be put right in an imported record; null for whoever may not. */
  readonly imported?: ImportedRecordView['form'];
}

/** What is seldom done with a call. Deleting asks nothing: the page that comes then says so, and brings it back by one press. */
export function CallMenu({ may, actions, slot, imported = null }: CallMenuProps) {
  const act = useAct();
  const [asked, setAsked] = useState(false);
  const [correcting, setCorrecting] = useState(false);
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
        {may.manageSections && <MenuItem onSelect={() => setAsked(true)}>{messages.callTime.slot.open}</MenuItem>}
        {imported !== null && (
          <MenuItem onSelect={() => setCorrecting(true)}>{messages.corrections.imported.open}</MenuItem>
        )}
        <MenuItem onSelect={() => act.run(actions.delete, () => globalThis.location.reload())}>{words.delete}</MenuItem>
      </Menu>
      {asked && (
        <SlotDialog
          slot={slot}
          onKeep={(seconds) => act.run(() => actions.changeSlot(seconds))}
          onClose={() => setAsked(false)}
        />
      )}
      {correcting && imported !== null && (
        <ImportedDialog form={imported} correct={actions.correctRecord} onClose={() => setCorrecting(false)} />
      )}
      {act.refusal !== null && (
        <div className="basis-full">
          <Problem>{act.refusal}</Problem>
        </div>
      )}
    </>
  );
}
