'use client';

import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { messages } from '#lib/messages/en.ts';
import { askedPictures, type PictureAsk } from '#lib/pictures/asked-pictures.ts';
import type { WrittenPicture } from '#lib/pictures/written-picture.ts';
import { PictureForm } from './picture-form.tsx';
import type { PictureHost } from './picture-host.ts';
import { smallAddress, Thumbnail } from './thumbnail.tsx';

const words = messages.pictureMenu;

interface PictureDialogProps {
  readonly host: PictureHost;
  readonly ask: PictureAsk;
  readonly onClose: () => void;
}

/** The menu of a picture; where several may be meant, the choice comes first. */
export function PictureDialog({ host, ask, onClose }: PictureDialogProps) {
  const [model] = useState(() => host.models.getSnapshot());
  const [pictures] = useState(() => askedPictures(model, ask));
  const [chosen, setChosen] = useState(pictures.length === 1 ? (pictures[0] ?? null) : null);
  if (chosen !== null) return <PictureForm host={host} picture={chosen} model={model} onClose={onClose} />;
  return (
    <Dialog title={pictures.length === 0 ? words.title : words.chooseTitle} onClose={onClose}>
      {pictures.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <PictureList host={host} pictures={pictures} onChoose={setChosen} />
      )}
      <div className="mt-5 flex justify-end">
        <Button onClick={onClose}>{pictures.length === 0 ? words.close : words.cancel}</Button>
      </div>
    </Dialog>
  );
}

interface PictureListProps {
  readonly host: PictureHost;
  readonly pictures: readonly WrittenPicture[];
  readonly onChoose: (picture: WrittenPicture) => void;
}

function PictureList({ host, pictures, onChoose }: PictureListProps) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {pictures.map((picture) => (
        <li key={`${picture.place} ${picture.range.from}`}>
          <button
            type="button"
            onClick={() => onChoose(picture)}
            className="flex w-full items-center gap-3 py-2 text-left hover:bg-well"
          >
            <Thumbnail address={smallAddress(picture.address, host.pictures)} className="h-14 w-20" />
            <span className="min-w-0">
              <span className="block truncate">{nameOf(picture)}</span>
              <span className="text-14 text-soft">{words.places[picture.place]}</span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function nameOf(picture: WrittenPicture): string {
  const said = picture.place === 'text' ? picture.alt : '';
  return said === '' ? picture.address.slice(0, 200) : said;
}
