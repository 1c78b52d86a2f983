import { parseAssetReference } from '#lib/addresses.ts';
import { foreignAddress } from '#lib/assets/foreign-address.ts';
import type { MissingPicture } from '#lib/closing/closing-details.ts';
import { Refusal } from '#lib/errors.ts';
import { pictureReferences } from '#lib/imports/picture-references.ts';
import { messages } from '#lib/messages/en.ts';
import { assetStore } from '#server/assets/asset-store.ts';
import { copyAtEnd, copyOf } from '#server/assets/copy-picture.ts';
import { database } from '#server/database/client.ts';
import { readDeck } from '#server/decks/read-deck.ts';
import { log } from '#server/log.ts';

import { keepProgress, type ClosingRun } from './closing-run.ts';

/** All of the foreign pictures together get this long: a record is not to wait for servers that hang. Milliseconds. */
const ALL_MS = 60_000;
const AT_ONCE = 4;
/** A deck that names more is no deck. */
const MOST_FOREIGN = 300;

const words = messages.closing;

/**
 * Looks whether each picture that a deck names is kept, and imports what lies on other servers, once. What cannot be had is written
 * down with why; nothing of that keeps a record from being written. Throws when the closing was taken back meanwhile.
 */
export async function gatherPictures(run: ClosingRun): Promise<void> {
  const { text } = await readDeck(run.deckId);
  const written = pictureReferences(text);
  const missing: MissingPicture[] = [];
  let done = 0;
  const told = async (found: MissingPicture | null): Promise<void> => {
    if (found !== null) missing.push(found);
    done += 1;
    await keepProgress(run, { done, of: written.length, missing });
  };
  await keepProgress(run, { done, of: written.length, missing });
  const [foreign, own] = [
    written.filter((address) => foreignAddress(address) !== null),
    written.filter((address) => foreignAddress(address) === null),
  ];
  const lost = await lostOf(run.seriesId, own);
  if (own.length > 0) {
    done += own.length;
    missing.push(...lost);
    await keepProgress(run, { done, of: written.length, missing });
  }
  const until = Date.now() + ALL_MS;
  const queue = foreign.entries();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const [index, address] of queue)
        await told(index < MOST_FOREIGN ? await imported(run, address, until) : late(address));
    }),
  );
}

/** Null when there is a copy now; else why not. */
async function imported(run: ClosingRun, address: string, until: number): Promise<MissingPicture | null> {
  const { seriesId, personId, deckId, callId } = run;
  if ((await copyOf(seriesId, address)) !== null) return null;
  const left = until - Date.now();
  if (left <= 0) return late(address);
  try {
    await copyAtEnd(address, { seriesId, personId, deckId, callId }, left);
    return null;
  } catch (error) {
    if (error instanceof Refusal) return { address, why: error.message, help: helpFor(error, address) };
    log.error('a picture could not be gathered', { error, callId });
    return { address, why: words.fault, help: 'retry' };
  }
}

function late(address: string): MissingPicture {
  return { address, why: words.late, help: 'retry' };
}

function helpFor({ code, message }: Refusal, address: string): MissingPicture['help'] {
  if (code === 'unavailable' || code === 'too-many') return 'retry';
  const host = new URL(foreignAddress(address) ?? 'https://none').hostname;
  return message === messages.foreignPictures.fetch.notPublic(host) ? 'allow' : 'replace';
}

/** Of addresses that lead to no other server: those of which there is no file, and those whose bytes are gone or damaged. */
async function lostOf(seriesId: string, own: readonly string[]): Promise<readonly MissingPicture[]> {
  if (own.length === 0) return [];
  const keys = own.flatMap((address) => parseAssetReference(address)?.key ?? []);
  const select = { key: true, asset: { select: { hash: true, bytes: true, damagedAt: true } } } as const;
  // Of other series too: those become the series' own when the record is written.
  const rows = await database().seriesAsset.findMany({ where: { key: { in: keys } }, select });
  const named = await database().assetAddress.findMany({
    where: { seriesId, address: { in: [...own] } },
    select: { address: true, asset: { select } },
  });
  const byKey = new Map(rows.map(({ key, asset }) => [key, asset]));
  const byAddress = new Map(named.map(({ address, asset }) => [address, asset.asset]));
  const lost: MissingPicture[] = [];
  for (const address of own) {
    const file = byAddress.get(address) ?? byKey.get(parseAssetReference(address)?.key ?? '');
    if (file === undefined) lost.push({ address, why: words.unknown, help: 'replace' });
    else if (file.damagedAt !== null || !(await isThere(file.hash, file.bytes)))
      lost.push({ address, why: words.lost, help: 'replace' });
  }
  return lost;
}

/** A store that does not answer is no reason to say that pictures are lost: they are taken to be there. */
async function isThere(hash: string, bytes: number): Promise<boolean> {
  try {
    return (await assetStore().size(hash)) === bytes;
  } catch (error) {
    log.warn('the store of pictures does not answer', { error });
    return true;
  }
}
