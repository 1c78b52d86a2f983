import { UNSENT } from '#lib/forms/form-state.ts';
import type { ActionRow } from './actions.ts';
import { form } from './call-action.ts';

const HOST = '-- ---- --y ---';

/** The pictures of a series, on their page. */
export const picturesActions: readonly ActionRow[] = [
  {
    action: 'pictures/actions.ts#findPicturesAction',
    does: 'find pictures of a series',
    args: ({ slug }) => [slug, 'quay'],
    marks: '-- ---- yyy ---',
    reads: true,
  },
  {
    action: 'pictures/actions.ts#changeDescriptionAction',
    does: 'say what a picture shows, and write it into decks',
    args: ({ slug, pictures }) => [slug, pictures.shown, form({ alt: 'A quay', credit: 'Hana', spread: 'on' })],
    marks: '-- ---- -yy ---',
  },
  {
    action: 'pictures/actions.ts#changeDescriptionAction',
    does: 'say what a picture of another series shows',
    args: ({ spare, pictures }) => [spare.slug, pictures.shown, form({ alt: 'A quay', credit: '' })],
    marks: '-- ---- --- ---',
  },
  {
    action: 'pictures/actions.ts#replacePictureAction',
    does: 'replace a picture by one that is not there',
    args: ({ slug, pictures }) => [slug, pictures.shown, 'none'],
    marks: '-- ---- --- ---',
  },
  {
    action: 'pictures/actions.ts#replacePictureAction',
    does: 'replace a picture in all decks by another of the series',
    args: ({ slug, pictures }) => [slug, pictures.shown, pictures.unused],
    marks: HOST,
  },
  {
    action: 'pictures/actions.ts#undoReplacementAction',
    does: 'take back that a picture was replaced',
    args: ({ slug, pictures, planned }) => [
      slug,
      { from: pictures.shown, to: pictures.unused, decks: [], calls: [planned.id] },
    ],
    marks: HOST,
  },
  {
    action: 'pictures/actions.ts#chooseForeignPicturesAction',
    does: 'say whether pictures from other servers are shown',
    args: ({ slug }) => [slug, UNSENT, form({ foreign: 'foreign' })],
    marks: HOST,
  },
  {
    action: 'pictures/actions.ts#keepCopyInSeriesAction',
    does: 'keep a copy for a series of what a deck shows',
    args: ({ slug, foreign }) => [slug, foreign],
    marks: '-- ---- --y ---',
    once: true,
  },
  // Hosts alone come as far as the fetcher, which goes to no server of this machine.
  {
    action: 'pictures/actions.ts#keepCopyInSeriesAction',
    does: 'keep a copy for a series of what no deck shows',
    args: ({ slug }) => [slug, 'https://pictures.example/none.png'],
    marks: '-- ---- --- ---',
  },
];
