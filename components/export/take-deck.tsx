'use client';

import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { messages } from '#lib/messages/en.ts';

import { TakeAlong } from './take-along.tsx';

const words = messages.exports;

interface TakeDeckProps {
  readonly deckId: string;
  readonly template: boolean;
  readonly className: string;
}

/** A button that opens every form in which a deck can leave as it is now. */
export function TakeDeck({ deckId, template, className }: TakeDeckProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" aria-haspopup="dialog" className={className} onClick={() => setOpen(true)}>
        {words.deck}
      </button>
      {open && (
        <Dialog title={words.title} onClose={() => setOpen(false)}>
          <TakeAlong thing={{ deck: deckId }} template={template} />
          <form method="dialog" className="mt-4 flex justify-end">
            <Button type="submit">{words.offline.close}</Button>
          </form>
        </Dialog>
      )}
    </>
  );
}
