'use client';

import { useEffect, useState, type SubmitEvent } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field, Problem, TextInput } from '#components/ui/field.tsx';
import { RadioChoice } from '#components/ui/radio-choice.tsx';
import { messages } from '#lib/messages/en.ts';
import { removePicture } from '#lib/pictures/move-picture.ts';
import { ANY_LIGHT, veilFor, type PictureLight } from '#lib/pictures/veil.ts';
import { writeWish } from '#lib/pictures/write-wish.ts';
import type { WrittenPicture } from '#lib/pictures/written-picture.ts';
import type { DeckModel, TextEdit } from '#lib/slides/deck-model.ts';
import { measureLight } from './measure-light.ts';
import { draftOf, wishOf, type PictureDraft } from './picture-draft.ts';
import type { PictureHost } from './picture-host.ts';
import { SizeFields } from './size-fields.tsx';
import { smallAddress, Thumbnail } from './thumbnail.tsx';
import { foundIn, useFoundPicture } from './use-found-picture.ts';
import { VeilFields } from './veil-fields.tsx';

const words = messages.pictureMenu;

interface PictureFormProps {
  readonly host: PictureHost;
  readonly picture: WrittenPicture;
  readonly model: DeckModel;
  readonly onClose: () => void;
}

/** What a picture shows, its size and its place. Nothing is written before *Apply*, and then as one step of undo. */
export function PictureForm({ host, picture, model, onClose }: PictureFormProps) {
  const found = useFoundPicture(host.models, { model, picture });
  const [draft, setDraft] = useState(() => draftOf(picture));
  const [problem, setProblem] = useState<'refused' | 'size' | null>(null);
  const small = smallAddress(picture.address, host.pictures);
  const light = useLight(small);
  const readable = veilFor(light ?? ANY_LIGHT, model.frontMatter.slideOptions.theme);
  const change = (part: Partial<PictureDraft>): void => {
    setProblem(null);
    setDraft({ ...draft, ...part });
  };
  const write = (editsOf: (now: DeckModel, it: WrittenPicture) => readonly TextEdit[] | null): void => {
    const { model: now, picture: it } = foundIn(found, host.models.refresh());
    const edits = it === null ? null : editsOf(now, it);
    if (edits !== null && (edits.length === 0 || host.write(edits, now.text))) onClose();
    else setProblem('refused');
  };
  const apply = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const slide = found.picture?.place === 'deck' ? host.slide() : (found.picture?.slide ?? 0);
    const wish = wishOf(draft, slide, readable);
    if (wish === null) setProblem('size');
    else write((now, it) => writeWish(now, it, { ...wish, slide: it.place === 'deck' ? slide : it.slide }));
  };
  if (found.picture === null) return <Gone onClose={onClose} />;
  return (
    <Dialog title={words.title} onClose={onClose}>
      <form onSubmit={apply} noValidate className="flex flex-col gap-4">
        <Thumbnail address={small} className="h-24 w-full tablet:h-32" />
        {draft.place === 'text' && <TextFields draft={draft} change={change} badSize={problem === 'size'} />}
        <RadioChoice
          name="place"
          label={words.place}
          shape="row"
          preset={draft.place}
          options={placeOptions}
          onChoose={(place) => change({ place: place as PictureDraft['place'] })}
        />
        {draft.place !== 'text' && <VeilFields draft={draft} change={change} light={light} readable={readable} />}
        {problem === 'refused' && <Problem>{words.refused}</Problem>}
        <Buttons inDeck={picture.place === 'deck'} onRemove={() => write(removePicture)} onClose={onClose} />
      </form>
    </Dialog>
  );
}

const placeOptions = (['text', 'slide', 'deck'] as const).map((value) => ({ value, title: words.places[value] }));

interface TextFieldsProps {
  readonly draft: PictureDraft;
  readonly change: (part: Partial<PictureDraft>) => void;
  readonly badSize: boolean;
}

function TextFields({ draft, change, badSize }: TextFieldsProps) {
  return (
    <>
      <Field label={words.alt} hint={words.altHint}>
        {(control) => (
          <TextInput {...control} value={draft.alt} onChange={(event) => change({ alt: event.target.value })} />
        )}
      </Field>
      <SizeFields draft={draft} change={change} bad={badSize} />
    </>
  );
}

interface ButtonsProps {
  readonly inDeck: boolean;
  readonly onRemove: () => void;
  readonly onClose: () => void;
}

function Buttons({ inDeck, onRemove, onClose }: ButtonsProps) {
  return (
    <div className="mt-1 flex flex-wrap items-center justify-end gap-2">
      <Button tone="bare" className="mr-auto -ml-2.5" onClick={onRemove}>
        {inDeck ? words.removeFromDeck : words.remove}
      </Button>
      <Button onClick={onClose}>{words.cancel}</Button>
      <Button type="submit" tone="main">
        {words.apply}
      </Button>
    </div>
  );
}

function Gone({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title={words.title} onClose={onClose}>
      <p role="alert">{words.gone}</p>
      <div className="mt-5 flex justify-end">
        <Button onClick={onClose}>{words.close}</Button>
      </div>
    </Dialog>
  );
}

/** How light a picture is; null until it is measured, and where it cannot be. */
function useLight(address: string | null): PictureLight | null {
  const [light, setLight] = useState<PictureLight | null>(null);
  useEffect(() => {
    if (address === null) return undefined;
    let wanted = true;
    const measure = async (): Promise<void> => {
      const measured = await measureLight(address);
      if (wanted) setLight(measured);
    };
    void measure();
    return () => {
      wanted = false;
    };
  }, [address]);
  return light;
}
