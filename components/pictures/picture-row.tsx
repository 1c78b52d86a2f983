'use client';

import { useRef, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Problem } from '#components/ui/field.tsx';
import { useAct } from '#components/ui/use-act.ts';
import type { Replacement, SeriesPicture, SeriesPicturesView } from '#lib/assets/series-pictures-view.ts';
import { messages } from '#lib/messages/en.ts';
import type { SeriesReference } from '#lib/views.ts';
import { DescribeForm } from './describe-form.tsx';
import { PictureFacts } from './picture-facts.tsx';
import { PictureThumb } from './picture-thumb.tsx';
import type { PicturesActions } from './pictures-actions.ts';
import { ReplaceDialog } from './replace-dialog.tsx';

const words = messages.pictures;

interface PictureRowProps {
  readonly picture: SeriesPicture;
  readonly series: SeriesReference;
  readonly may: SeriesPicturesView['may'];
  readonly actions: PicturesActions;
  /** When the page was made, ISO 8601. */
  readonly madeAt: string;
}

/** One picture of a series, with what can be done about it. */
export function PictureRow({ picture, series, may, actions, madeAt }: PictureRowProps) {
  return (
    <li className="grid grid-cols-[5.5rem_minmax(0,1fr)] gap-x-4 gap-y-3 border-b border-line py-4 tablet:grid-cols-[10rem_minmax(0,1fr)] tablet:gap-x-6">
      <PictureThumb picture={picture} />
      <div className="min-w-0">
        <PictureFacts picture={picture} timeZone={series.timeZone} madeAt={madeAt} />
        <div className="mt-2 flex flex-wrap items-center gap-2 empty:hidden">
          {may.describe && <Describe picture={picture} actions={actions} />}
          {may.manage && <Replace picture={picture} series={series.slug} actions={actions} />}
        </div>
      </div>
    </li>
  );
}

interface PartProps {
  readonly picture: SeriesPicture;
  readonly actions: PicturesActions;
}

function Describe({ picture, actions }: PartProps) {
  const [open, setOpen] = useState(false);
  const [said, setSaid] = useState('');
  const button = useRef<HTMLButtonElement>(null);
  const close = (what: string): void => {
    setSaid(what);
    setOpen(false);
    button.current?.focus();
  };
  return (
    <>
      <Button
        ref={button}
        aria-expanded={open}
        aria-label={words.describe.openOf(picture.name)}
        onClick={() => setOpen(!open)}
      >
        {words.describe.open}
      </Button>
      <span role="status" className="order-1 text-14 text-soft">
        {said}
      </span>
      {open && (
        <div className="order-last w-full pt-1">
          <DescribeForm
            picture={picture}
            describe={(fields) => actions.describe(picture.key, fields)}
            onSaved={(places) => close(words.describe.saved(places))}
            onCancel={() => close('')}
          />
        </div>
      )}
    </>
  );
}

/** A picture that was put in place of another, and what it is called. */
interface Replaced {
  readonly by: string;
  readonly done: Replacement;
}

function Replace({ picture, series, actions }: PartProps & { readonly series: string }) {
  const [open, setOpen] = useState(false);
  const [replaced, setReplaced] = useState<Replaced | 'undone' | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const decks = openUses(picture);
  // What had the focus is gone with the dialog, and the button with the last use.
  const close = (): void => {
    setOpen(false);
    place.current?.focus();
  };
  return (
    <div ref={place} tabIndex={-1} className="flex min-w-0 flex-wrap items-center gap-2 outline-none empty:hidden">
      {decks > 0 && (
        <Button tone="bare" aria-label={words.replace.openOf(picture.name)} onClick={() => setOpen(true)}>
          {words.replace.open}
        </Button>
      )}
      <span role="status" className="text-14 text-soft [overflow-wrap:anywhere]">
        {sayReplaced(replaced)}
      </span>
      {replaced !== null && replaced !== 'undone' && (
        <UndoButton
          name={picture.name}
          undo={() => actions.undoReplacement(replaced.done)}
          onDone={() => {
            setReplaced('undone');
            place.current?.focus();
          }}
        />
      )}
      {open && (
        <ReplaceDialog
          picture={picture}
          decks={decks}
          series={series}
          actions={actions}
          onDone={(by, done) => {
            setReplaced({ by, done });
            close();
          }}
          onClose={close}
        />
      )}
    </div>
  );
}

function sayReplaced(replaced: Replaced | 'undone' | null): string {
  if (replaced === null) return '';
  return replaced === 'undone' ? words.replace.undone : words.replace.done(replaced.by, replaced.done);
}

/** In how many decks it would be replaced. */
function openUses({ uses }: SeriesPicture): number {
  return uses.filter(({ kind }) => kind !== 'record').length;
}

interface UndoButtonProps {
  readonly name: string;
  readonly undo: () => Promise<string | null>;
  readonly onDone: () => void;
}

function UndoButton({ name, undo, onDone }: UndoButtonProps) {
  const act = useAct();
  return (
    <>
      <Button aria-label={words.replace.undoOf(name)} aria-disabled={act.pending} onClick={() => act.run(undo, onDone)}>
        {act.pending ? messages.frame.working : words.replace.undo}
      </Button>
      {act.refusal !== null && <Problem>{act.refusal}</Problem>}
    </>
  );
}
