import type { PictureActions } from '#components/pictures/picture-actions.ts';
import { keepCopyAction } from './copy-actions.ts';
import { describePictureAction } from './describe-actions.ts';
import { setTitlePictureAction, titleChoicesAction } from './title-actions.ts';

/** What the pages of this deck can do with its pictures. */
export function pictureActions(deckId: string): PictureActions {
  return {
    keepCopy: keepCopyAction.bind(null, deckId),
    describe: describePictureAction.bind(null, deckId),
    titles: titleChoicesAction.bind(null, deckId),
    setTitle: setTitlePictureAction.bind(null, deckId),
  };
}
