'use client';

import { Image } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { addresses } from '#lib/addresses.ts';
import { messages } from '#lib/messages/en.ts';
import type { PictureActions } from './picture-actions.ts';
import { senderTo } from './send-picture.ts';
import { TitleDialog } from './title-dialog.tsx';

interface TitleButtonProps {
  readonly deckId: string;
  readonly actions: PictureActions;
}

/** Opens the choice of the picture that a call opens with. */
export function TitleButton({ deckId, actions }: TitleButtonProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button tone="bare" onClick={() => setOpen(true)}>
        <Image className="size-4" aria-hidden="true" />
        {messages.titlePicture.button}
      </Button>
      {open && (
        <TitleDialog
          actions={actions}
          send={senderTo((name) => addresses.upload({ deck: deckId }, name))}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
