'use client';

import { useState } from 'react';
import type { SeriesPicture } from '#lib/assets/series-pictures-view.ts';
import { messages } from '#lib/messages/en.ts';

const words = messages.pictures.row;

/** A small picture that leads to the whole one. One that cannot be loaded says so. */
export function PictureThumb({ picture: { address, thumbnail, name } }: { readonly picture: SeriesPicture }) {
  const [missing, setMissing] = useState(false);
  return (
    <a
      href={address}
      aria-label={words.open(name)}
      className="flex aspect-[4/3] items-center justify-center self-start overflow-hidden rounded-6 border border-line bg-well"
    >
      {missing ? (
        <span className="p-2 text-center text-12 text-soft">{words.missing}</span>
      ) : (
        <img
          src={thumbnail}
          alt=""
          loading="lazy"
          decoding="async"
          onError={() => setMissing(true)}
          className="size-full object-contain"
        />
      )}
    </a>
  );
}
