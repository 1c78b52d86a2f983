import 'server-only';
import { cache } from 'react';
import { currentVisitor } from '#app/current-visitor.ts';
import { openPage } from '#app/open-page.ts';
import type { DeckView } from '#lib/views.ts';
import { deckPage } from '#server/decks/deck-page.ts';

/** The deck of a call for the page at `path`, read once a request. */
export const loadDeck = cache(async (series: string, call: string, path: string): Promise<DeckView> =>
  openPage({ path, series, call }, deckPage(await currentVisitor(), series, call)),
);
