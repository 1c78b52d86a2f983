'use client';

import { Dialog } from 'radix-ui';
import { useRef } from 'react';
import { Button, buttonClass } from '#components/ui/button.tsx';
import { messages } from '#lib/messages/en.ts';
import { playerAddress, watchAddress, type Player } from '#lib/stage/player.ts';

interface EmbedDialogProps {
  /** The film to play; null shows nothing and loads nothing. */
  readonly player: Player | null;
  readonly close: () => void;
}

/**
 * A film of another site, over the page: the one thing that Plenum ever loads from elsewhere, and only after somebody asked for it. The
 * veil is an element of our own, as in `Confirm`.
 */
export function EmbedDialog({ player, close }: EmbedDialogProps) {
  const closing = useRef<HTMLButtonElement>(null);
  if (player === null) return null;
  const words = messages.stage.embed;
  const service = words.names[player.provider];
  const address = playerAddress(player);
  return (
    <Dialog.Root open onOpenChange={(open) => (open ? undefined : close())}>
      {/* Slides that fill the screen are the only part of the page that is shown. */}
      <Dialog.Portal container={document.fullscreenElement}>
        <div className="fixed inset-0 z-40 bg-ink/35" aria-hidden="true" />
        <Dialog.Content
          aria-modal="true"
          onOpenAutoFocus={(event) => {
            // Not the player, which keeps Escape to itself.
            event.preventDefault();
            closing.current?.focus();
          }}
          className="fixed top-1/2 left-1/2 z-50 flex w-[min(60rem,calc(100vw-2rem))] -translate-x-1/2 -translate-y-1/2 flex-col gap-3 rounded-6 border border-line bg-sheet p-6 shadow-float"
        >
          <Dialog.Title className="text-20 font-semibold">{words.title(service)}</Dialog.Title>
          <iframe
            title={words.title(service)}
            src={address}
            // oxlint-disable-next-line react/iframe-missing-sandbox -- dangerous for a frame of our own origin, which this is not
            sandbox="allow-scripts allow-same-origin allow-presentation"
            allow="autoplay; fullscreen; encrypted-media; picture-in-picture"
            referrerPolicy="strict-origin"
            className="aspect-video max-h-[70vh] w-full rounded-6 border-0 bg-well"
          />
          <Dialog.Description className="text-14 text-soft">
            {words.loadedFrom(service, new URL(address).host)}
          </Dialog.Description>
          <div className="mt-1 flex flex-wrap justify-end gap-2">
            <a href={watchAddress(player)} target="_blank" rel="noopener noreferrer" className={buttonClass('quiet')}>
              {words.openOutside}
            </a>
            <Dialog.Close asChild>
              <Button ref={closing} tone="main">
                {words.close}
              </Button>
            </Dialog.Close>
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
