'use client';

import { Camera, Image, ImagePlus, Images } from 'lucide-react';
import { useRef } from 'react';
import { Menu, MenuItem } from '#components/ui/menu.tsx';
import { messages } from '#lib/messages/en.ts';

const words = messages.incoming;
/** What browsers can show, and what phones turn into it by themselves. */
export const ACCEPTED_PICTURES = 'image/png,image/jpeg,image/gif,image/webp,image/avif,image/svg+xml';

interface PictureButtonProps {
  readonly className: string;
  readonly onFiles: (files: readonly File[]) => void;
  /** Opens the choice of the title picture; null where there is none. */
  readonly onTitle: (() => void) | null;
}

/** Brings in pictures by keyboard, finger and camera: they come in where the cursor is. */
export function PictureButton({ className, onFiles, onTitle }: PictureButtonProps) {
  const several = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const picked = (input: HTMLInputElement) => {
    const files = [...(input.files ?? [])];
    // The same file again is a choice again.
    input.value = '';
    if (files.length > 0) onFiles(files);
  };
  return (
    <>
      <Menu
        label={words.menu}
        trigger={
          <button type="button" className={className}>
            <ImagePlus className="mr-1.5 inline size-4 align-[-3px]" aria-hidden="true" />
            {words.button}
          </button>
        }
      >
        <MenuItem onSelect={() => several.current?.click()}>
          <Images className="size-4 text-soft" aria-hidden="true" />
          {words.choose}
        </MenuItem>
        <MenuItem onSelect={() => camera.current?.click()}>
          <Camera className="size-4 text-soft" aria-hidden="true" />
          {words.photo}
        </MenuItem>
        {onTitle !== null && (
          <MenuItem onSelect={onTitle}>
            <Image className="size-4 text-soft" aria-hidden="true" />
            {messages.titlePicture.menu}
          </MenuItem>
        )}
      </Menu>
      <input
        ref={several}
        type="file"
        multiple
        hidden
        accept={ACCEPTED_PICTURES}
        aria-label={words.choose}
        data-testid="choose-pictures"
        onChange={(event) => picked(event.target)}
      />
      <input
        ref={camera}
        type="file"
        hidden
        accept="image/*"
        capture="environment"
        aria-label={words.photo}
        onChange={(event) => picked(event.target)}
      />
    </>
  );
}
