import { Refusal } from '#lib/errors.ts';
import type { TitleCandidate, TitleChange, TitleChoices } from '#lib/pictures/title-picture.ts';
import { parseDeck } from '#lib/slides/parse-deck.ts';
import type { Visitor } from '#lib/visitor.ts';
import { deckAccess } from '#server/accounts/deck-access.ts';
import { keptAssets } from '#server/assets/asset-map.ts';
import { audit } from '#server/audit.ts';
import { bus } from '#server/bus/open-bus.ts';
import { database } from '#server/database/client.ts';
import { readDeck } from '#server/decks/read-deck.ts';
import { nothingHere } from '#server/series/find-series.ts';
import type { Call } from '#prisma/client/client.ts';

import { callsOf } from './calls-of.ts';

/** So many of the newest pictures are offered. */
const RECENT = 24;
/** A title picture that is older than so many calls is no "last time". */
const MOST_CALLS = 4;
const CANDIDATE = { key: true, extension: true, name: true, alt: true, credit: true } as const;

/** What the call of a deck could open with. For who may write the deck. */
export async function titleChoices(visitor: Visitor, deckId: string): Promise<TitleChoices> {
  const { call, seriesId } = await writableCall(visitor, deckId);
  const now =
    call.titleKey === null
      ? null
      : await database().seriesAsset.findUnique({ where: { key: call.titleKey }, select: CANDIDATE });
  const recent = await database().seriesAsset.findMany({
    where: { seriesId },
    select: CANDIDATE,
    orderBy: [{ createdAt: 'desc' }, { key: 'asc' }],
    take: RECENT,
  });
  return {
    now: now === null ? null : { picture: now, shows: call.titleShows },
    theme: await themeOf(deckId),
    last: await lastTitle(call),
    recent,
  };
}

/** Gives the call of a deck another title picture, or none. For who may write the deck; refused once the call has ended. */
export async function setTitlePicture(visitor: Visitor, deckId: string, change: TitleChange): Promise<void> {
  const { key, credit, shows } = change;
  const { call, seriesId, personId } = await writableCall(visitor, deckId);
  await database().$transaction(async (tx) => {
    // The call may end at this very moment: then this waits for it, and is refused.
    await tx.$queryRaw`SELECT 1 FROM call WHERE id = ${call.id}::uuid FOR UPDATE`;
    const deck = await tx.deck.findUniqueOrThrow({ where: { id: deckId }, select: { frozenAt: true } });
    if (deck.frozenAt !== null) throw ended();
    if (key !== null) {
      const { count } = await tx.seriesAsset.updateMany({
        where: { key, seriesId },
        data: { credit, unusedSince: null },
      });
      if (count === 0) throw new Refusal('not-found', 'This picture is not there any more. Choose another.');
    }
    await tx.call.update({ where: { id: call.id }, data: { titleKey: key, titleShows: shows } });
    await audit(tx, { act: 'call.title', personId, seriesId, callId: call.id, deckId, details: { key, shows } });
  });
  bus().publish('order.changed', { seriesId, deckId });
}

interface WritableCall {
  readonly call: Call;
  readonly seriesId: string;
  readonly personId: string | null;
}

async function writableCall(visitor: Visitor, deckId: string): Promise<WritableCall> {
  const { deck, author, read, write } = await deckAccess(visitor, deckId);
  if (!read || deck.callId === null) throw nothingHere();
  if (deck.frozenAt !== null) throw ended();
  if (!write) throw new Refusal('not-allowed', 'You may read this deck, not write it. Ask a host of the series.');
  const call = await database().call.findUniqueOrThrow({ where: { id: deck.callId } });
  return { call, seriesId: deck.seriesId, personId: author?.id ?? null };
}

function ended(): Refusal {
  return new Refusal('frozen', 'The call has ended: its record can no longer be changed.');
}

/** The title picture of the newest call before this one that has any: as its field, or as its deck has it by hand. */
async function lastTitle({ seriesId, startsAt, id }: Call): Promise<TitleCandidate | null> {
  const before = await database().call.findMany({
    where: { ...callsOf(seriesId), id: { not: id }, startsAt: { lte: startsAt } },
    include: { decks: { where: { kind: 'call' }, select: { id: true } }, titleAsset: { select: CANDIDATE } },
    orderBy: [{ startsAt: 'desc' }, { address: 'desc' }],
    take: MOST_CALLS,
  });
  for (const { titleAsset, decks } of before) {
    const found = titleAsset ?? (decks[0] === undefined ? null : await writtenTitle(seriesId, decks[0].id));
    if (found !== null) return found;
  }
  return null;
}

async function themeOf(deckId: string): Promise<string | undefined> {
  const { theme } = parseDeck((await readDeck(deckId)).text).frontMatter.slideOptions;
  return typeof theme === 'string' ? theme : undefined;
}

async function writtenTitle(seriesId: string, deckId: string): Promise<TitleCandidate | null> {
  const { slides, frontMatter } = parseDeck((await readDeck(deckId)).text);
  const attributes = slides[0]?.attributes ?? {};
  const written =
    attributes['data-background-image'] ??
    attributes['data-background'] ??
    frontMatter.slideOptions['parallaxBackgroundImage'];
  const kept = typeof written === 'string' ? (await keptAssets(database(), seriesId)).get(written) : undefined;
  return kept === undefined ? null : database().seriesAsset.findUnique({ where: { key: kept.key }, select: CANDIDATE });
}
