import { anchorAt } from '#lib/deck/anchor.ts';
import { createDeckDoc } from '#lib/deck/deck-doc.ts';
import { addresses } from '#lib/addresses.ts';
import { findLinkedSlide, type SlideLink } from '#lib/live/slide-link.ts';
import { editionContentSchema, type EditionContent } from '#lib/record/edition.ts';
import { parseDeck } from '#lib/slides/parse-deck.ts';
import type { Visitor } from '#lib/visitor.ts';
import { findCall } from '#server/calls/find-call.ts';
import { database } from '#server/database/client.ts';
import { readDeck } from '#server/decks/read-deck.ts';
import * as Y from 'yjs';

type EditionSlide = EditionContent['slides'][number];

/**
 * Where a link that was copied during a call leads once it has ended: to that slide in the record, or to the record where the slide is
 * not in it. Refused for who may not read records; null while the call has none.
 */
export async function linkedSlide(
  visitor: Visitor,
  slug: string,
  address: string,
  link: SlideLink,
): Promise<string | null> {
  const { call, deck } = await findCall(visitor, slug, address, 'record.read');
  const edition = await database().edition.findFirst({
    where: { record: { callId: call.id } },
    orderBy: { number: 'desc' },
    select: { content: true },
  });
  if (call.state !== 'ended' || edition === null) return null;
  const { slides } = editionContentSchema.parse(edition.content);
  const slide = slides.find(({ anchor }) => anchor === link.anchor) ?? (await foundInDeck(deck.id, slides, link));
  if (slide === null) return addresses.call(slug, address);
  // Section keys have letters of any script: in an address they are encoded.
  return encodeURI(addresses.slide(slug, address, slide.section, slide.key));
}

/** The deck still knows where slides went that were cut and put elsewhere, as it did during the call. */
async function foundInDeck(
  deckId: string,
  slides: readonly EditionSlide[],
  link: SlideLink,
): Promise<EditionSlide | null> {
  const { update, text } = await readDeck(deckId);
  const doc = createDeckDoc();
  Y.applyUpdate(doc, update);
  try {
    const model = parseDeck(text);
    const found = findLinkedSlide(doc, model, link);
    if (found === null) return null;
    // Of a section that is left out the record has no slide: then what came before it.
    return (
      model.slides
        .slice(0, found + 1)
        .toReversed()
        .map(({ range }) => slides.find(({ anchor }) => anchor === anchorAt(doc, range.from)))
        .find((slide) => slide !== undefined) ?? null
    );
  } finally {
    doc.destroy();
  }
}
