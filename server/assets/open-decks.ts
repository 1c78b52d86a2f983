import { may, type Asker } from '#lib/access.ts';
import { database } from '#server/database/client.ts';
import { flushDeck } from '#server/decks/flush-deck.ts';
import type { Call, Series } from '#prisma/client/client.ts';

import { deckTexts } from './deck-texts.ts';

/** A deck of a series that is still written: of a call to come, of a live one, or the template. */
export interface OpenDeck {
  readonly id: string;
  readonly epoch: number;
  /** Null for the template. */
  readonly call: Call | null;
  readonly text: string;
  /** Whether the asker may write it. */
  readonly writable: boolean;
}

/** Every open deck of a series with its text, the latest call first. What is in the bin is not among them. */
export async function openDecks(series: Series, asker: Asker): Promise<readonly OpenDeck[]> {
  const decks = await database().deck.findMany({
    where: openIn(series.id),
    select: {
      id: true,
      kind: true,
      epoch: true,
      call: true,
      lockedAt: true,
      putOut: { where: { personId: asker.personId ?? NOBODYS_ID }, select: { personId: true } },
    },
    orderBy: [{ call: { startsAt: 'desc' } }, { id: 'asc' }],
  });
  const texts = await deckTexts(decks.map(({ id }) => id));
  return decks.map(({ id, kind, epoch, call, lockedAt, putOut }) => ({
    id,
    epoch,
    call,
    text: texts.get(id) ?? '',
    writable: may(
      { ...asker, locked: lockedAt !== null, putOut: putOut.length > 0 },
      kind === 'template' ? 'series.manage' : 'deck.write',
      series,
    ),
  }));
}

const NOBODYS_ID = '00000000-0000-0000-0000-000000000000';

/** Waits until what is typed at this moment is in the log of each open deck of a series. */
export async function flushOpenDecks(seriesId: string): Promise<void> {
  const decks = await database().deck.findMany({ where: openIn(seriesId), select: { id: true } });
  await Promise.all(decks.map(({ id }) => flushDeck(id)));
}

/** Says of decks that they are open. */
export function openIn(seriesId: string) {
  return { seriesId, frozenAt: null, OR: [{ callId: null }, { call: { deletedAt: null } }] };
}
