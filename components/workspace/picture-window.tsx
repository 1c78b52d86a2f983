'use client';

import { lazy, Suspense, useEffect, useMemo } from 'react';
import { useStore } from '#components/connection/use-store.ts';
import type { PictureHost } from '#components/pictures/picture-host.ts';
import type { DeckView } from '#lib/views.ts';
import type { DeckDesk } from './deck-desk.ts';

// With the renderer of the slides, which nobody loads who does not ask for it.
const PictureDialog = lazy(async () => {
  const { PictureDialog: component } = await import('#components/pictures/picture-dialog.tsx');
  return { default: component };
});

interface PictureWindowProps {
  readonly desk: DeckDesk;
  readonly pictures: DeckView['pictures'];
}

/** The menu of a picture, when somebody asked for it: by its button, by Alt+P anywhere in the page, or in the slides. */
export function PictureWindow({ desk, pictures }: PictureWindowProps) {
  const ask = useStore(desk.pictureMenu.asked);
  const host = useMemo<PictureHost>(
    () => ({ models: desk.models, pictures, slide: desk.cursor.getSnapshot, write: desk.change }),
    [desk, pictures],
  );
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.code !== 'KeyP') return;
      if (!desk.writable.getSnapshot() || desk.pictureMenu.asked.getSnapshot() !== null) return;
      event.preventDefault();
      desk.pictureMenu.openAtCursor();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [desk]);
  useEffect(() => {
    if (ask === null) desk.pictureMenu.giveBack();
  }, [ask, desk]);
  if (ask === null) return null;
  return (
    <Suspense fallback={null}>
      <PictureDialog host={host} ask={ask} onClose={desk.pictureMenu.close} />
    </Suspense>
  );
}
