'use client';

import { useEffect, useState } from 'react';
import type { DeckModelStore } from '#components/connection/deck-model-store.ts';
import { findAgain } from '#lib/pictures/find-again.ts';
import type { WrittenPicture } from '#lib/pictures/written-picture.ts';
import type { DeckModel } from '#lib/slides/deck-model.ts';

/** A picture in the model in which it was last found. */
export interface FoundPicture {
  readonly model: DeckModel;
  /** Null when it is gone. */
  readonly picture: WrittenPicture | null;
}

/** Where a picture is while others go on writing. */
export function useFoundPicture(models: DeckModelStore, first: FoundPicture): FoundPicture {
  const [found, setFound] = useState(first);
  useEffect(() => {
    const follow = (): void => setFound((before) => foundIn(before, models.getSnapshot()));
    follow();
    return models.subscribe(follow);
  }, [models]);
  return found;
}

/** The same picture in a later model. */
export function foundIn({ model, picture }: FoundPicture, now: DeckModel): FoundPicture {
  return { model: now, picture: picture === null ? null : findAgain(picture, model, now) };
}
