import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { database } from '#server/database/client.ts';

import { assetStore } from './asset-store.ts';
import { DamagedBytes, HashCheck, markDamaged, markSound } from './check-bytes.ts';

const HOUR_MS = 60 * 60 * 1_000;
/** Every picture is read about once a month, and more of them in a night where there is time. */
const NIGHTS = 30;
const MINUTES = 10;

/**
 * Reads a share of all pictures that a series names, those first that were not read for the longest time, and notes which of them are
 * not what their hash says, or are again. Gives how many were read. Throws when the store does not answer.
 */
export async function checkStored(now = new Date(), minutes = MINUTES): Promise<number> {
  const where = { uses: { some: {} }, touchedAt: { lt: new Date(now.getTime() - HOUR_MS) } };
  const share = Math.ceil((await database().asset.count({ where })) / NIGHTS);
  const assets = await database().asset.findMany({
    where,
    select: { hash: true, bytes: true },
    orderBy: [{ checkedAt: { sort: 'asc', nulls: 'first' } }, { hash: 'asc' }],
    take: share,
  });
  const until = performance.now() + minutes * 60_000;
  let read = 0;
  for (const { hash, bytes } of assets) {
    if (performance.now() > until) break;
    const fault = await faultOf(hash, bytes);
    if (fault === null) await markSound(hash);
    else await markDamaged(hash, fault);
    await database().asset.updateMany({ where: { hash }, data: { checkedAt: now } });
    read += 1;
  }
  return read;
}

async function faultOf(hash: string, bytes: number): Promise<Parameters<typeof markDamaged>[1] | null> {
  const store = assetStore();
  const size = await store.size(hash);
  if (size !== bytes) return size === null ? 'gone' : 'of another size';
  try {
    await pipeline(await store.read(hash), new HashCheck(hash), nowhere());
    return null;
  } catch (error) {
    if (error instanceof DamagedBytes) return 'changed';
    throw error;
  }
}

function nowhere(): Writable {
  return new Writable({ write: (_chunk, _encoding, done) => done() });
}
