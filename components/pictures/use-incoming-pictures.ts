'use client';

import { useEffect, useState } from 'react';
import { addresses } from '#lib/addresses.ts';
import { INCOMING_ID } from './incoming-panel.tsx';
import { IncomingPictures, type KeepDescription, type PicturePlaces } from './incoming-pictures.ts';
import { senderTo } from './send-picture.ts';

/** The pictures that come into a deck. As long as one is on its way the browser asks before it closes the page; Alt I goes to their list. */
export function useIncomingPictures(
  deckId: string,
  places: PicturePlaces,
  keepDescription: KeepDescription,
): IncomingPictures {
  const [incoming] = useState(
    () =>
      new IncomingPictures(
        senderTo((name) => addresses.upload({ deck: deckId }, name)),
        places,
        keepDescription,
      ),
  );
  useEffect(() => {
    const guard = (event: BeforeUnloadEvent): void => {
      if (incoming.underway()) event.preventDefault();
    };
    const press = (event: KeyboardEvent): void => {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.code !== 'KeyI') return;
      const list = document.getElementById(INCOMING_ID);
      if (list === null) return;
      event.preventDefault();
      (list.querySelector<HTMLElement>('input') ?? list.querySelector<HTMLElement>('button'))?.focus();
    };
    addEventListener('beforeunload', guard);
    document.addEventListener('keydown', press);
    return () => {
      removeEventListener('beforeunload', guard);
      document.removeEventListener('keydown', press);
    };
  }, [incoming]);
  return incoming;
}
