import type { MomentView, OldSection } from '#lib/history/history-views.ts';
import { matchPieces, sectionPieces } from '#lib/history/pieces.ts';
import { Refusal } from '#lib/errors.ts';
import { knownHeadings } from '#lib/sections/known-headings.ts';
import type { DeckModel } from '#lib/slides/deck-model.ts';
import { parseDeck } from '#lib/slides/parse-deck.ts';
import type { Visitor } from '#lib/visitor.ts';
import { database } from '#server/database/client.ts';
import { flushDeck } from '#server/decks/flush-deck.ts';
import { storedOrder } from '#server/sections/stored-order.ts';
import { oldText, type OldText } from './old-text.ts';
import { isOwnSection } from './plan-change.ts';
import { requireHistory } from './require-history.ts';
import { openTrace } from './traces.ts';

/** A moment of a deck beside another, or beside now. For who may look back. Refuses moments that are not kept. */
export async function readMoment(
  visitor: Visitor,
  deckId: string,
  at: number,
  against: number | null,
): Promise<MomentView> {
  const { deck, host, writes, author } = await requireHistory(visitor, deckId);
  if (![at, against ?? 0].every((seq) => Number.isSafeInteger(seq) && seq >= 0))
    throw new Refusal('invalid', 'This is no moment.');
  if (against === null) await flushDeck(deckId);
  const { trace, bounds } = await openTrace(deckId, { from: Infinity });
  const [old, other] = await Promise.all([oldText(deckId, at), oldText(deckId, against ?? trace.head)]);
  const order = await storedOrder({ deckId, seriesId: deck.seriesId }, database());
  const known = knownHeadings(order);
  const restorable = (title: string): boolean =>
    host || (writes && author !== null && isOwnSection(title, order, author.id));
  return {
    at: momentOf(old),
    against: momentOf(other),
    text: old.text,
    againstText: other.text,
    sections: oldSections(parseDeck(old.text, undefined, known), parseDeck(other.text, undefined, known), restorable),
    earliest: bounds.oldest,
  };
}

function momentOf({ seq, at }: OldText): MomentView['at'] {
  return { seq, when: at.toISOString() };
}

function oldSections(old: DeckModel, now: DeckModel, restorable: (title: string) => boolean): readonly OldSection[] {
  const [then, today] = [sectionPieces(old), sectionPieces(now)];
  const matches = matchPieces({ text: old.text, pieces: then }, { text: now.text, pieces: today });
  return old.sections.map(({ title, range }, index) => {
    const [was, is] = [then[index], today[matches[index] ?? -1]];
    const same =
      was !== undefined &&
      is !== undefined &&
      old.text.slice(was.body, was.range.to).trim() === now.text.slice(is.body, is.range.to).trim();
    const became = is === undefined ? 'gone' : same ? 'same' : 'changed';
    return { title, ...range, became, restorable: restorable(title) };
  });
}
