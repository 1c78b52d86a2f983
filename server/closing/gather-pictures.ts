import { parseAssetReference } from '#lib/addresses.ts';
import { foreignAddress } from '#lib/assets/foreign-address.ts';
import type { MissingPicture } from '#lib/closing/closing-details.ts';
import { pictureReferences } from '#lib/imports/picture-references.ts';
import { messages } from '#lib/messages/en.ts';
import { assetStore } from '#server/assets/asset-store.ts';
import { database } from '#server/database/client.ts';
import { readDeck } from '#server/decks/read-deck.ts';
import { log } from '#server/log.ts';

import { keepProgress, type ClosingRun } from './closing-run.ts';
import { gatherForeign } from './gather-foreign.ts';

/** All of the foreign pictures together get this long: a record is not to wait for servers that hang. Milliseconds. */
const ALL_MS = 60_000;

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
  const { seriesId, personId, deckId, callId } = run;
  await gatherForeign(foreign, { keeper: { seriesId, personId, deckId, callId }, wholeMs: ALL_MS, told });
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
