'use client';

import { useEffect, useEffectEvent, useId, useState } from 'react';
import { Problem, TextInput } from '#components/ui/field.tsx';
import type { Answer, SeriesPicture } from '#lib/assets/series-pictures-view.ts';
import { messages } from '#lib/messages/en.ts';
import type { PicturesActions } from './pictures-actions.ts';

const words = messages.pictures.replace;
/** Who types is not asked after every letter. */
const REST_MS = 250;

/** A picture that was chosen. */
export type Choice = Pick<SeriesPicture, 'key' | 'name' | 'thumbnail'>;

interface PicturePickerProps {
  /** Not offered. */
  readonly besides: string;
  readonly find: PicturesActions['find'];
  readonly chosen: Choice | null;
  readonly onChoose: (choice: Choice) => void;
}

/** One of the pictures that the series has, the newest first; typing finds others. */
export function PicturePicker({ besides, find, chosen, onChoose }: PicturePickerProps) {
  const [search, setSearch] = useState('');
  const [found, setFound] = useState<Answer<readonly SeriesPicture[]> | null>(null);
  const ask = useEffectEvent((text: string) => find(text).catch(() => UNREACHABLE));
  useEffect(() => {
    let current = true;
    const timer = setTimeout(() => void ask(search).then((answer) => current && setFound(answer)), REST_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [search]);
  return (
    <div className="flex flex-col gap-2">
      <p className="text-14 font-semibold">{words.or}</p>
      <TextInput
        type="search"
        value={search}
        maxLength={200}
        placeholder={messages.pictures.search.placeholder}
        aria-label={messages.pictures.search.label}
        onChange={(event) => setSearch(event.target.value)}
      />
      <div aria-busy={found === null} className="h-64 overflow-y-auto rounded-6 border border-line p-2">
        {found === null && <p className="text-14 text-soft">{words.loading}</p>}
        {found !== null && !found.ok && <Problem>{found.message}</Problem>}
        {found?.ok === true && (
          <Found
            pictures={found.value.filter(({ key }) => key !== besides)}
            chosen={chosen?.key ?? null}
            onChoose={onChoose}
          />
        )}
      </div>
    </div>
  );
}

const UNREACHABLE = { ok: false, message: messages.sections.problems.unreachable } as const;

interface FoundProps {
  readonly pictures: readonly SeriesPicture[];
  readonly chosen: string | null;
  readonly onChoose: (choice: Choice) => void;
}

function Found({ pictures, chosen, onChoose }: FoundProps) {
  const group = useId();
  if (pictures.length === 0) return <p className="text-14 text-soft">{words.nothing}</p>;
  return (
    <ul className="grid grid-cols-2 gap-2 tablet:grid-cols-3">
      {pictures.map((picture) => (
        <li key={picture.key}>
          <label className="flex cursor-pointer flex-col gap-1 rounded-6 border border-line p-1 text-12 has-checked:border-accent has-checked:bg-accent-wash has-focus-visible:outline-2 has-focus-visible:outline-accent">
            <input
              type="radio"
              name={group}
              className="sr-only"
              checked={chosen === picture.key}
              onChange={() => onChoose(picture)}
            />
            <img
              src={picture.thumbnail}
              alt=""
              loading="lazy"
              className="aspect-[4/3] w-full rounded-6 bg-well object-contain"
            />
            <span className="line-clamp-2 [overflow-wrap:anywhere]">
              {picture.alt === '' ? picture.name : picture.alt}
            </span>
          </label>
        </li>
      ))}
    </ul>
  );
}
