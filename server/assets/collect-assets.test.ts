import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { testDatabase, type TestDatabase } from '#e2e/harness/database.ts';
import { noise } from '#e2e/harness/pictures.ts';
import { makeSeries, writtenDeck } from '#e2e/harness/written-deck.ts';
import { assetReference } from '#lib/addresses.ts';
import { parseDeck } from '#lib/slides/parse-deck.ts';
import { freezeCall } from '#server/archive/freeze-call.ts';
import { writeEdition } from '#server/archive/write-edition.ts';
import { emptyBin } from '#server/bin/empty-bin.ts';
import { keepRevision } from '#server/history/keep-revision.ts';
import { environment } from '#server/environment.ts';

import { assetMap, type KeptAsset } from './asset-map.ts';
import { checkStored } from './check-stored.ts';
import { collectAssets } from './collect-assets.ts';
import { storeAsset } from './store-asset.ts';
import { thumbnailOf } from './thumbnails.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;
const day = (count: number): Date => new Date(Date.now() + count * DAY_MS);

let db: TestDatabase;

beforeAll(async () => {
  db = await testDatabase();
});

afterAll(() => db.close());

interface Kept extends KeptAsset {
  readonly reference: string;
}

async function keep(seriesId: string, picture?: Buffer): Promise<Kept> {
  const kept = await storeAsset(picture ?? (await noise()), { seriesId, name: 'quay.jpg', personId: null });
  return { ...kept, reference: assetReference(kept.key, kept.extension) };
}

const isKept = async ({ key }: KeptAsset) => (await db.prisma.seriesAsset.count({ where: { key } })) === 1;

/** Whether it is there, and counts as named. */
const isNamed = async ({ key }: KeptAsset) =>
  (await db.prisma.seriesAsset.count({ where: { key, unusedSince: null } })) === 1;

/** The files that are stored under a hash. */
async function files({ hash }: KeptAsset): Promise<readonly string[]> {
  const folder = path.join(environment().dataDir, 'assets', hash.slice(0, 2));
  return (await readdir(folder)).filter((name) => name.startsWith(hash)).toSorted();
}

/** Long enough for everything that nothing names to go, noted on the way. */
async function months(): Promise<void> {
  for (const count of [0, 31, 62]) await collectAssets(day(count));
}

describe('a picture that nothing names', () => {
  it('goes after 30 days and not before, with all that was made of it, and its series’ log says so', async () => {
    const seriesId = await makeSeries('gone');
    const lost = await keep(seriesId, await noise(900, 600));
    const asset = await db.prisma.asset.findUniqueOrThrow({ where: { hash: lost.hash } });
    await thumbnailOf(asset, 320);
    expect(await files(lost)).toEqual([lost.hash, `${lost.hash}-320.webp`]);
    expect(await collectAssets(day(0))).toMatchObject({ unused: 0, bytes: 0 });
    expect(await collectAssets(day(29.9))).toMatchObject({ unused: 0, bytes: 0 });
    expect(await isKept(lost)).toBe(true);
    expect(await collectAssets(day(30.1))).toMatchObject({ unused: 1, bytes: 1 });
    expect([await isKept(lost), await files(lost)]).toEqual([false, []]);
    expect(await db.prisma.asset.count({ where: { hash: lost.hash } })).toBe(0);
    const [entry] = await db.prisma.auditEntry.findMany({ where: { seriesId } });
    expect(entry).toMatchObject({ act: 'series.unused', details: { count: 1 } });
  });

  it('begins anew when it is used on day 29, or brought again', async () => {
    const seriesId = await makeSeries('anew');
    const [used, brought] = [await keep(seriesId), await noise()];
    const again = await keep(seriesId, brought);
    await collectAssets(day(0));
    const deck = await writtenDeck(seriesId, `![](${used.reference})\n`);
    await keep(seriesId, brought);
    await collectAssets(day(29));
    await deck.edit(0, used.reference.length + 5);
    await collectAssets(day(31));
    expect([await isKept(used), await isKept(again)]).toEqual([true, true]);
    await collectAssets(day(60));
    expect([await isKept(used), await isKept(again)]).toEqual([true, false]);
  });

  it('whose bytes nobody ever named goes a day after it came', async () => {
    const seriesId = await makeSeries('unnamed');
    const kept = await keep(seriesId);
    await db.prisma.seriesAsset.delete({ where: { key: kept.key } });
    await collectAssets(day(0.9));
    expect(await files(kept)).toEqual([kept.hash]);
    await collectAssets(day(1.1));
    expect(await files(kept)).toEqual([]);
  });
});

