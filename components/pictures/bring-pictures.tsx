'use client';

import { useState } from 'react';
import { addresses } from '#lib/addresses.ts';
import type { IncomingPictures } from './incoming-pictures.ts';
import type { PictureActions } from './picture-actions.ts';
import { PictureButton } from './picture-button.tsx';
import { senderTo } from './send-picture.ts';
import { TitleDialog } from './title-dialog.tsx';

interface BringPicturesProps {
  readonly incoming: IncomingPictures;
  readonly deckId: string;
  /** Null for a deck without a call, which opens with no picture of its own. */
  readonly actions: PictureActions | null;
  readonly className: string;
}

/** The button of a deck's page by which pictures come in, into the text or behind its first slide. */
export function BringPictures({ incoming, deckId, actions, className }: BringPicturesProps) {
  const [title, setTitle] = useState(false);
  return (
    <>
      <PictureButton
        className={className}
        onFiles={(files) => incoming.take(files, null)}
        onTitle={actions === null ? null : () => setTitle(true)}
      />
      {title && actions !== null && (
        <TitleDialog
          actions={actions}
          send={senderTo((name) => addresses.upload({ deck: deckId }, name))}
          onClose={() => setTitle(false)}
        />
      )}
    </>
  );
}
