'use client';

import { useId } from 'react';
import { messages } from '#lib/messages/en.ts';
import { LEAST_OPACITY, OPACITY_STEP, type PictureLight } from '#lib/pictures/veil.ts';
import type { PictureDraft } from './picture-draft.ts';

const words = messages.pictureMenu;

interface VeilFieldsProps {
  readonly draft: PictureDraft;
  readonly change: (part: Partial<PictureDraft>) => void;
  /** Null where the picture cannot be measured. */
  readonly light: PictureLight | null;
  /** How much of the picture may show. */
  readonly readable: number;
}

/** Whether a picture behind text is veiled, and how much. */
export function VeilFields({ draft, change, light, readable }: VeilFieldsProps) {
  const id = useId();
  const opacity = draft.opacity ?? readable;
  return (
    <div className="flex flex-col gap-2">
      <label className="flex min-h-11 items-center gap-3 tablet:min-h-8">
        <input
          type="checkbox"
          checked={draft.veiled}
          aria-describedby={`${id}-hint`}
          onChange={(event) => change({ veiled: event.target.checked })}
          className="size-5 shrink-0 accent-accent"
        />
        {words.veil}
      </label>
      {draft.veiled && (
        <label className="tabular grid grid-cols-[auto_1fr_auto] items-center gap-3 text-14">
          {words.shows}
          <input
            type="range"
            min={LEAST_OPACITY}
            max={1}
            step={OPACITY_STEP}
            value={opacity}
            aria-valuetext={words.percent(opacity)}
            onChange={(event) => change({ opacity: event.target.valueAsNumber })}
            className="h-11 w-full min-w-0 accent-accent tablet:h-8"
          />
          <output className="w-12 text-right">{words.percent(opacity)}</output>
        </label>
      )}
      <p id={`${id}-hint`} className="text-14 text-soft">
        {hintOf(light, readable)} {words.behindHint}
      </p>
    </div>
  );
}

function hintOf(light: PictureLight | null, readable: number): string {
  if (light === null) return words.unmeasured;
  return readable === 1 ? words.noVeilNeeded : words.veilHint(readable);
}