describe('a picture stays that is named only by', () => {
  it('a revision', async () => {
    const seriesId = await makeSeries('revision');
    const kept = await keep(seriesId);
    const { deckId } = await writtenDeck(seriesId, '# Harbour\n');
    const text = `![](${kept.reference})`;
    await db.prisma.$transaction((tx) =>
      keepRevision(tx, { deckId, seq: 1, text, reason: 'named', personId: null, name: 'before' }),
    );
    await months();
    expect(await isNamed(kept)).toBe(true);
  });

  it('a row of the log', async () => {
    const seriesId = await makeSeries('log');
    const [kept, foreign] = [await keep(seriesId), await keep(seriesId)];
    const written = 'https://example.org/Möwe.png?a=1&b=2';
    await db.prisma.assetAddress.create({ data: { seriesId, address: written, key: foreign.key } });
    const deck = await writtenDeck(seriesId, '# Harbour\n');
    const pasted = `![](${kept.reference})<img src="${written.replace('&', '&amp;')}">`;
    await deck.edit(0, 0, pasted);
    await deck.edit(0, pasted.length);
    await months();
    expect([await isNamed(kept), await isNamed(foreign)]).toEqual([true, true]);
  });

  it('the log, letter by letter and with a slip', async () => {
    const seriesId = await makeSeries('letters');
    const [kept, never] = [await keep(seriesId), await keep(seriesId)];
    const deck = await writtenDeck(seriesId, '# Harbour\n\n');
    const half = kept.reference.length - 8;
    await deck.type(11, `${kept.reference.slice(0, half)}zz`);
    await deck.edit(11 + half, 2);
    await deck.type(11 + half, kept.reference.slice(half));
    await deck.edit(11, kept.reference.length);
    // All letters of this one stand in the log as well, but never together.
    await deck.type(11, never.key.slice(0, 8));
    await deck.edit(11, 8);
    await deck.type(11, never.key.slice(8));
    await months();
    expect([await isKept(kept), await isKept(never)]).toEqual([true, false]);
  });

  it('the state that a log begins with', async () => {
    const seriesId = await makeSeries('snapshot');
    const kept = await keep(seriesId);
    const deck = await writtenDeck(seriesId, `![](${kept.reference})\n`);
    await deck.forget();
    await deck.edit(0, kept.reference.length + 5, 'words ');
    await months();
    expect(await isKept(kept)).toBe(true);
  });

  it('an edition', async () => {
    const seriesId = await makeSeries('edition');
    const [byKey, bySource] = [await keep(seriesId), await keep(seriesId)];
    const { callId } = await writtenDeck(seriesId, '# Harbour\n', '2026-05-07');
    const call = await db.prisma.call.findUniqueOrThrow({ where: { id: callId ?? '' } });
    const source = `![](old.png)\n![](${bySource.reference})\n`;
    await db.prisma.$transaction((tx) =>
      writeEdition(tx, {
        callId: call.id,
        source: new TextEncoder().encode(source),
        personId: null,
        sealsAt: new Date(),
        material: {
          kind: 'slides',
          title: call.title,
          startsAt: call.startsAt,
          timeZone: call.timeZone,
          hasTime: call.hasTime,
          model: parseDeck(source),
          anchorOf: null,
          sections: null,
          assets: { 'old.png': { key: byKey.key, extension: byKey.extension, hash: byKey.hash } },
          provenance: { type: 'call', deck: 'gone', epoch: 1, seq: 1, endedAt: new Date().toISOString() },
        },
      }),
    );
    await months();
    expect([await isNamed(byKey), await isNamed(bySource)]).toEqual([true, true]);
  });

  it('the title of a call, and a deck in the bin', async () => {
    const seriesId = await makeSeries('title');
    const [title, binned] = [await keep(seriesId), await keep(seriesId)];
    const { callId } = await writtenDeck(seriesId, `![](${binned.reference})\n`, '2026-05-07');
    await db.prisma.call.update({ where: { id: callId ?? '' }, data: { titleKey: title.key, deletedAt: day(0) } });
    await months();
    expect([await isNamed(title), await isNamed(binned)]).toEqual([true, true]);
  });
});

