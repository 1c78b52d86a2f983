import { z } from 'zod';

import { searchText } from '#lib/record/search-text.ts';
import type { PlacedSection } from '#lib/sections/placed-section.ts';
import type { DeckModel } from '#lib/slides/deck-model.ts';
import { foldHeading } from '#lib/teams/fold-heading.ts';
import { database } from '#server/database/client.ts';
import type { Transaction } from '#server/database/client.ts';
import { readDeck } from '#server/decks/read-deck.ts';
import { log } from '#server/log.ts';
import { placedSections } from '#server/sections/placed-sections.ts';
import { reporterIn } from '#server/teams/coming-reports.ts';

import { writeSearchSlides } from './write-slides.ts';
import type { SearchedSection } from './write-slides.ts';

/** So many are read at a time: the next minute goes on. */
const MOST_DECKS = 500;

const deckSchema = z.array(z.object({ id: z.string(), version: z.number() }));

/** Reads the decks of calls whose text or sections changed since search read them last. Gives how many. */
export async function feedDecks(): Promise<number> {
  const rows = await database().$queryRaw`
    SELECT deck.id, coalesce(head.version, 0) AS version FROM deck
    LEFT JOIN running_order head ON head.deck_id = deck.id LEFT JOIN search_deck fed ON fed.deck_id = deck.id
    WHERE deck.kind = 'call' AND deck.call_id IS NOT NULL AND deck.frozen_at IS NULL
      AND (fed.deck_id IS NULL OR fed.seq <> deck.head_seq OR fed.order_version <> coalesce(head.version, 0))
    LIMIT ${MOST_DECKS}`;
  const decks = deckSchema.parse(rows);
  await forgetFrozen();
  for (const { id, version } of decks) {
    try {
      await database().$transaction((tx) => feedDeck(tx, id, version));
    } catch (error) {
      log.error('search could not read a deck; it tries again', { deckId: id, error });
      // One deck keeps no others from being read; a database that is away would refuse all of them.
      await database().$queryRaw`SELECT 1`;
    }
  }
  return decks.length;
}

/** A call may end while its deck is read: nothing holds a deck's row but its log. */
async function forgetFrozen(): Promise<void> {
  const frozen = await database().searchDeck.findMany({
    where: { deck: { frozenAt: { not: null } } },
    select: { deckId: true, deck: { select: { callId: true } } },
  });
  for (const { deckId, deck } of frozen) {
    if (deck.callId !== null) await database().searchSlide.deleteMany({ where: { callId: deck.callId, kind: 'deck' } });
    await database().searchDeck.deleteMany({ where: { deckId } });
  }
}

async function feedDeck(tx: Transaction, deckId: string, orderVersion: number): Promise<void> {
  const deck = await tx.deck.findUnique({
    where: { id: deckId },
    select: { frozenAt: true, call: { select: { id: true, seriesId: true, startsAt: true, address: true } } },
  });
  if (deck === null || deck.call === null || deck.frozenAt !== null) return;
  const content = await readDeck(deckId, tx);
  const { model, sections } = await placedSections({ deckId, seriesId: deck.call.seriesId }, content, tx);
  const headings = await tx.knownHeading.findMany({ where: { seriesId: deck.call.seriesId } });
  const byHeading = new Map(headings.map(({ folded, teamId }) => [folded, teamId]));
  await writeSearchSlides(tx, {
    call: deck.call,
    kind: 'deck',
    editionId: null,
    sections: sections.map((placed) => {
      const searched = searchedSection(placed, model);
      // Whose a heading is may change without the deck.
      return searched.teamId === byHeading.get(foldHeading(searched.title)) ? { ...searched, teamId: null } : searched;
    }),
    slides: model.slides.map((slide) => ({
      key: String(slide.index),
      heading: storable(slide.headings[0]?.text ?? ''),
      text: storable(searchText(`${slide.source}\n${slide.notes}`)),
    })),
  });
  const fed = { seq: content.seq, orderVersion };
  await tx.searchDeck.upsert({ where: { deckId }, create: { deckId, ...fed }, update: fed });
}

function searchedSection({ section, row, team }: PlacedSection, { slides }: DeckModel): SearchedSection {
  const { key, title, fromSlide, toSlide } = section;
  const sources = slides.slice(fromSlide, toSlide).map(({ source }) => source);
  return {
    key: storable(key),
    title: storable(title),
    teamId: team?.id ?? null,
    reporter: row?.reporter?.name ?? reporterIn(sources),
    fromSlide,
    toSlide,
  };
}

/** Postgres takes neither half a character nor a NUL. */
function storable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\uFFFD');
}
