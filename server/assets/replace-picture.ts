import { assetReference } from '#lib/addresses.ts';
import type { Replacement } from '#lib/assets/series-pictures-view.ts';
import { Refusal } from '#lib/errors.ts';
import { messages } from '#lib/messages/en.ts';
import { renameChanges } from '#lib/pictures/picture-edits.ts';
import type { Visitor } from '#lib/visitor.ts';
import { audit } from '#server/audit.ts';
import { bus } from '#server/bus/open-bus.ts';
import { callsOf } from '#server/calls/calls-of.ts';
import { database, type Transaction } from '#server/database/client.ts';
import { makeChange } from '#server/history/change-deck.ts';
import { findSeries } from '#server/series/find-series.ts';
import type { Series, SeriesAsset } from '#prisma/client/client.ts';

import { pictureOf } from './change-description.ts';
import { editDecks } from './edit-decks.ts';
import { keyFinder, namesKey } from './key-finder.ts';
import { flushOpenDecks, openDecks, openIn } from './open-decks.ts';

/**
 * Names another picture of the series wherever open decks name this one, and where it is the title picture of a call that has not ended.
 * Records stay as they are. Gives what takes it back. For hosts.
 */
export async function replacePicture(
  visitor: Visitor,
  slug: string,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<Replacement> {
  const { series, asker } = await findSeries(visitor, slug, 'asset.manage');
  const { personId } = asker;
  const [old, next] = await Promise.all([pictureOf(series.id, from), pictureOf(series.id, to)]);
  if (from === to) throw new Refusal('invalid', messages.pictures.problems.same);
  if (personId === null) throw new Refusal('sign-in-first', messages.pictures.problems.gone);
  await flushOpenDecks(series.id);
  // Before anything names it: what is about to be removed must not go under the decks.
  await database().seriesAsset.update({ where: { key: to }, data: { unusedSince: null } });
  const names = namesKey(await keyFinder(series.id), from);
  const reference = assetReference(next.key, next.extension);
  const decks = (await openDecks(series, asker)).filter(({ writable }) => writable);
  const edited = await editDecks(decks, personId, (text) => renameChanges(text, names, reference));
  const calls = await setTitles(series, { old, next, personId, decks: edited.length });
  return { from, to, decks: edited.map(({ id, seq }) => ({ id, seq })), calls };
}

interface TitleChange {
  readonly old: SeriesAsset;
  readonly next: SeriesAsset;
  readonly personId: string;
  readonly decks: number;
}

async function setTitles(series: Series, { old, next, personId, decks }: TitleChange): Promise<readonly string[]> {
  const calls = await database().$transaction(async (tx) => {
    const changed = await retitle(tx, { seriesId: series.id, from: old.key, to: next.key });
    await audit(tx, {
      act: 'asset.replace',
      personId,
      seriesId: series.id,
      details: { from: old.name, to: next.name, decks, titles: changed.length },
    });
    return changed;
  });
  ring(series.id, calls);
  return calls;
}

interface Retitle {
  readonly seriesId: string;
  readonly from: string;
  readonly to: string;
  /** Only these. */
  readonly calls?: readonly string[];
}

async function retitle(tx: Transaction, { seriesId, from, to, calls }: Retitle): Promise<readonly string[]> {
  const changed = await tx.call.updateManyAndReturn({
    where: {
      ...callsOf(seriesId),
      titleKey: from,
      state: { not: 'ended' },
      ...(calls === undefined ? {} : { id: { in: [...calls] } }),
    },
    data: { titleKey: to },
    select: { id: true },
  });
  return changed.map(({ id }) => id);
}

function ring(seriesId: string, calls: readonly string[]): void {
  for (const callId of calls) bus().publish('rows.changed', { seriesId, callId, what: 'title' });
}

/**
 * Takes a replacement back: in each deck the words that it wrote go and those that it took out come back, what others wrote stays. A
 * deck whose record was made meanwhile is left as it is. For hosts.
 */
export async function undoReplacement(visitor: Visitor, slug: string, done: Replacement): Promise<void> {
  const { series, asker } = await findSeries(visitor, slug, 'asset.manage');
  const [old, next] = await Promise.all([pictureOf(series.id, done.from), pictureOf(series.id, done.to)]);
  const own = await database().deck.findMany({
    where: { ...openIn(series.id), id: { in: done.decks.map(({ id }) => id) } },
    select: { id: true },
  });
  await database().seriesAsset.update({ where: { key: old.key }, data: { unusedSince: null } });
  for (const { id, seq } of done.decks.filter((deck) => own.some((one) => one.id === deck.id)))
    await makeChange(visitor, id, { type: 'takeBack', from: seq, to: seq });
  const calls = await database().$transaction(async (tx) => {
    const changed = await retitle(tx, { seriesId: series.id, from: next.key, to: old.key, calls: done.calls });
    await audit(tx, {
      act: 'asset.replaceBack',
      personId: asker.personId,
      seriesId: series.id,
      details: { from: old.name, to: next.name },
    });
    return changed;
  });
  ring(series.id, calls);
}