describe('a picture of two decks survives the deletion of one for good', () => {
  it('in one series', async () => {
    const seriesId = await makeSeries('two');
    const [shared, single] = [await keep(seriesId), await keep(seriesId)];
    const first = await writtenDeck(seriesId, `![](${shared.reference}) ![](${single.reference})\n`, '2026-05-07');
    await writtenDeck(seriesId, `![](${shared.reference})\n`, '2026-05-14');
    await db.prisma.call.update({ where: { id: first.callId ?? '' }, data: { deletedAt: day(-31) } });
    expect(await emptyBin()).toBe(1);
    await months();
    expect([await isKept(shared), await isKept(single)]).toEqual([true, false]);
    expect([await files(shared), await files(single)]).toEqual([[shared.hash], []]);
  });

  it('across two, as a record too', async () => {
    const [pier, quay] = [await makeSeries('pier'), await makeSeries('quay')];
    const [live, frozen, lost] = [await keep(pier), await keep(pier), await keep(pier)];
    await db.prisma.seriesAsset.update({ where: { key: live.key }, data: { alt: 'A pier', credit: 'Ada' } });
    await writtenDeck(pier, `![](${live.reference}) ![](${lost.reference})\n`);
    await writtenDeck(quay, `![A pier](${live.reference} =320x)\n`);
    const { callId, deckId } = await writtenDeck(quay, `![](./${frozen.reference})\n`, '2026-05-07');
    const call = await db.prisma.call.findUniqueOrThrow({ where: { id: callId ?? '' } });
    await db.prisma.$transaction((tx) => freezeCall(tx, { call, deckId, personId: null, at: new Date() }));
    expect(await collectAssets(day(0))).toMatchObject({ adopted: 1 });
    expect(await collectAssets(day(0))).toMatchObject({ adopted: 0 });
    await db.prisma.series.update({ where: { id: pier }, data: { deletedAt: day(-31) } });
    expect(await emptyBin()).toBe(1);
    await months();
    const map = await assetMap(quay);
    expect(Object.keys(map).filter((address) => address.endsWith(live.reference))).toEqual([live.reference]);
    expect([await files(live), await files(frozen), await files(lost)]).toEqual([[live.hash], [frozen.hash], []]);
    const own = await db.prisma.seriesAsset.findFirstOrThrow({ where: { seriesId: quay, hash: live.hash } });
    expect(own).toMatchObject({ alt: 'A pier', credit: 'Ada', name: 'quay.jpg' });
    expect(map[live.reference]).toBe(`/assets/${own.key}.${own.extension}`);
    const edition = await db.prisma.edition.findFirstOrThrow({ where: { record: { callId: call.id } } });
    expect(edition.content).toMatchObject({ assets: { [`./${frozen.reference}`]: { hash: frozen.hash } } });
  });
});

it('reads a share of all, those first that it did not read for the longest time', async () => {
  const seriesId = await makeSeries('checked');
  await db.prisma.seriesAsset.deleteMany({});
  const all = await Promise.all(Array.from({ length: 31 }, () => keep(seriesId)));
  const first = all[0]?.hash ?? '';
  const at = path.join(environment().dataDir, 'assets', first.slice(0, 2), first);
  await writeFile(at, (await readFile(at)).fill(0, 100, 120));
  for (let night = 1; night <= 16; night += 1) expect(await checkStored(day(night))).toBe(2);
  const damaged = await db.prisma.asset.findMany({ where: { damagedAt: { not: null } } });
  expect(damaged.map(({ hash }) => hash)).toEqual([first]);
  expect(await db.prisma.asset.count({ where: { checkedAt: null, uses: { some: {} } } })).toBe(0);
});
