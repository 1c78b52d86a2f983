'use client';

import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Problem } from '#components/ui/field.tsx';
import { useAct } from '#components/ui/use-act.ts';
import type { Replacement, SeriesPicture } from '#lib/assets/series-pictures-view.ts';
import { messages } from '#lib/messages/en.ts';
import { BringPicture } from './bring-picture.tsx';
import { PicturePicker, type Choice } from './picture-picker.tsx';
import type { PicturesActions } from './pictures-actions.ts';

const words = messages.pictures.replace;

interface ReplaceDialogProps {
  readonly picture: SeriesPicture;
  /** In so many decks it is replaced. */
  readonly decks: number;
  /** The series' slug. */
  readonly series: string;
  readonly actions: Pick<PicturesActions, 'find' | 'replace'>;
  /** The name of the picture that is shown instead, and what takes it back. */
  readonly onDone: (by: string, done: Replacement) => void;
  readonly onClose: () => void;
}

/** Another picture in place of one, in every open deck: a new one, or one that the series has. */
export function ReplaceDialog({ picture, decks, series, actions, onDone, onClose }: ReplaceDialogProps) {
  const [choice, setChoice] = useState<Choice | null>(null);
  const act = useAct();
  const replace = (chosen: Choice): void =>
    act.run(async () => {
      const answer = await actions.replace(picture.key, chosen.key);
      if (!answer.ok) return answer.message;
      onDone(chosen.name, answer.value);
      return null;
    });
  return (
    <Dialog title={words.title(picture.name)} onClose={onClose}>
      <div className="flex flex-col gap-4">
        <p className="text-14 text-soft">{words.lead(decks)}</p>
        <BringPicture series={series} chosen={choice?.key ?? null} onBrought={setChoice} />
        <PicturePicker besides={picture.key} find={actions.find} chosen={choice} onChoose={setChoice} />
        {act.refusal !== null && <Problem>{act.refusal}</Problem>}
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button
            tone="main"
            aria-disabled={choice === null || act.pending}
            title={choice === null ? words.choose : undefined}
            onClick={() => choice !== null && replace(choice)}
          >
            {act.pending ? messages.frame.working : words.submit(decks)}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
