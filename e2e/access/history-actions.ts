import type { ActionRow } from './actions.ts';

// Who may look back on the planned deck: its series' members, and whoever writes it by a link.
const LOOKS = '-- -yyy yyy ---';
// Whoever writes it under a name.
const WRITES = '-- --yy -yy ---';

/** The history of the planned deck, which has one row: the host's, who made it. */
export const historyActions: readonly ActionRow[] = [
  {
    action: 'history/actions.ts#olderHistoryAction',
    does: 'read more of a deck’s history with a cursor of no page',
    args: ({ planned }) => [planned.deckId, 'x'],
    marks: '-- ---- --- ---',
    reads: true,
  },
  {
    action: 'history/actions.ts#olderHistoryAction',
    does: 'read more of a deck’s history',
    args: ({ planned }) => [planned.deckId, `${Date.now()}.0.x`],
    marks: LOOKS,
    reads: true,
  },
  {
    action: 'history/actions.ts#readMomentAction',
    does: 'read what a deck was like',
    args: ({ planned }) => [planned.deckId, 1, null],
    marks: LOOKS,
    reads: true,
  },
  {
    action: 'history/actions.ts#readMomentAction',
    does: 'read what a deck was like that links only open to read',
    openness: 'by link',
    args: ({ planned }) => [planned.deckId, 1, null],
    marks: LOOKS,
    reads: true,
  },
  {
    action: 'history/actions.ts#playSpanAction',
    does: 'see how a deck came to be',
    args: ({ planned }) => [planned.deckId, 0, 1],
    marks: LOOKS,
    reads: true,
  },
  {
    action: 'history/actions.ts#readBlameAction',
    does: 'read who wrote what',
    args: ({ planned }) => [planned.deckId],
    marks: LOOKS,
    reads: true,
  },
  {
    action: 'history/actions.ts#previewChangeAction',
    does: 'see what it would be to undo what a host wrote',
    args: ({ planned, people }) => [planned.deckId, { type: 'undo', personId: people.host.personId, since: 1 }],
    marks: '-- ---- --y ---',
    reads: true,
  },
  {
    action: 'history/actions.ts#makeChangeAction',
    does: 'undo what a host wrote',
    args: ({ planned, people }) => [planned.deckId, { type: 'undo', personId: people.host.personId, since: 1 }],
    marks: '-- ---- --y ---',
  },
  {
    action: 'history/actions.ts#makeChangeAction',
    does: 'restore a whole record',
    args: ({ ended }) => [ended.deckId, { type: 'restore', at: 0, part: 'deck' }],
    marks: '-- ---- --- ---',
  },
  {
    action: 'history/actions.ts#nameMomentAction',
    does: 'name a moment of a deck',
    args: ({ planned }) => [planned.deckId, 1, 'As it began'],
    marks: WRITES,
  },
];
