/** The most a deck's text may hold, in UTF-16 units. */
export const MOST_DECK_CHARACTERS = 1_000_000;
