import type { ActionRow } from './actions.ts';

/** What is done with the pictures of a series. The planned deck shows one on another server. */
export const pictureActions: readonly ActionRow[] = [
  {
    action: 'pictures/copy-actions.ts#keepCopyAction',
    does: 'keep a copy of a picture that the planned deck shows',
    args: ({ planned, foreign }) => [planned.deckId, foreign],
    // Whoever writes it under some name.
    marks: '-- --yy -yy ---',
    once: true,
  },
  {
    action: 'pictures/describe-actions.ts#describePictureAction',
    does: 'say what a picture shows',
    args: ({ planned, pictures }) => [planned.deckId, pictures.shown, 'A quay'],
    marks: '-- --yy -yy ---',
    // What somebody has said before stays.
    once: true,
  },
  {
    action: 'pictures/title-actions.ts#titleChoicesAction',
    does: 'see what a call could open with',
    args: ({ planned }) => [planned.deckId],
    marks: '-- --yy -yy ---',
    reads: true,
  },
  {
    action: 'pictures/title-actions.ts#setTitlePictureAction',
    does: 'give a call its title picture',
    args: ({ planned, pictures }) => [planned.deckId, { key: pictures.shown, credit: 'Ada', shows: 60 }],
    marks: '-- --yy -yy ---',
  },
];
