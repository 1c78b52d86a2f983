import type { ActionRow } from './actions.ts';

/** Who writes in a deck: locking it, putting somebody out. Nell reports in the planned deck, and comes by the section link. */
export const deckActions: readonly ActionRow[] = [
  {
    action: 'decks/actions.ts#lockDeckAction',
    does: 'lock the planned deck',
    args: ({ planned }) => [planned.deckId],
    marks: '-- ---y --y ---',
    once: true,
  },
  {
    action: 'decks/actions.ts#unlockDeckAction',
    does: 'unlock a deck',
    args: ({ planned }) => [planned.deckId],
    marks: '-- ---- --y ---',
    // It is open already.
    reads: true,
  },
  {
    action: 'decks/actions.ts#putOutAction',
    does: 'put somebody out of a deck',
    args: ({ planned, people }) => [planned.deckId, people.writer.personId],
    marks: '-- ---- --y ---',
  },
  {
    action: 'decks/actions.ts#letInAction',
    does: 'let somebody into a deck again',
    args: ({ planned, people }) => [planned.deckId, people.writer.personId],
    marks: '-- ---- --y ---',
    // Nobody is out.
    reads: true,
  },
  {
    action: 'sections/actions.ts#createSectionLinkAction',
    does: 'make a link to a section',
    args: ({ sectionId }) => [sectionId],
    // Whoever came by one hands on none.
    marks: '-- ---- --y ---',
  },
];
