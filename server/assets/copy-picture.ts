import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { addresses } from '#lib/addresses.ts';
import { foreignAddress } from '#lib/assets/foreign-address.ts';
import type { KeptCopy } from '#lib/assets/foreign-pictures.ts';
import { Refusal } from '#lib/errors.ts';
import { messages } from '#lib/messages/en.ts';
import { audit } from '#server/audit.ts';
import { bus } from '#server/bus/open-bus.ts';
import { database } from '#server/database/client.ts';
import { fetchPicture } from '#server/fetch/fetch-picture.ts';
import { ownPolicy, type FetchPolicy } from '#server/fetch/fetch-policy.ts';
import { limit } from '#server/limits/limit.ts';

import { fewAtOnce } from './few-at-once.ts';
import { keepPicture, type StoredPicture } from './keep-picture.ts';
import { incomingFolder } from './prepare-picture.ts';
import { requireRoom } from './require-room.ts';
import { nameAsset } from './store-asset.ts';

/** Who keeps a copy, and for which series; the deck where it is kept from one. */
export interface CopyKeeper {
  readonly seriesId: string;
  readonly personId: string;
  readonly deckId?: string;
  readonly callId?: string;
}

/** Whose call ends, or correction is published; nobody's when that happens by itself. */
export type EndKeeper = Omit<CopyKeeper, 'personId'> & { readonly personId: string | null };

/** The copy that a series has of what lies at an address; null where it has none, or one whose bytes were lost. */
export async function copyOf(seriesId: string, address: string): Promise<KeptCopy | null> {
  const row = await database().assetAddress.findUnique({
    where: { seriesId_address: { seriesId, address } },
    select: { asset: { select: { key: true, extension: true, asset: { select: { damagedAt: true } } } } },
  });
  if (row === null || row.asset.asset.damagedAt !== null) return null;
  return { address, path: addresses.asset(row.asset.key, row.asset.extension) };
}

/** What is fetched at this moment, by series and address: two who ask at once get the one copy. */
const underWay = new Map<string, Promise<KeptCopy>>();

/**
 * Fetches what lies at an address and keeps it for a series, so that every deck of it shows the copy wherever it names the address.
 * Whether somebody may ask for this has to be settled before. Refuses with why it cannot be had.
 */
export async function copyPicture(address: string, keeper: CopyKeeper): Promise<KeptCopy> {
  const from = foreignAddress(address);
  if (from === null) throw new Refusal('invalid', messages.foreignPictures.fetch.noAddress);
  await limit('fetch.person', keeper.personId);
  await limit('fetch.series', keeper.seriesId);
  await requireRoom(keeper.seriesId);
  return once(keeper.seriesId, address, () =>
    fewAtOnce(keeper.personId, async () => record(await fetched(from), { address, from }, keeper)),
  );
}

/** The same when a call ends or a correction is published, of which nobody asks: no more than `wholeMs` for one picture. */
export async function copyAtEnd(address: string, keeper: EndKeeper, wholeMs: number): Promise<KeptCopy> {
  const from = foreignAddress(address);
  if (from === null) throw new Refusal('invalid', messages.foreignPictures.fetch.noAddress);
  await requireRoom(keeper.seriesId);
  const own = ownPolicy();
  const policy = { ...own, wholeMs: Math.min(own.wholeMs, wholeMs) };
  return once(keeper.seriesId, address, async () => record(await fetched(from, policy), { address, from }, keeper));
}

async function once(seriesId: string, address: string, work: () => Promise<KeptCopy>): Promise<KeptCopy> {
  const which = `${seriesId} ${address}`;
  const known = underWay.get(which);
  if (known !== undefined) return known;
  const copy = work().finally(() => underWay.delete(which));
  underWay.set(which, copy);
  return copy;
}

async function fetched(from: string, policy: FetchPolicy = ownPolicy()): Promise<StoredPicture> {
  const file = path.join(await incomingFolder(), `${randomUUID()}.fetched`);
  try {
    await fetchPicture(from, file, policy);
    return await keepPicture(file);
  } finally {
    await rm(file, { force: true });
  }
}

async function record(
  stored: StoredPicture,
  { address, from }: { readonly address: string; readonly from: string },
  { seriesId, personId, ...where }: CopyKeeper | EndKeeper,
): Promise<KeptCopy> {
  const { key, extension } = await database().$transaction(async (tx) => {
    const asset = await nameAsset(tx, stored, { seriesId, personId, name: nameOf(from), source: from });
    await tx.assetAddress.upsert({
      where: { seriesId_address: { seriesId, address } },
      create: { seriesId, address, key: asset.key },
      update: { key: asset.key },
    });
    await audit(tx, { act: 'picture.keepCopy', seriesId, personId, ...where, details: { address } });
    return asset;
  });
  // Every deck of the series may show it.
  bus().publish('rows.changed', { seriesId, callId: null, what: 'pictures' });
  return { address, path: addresses.asset(key, extension) };
}

/** As a file that somebody saved from there would be called. */
function nameOf(from: string): string {
  const { pathname, hostname } = new URL(from);
  const last = pathname.slice(pathname.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(last).replaceAll('\0', '') || hostname;
  } catch {
    return last;
  }
}
