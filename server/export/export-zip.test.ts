import { buffer } from 'node:stream/consumers';
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { testDatabase, type TestDatabase } from '#e2e/harness/database.ts';
import { pictureFile } from '#e2e/harness/pictures.ts';
import { makeSeries, writtenDeck } from '#e2e/harness/written-deck.ts';
import { assetReference } from '#lib/addresses.ts';
import { STRANGER } from '#lib/visitor.ts';
import { freezeCall } from '#server/archive/freeze-call.ts';
import { assetStore } from '#server/assets/asset-store.ts';
import { pictureWorker } from '#server/assets/fit/picture-worker.ts';
import { storeAsset } from '#server/assets/store-asset.ts';

import { exportedCallSchema, exportedSeriesSchema } from '#lib/export/export-json.ts';
import type { ExportProfile } from '#lib/export/export-profile.ts';

import { callZip, everythingZip, seriesZip, type ZipFile, type ZipWish } from './export-zip.ts';
import { exportProgress } from './export-progress.ts';
import type { ExportedThing } from './find-taken.ts';

let db: TestDatabase;

beforeAll(async () => {
  db = await testDatabase();
});

afterAll(async () => {
  await pictureWorker().end();
  await db.close();
});

const COPIED = 'https://pad.example/uploads/b.png';
const GONE = 'https://gone.example/c.png';

it('a deck and its record leave whole, with their pictures beside them', async () => {
  const [here, there] = [await makeSeries('here'), await makeSeries('there')];
  await db.prisma.series.update({
    where: { id: here },
    data: { readDecks: 'public', readLive: 'public', readRecords: 'public' },
  });
  await db.prisma.series.update({
    where: { id: there },
    data: { readDecks: 'members', readLive: 'members', readRecords: 'members' },
  });
  const keep = async (seriesId: string, hue: number) =>
    storeAsset((await pictureFile('p.png', hue)).buffer, { seriesId, name: 'p.png', personId: null });
  const [own, copy, pasted] = [await keep(here, 10), await keep(here, 100), await keep(there, 200)];
  await db.prisma.assetAddress.create({ data: { seriesId: here, address: COPIED, key: copy.key } });
  const ownName = assetReference(own.key, own.extension);
  const copyName = assetReference(copy.key, copy.extension);
  const pastedName = assetReference(pasted.key, pasted.extension);
  const text = `# Harbour\n\n![a](${ownName})\n\n![b](${COPIED} =30x)\n\n![c](${GONE})\n\n![d](${pastedName})\n`;
  const { callId, deckId } = await writtenDeck(here, text, '2026-05-07');

  const files = await unzipped(taken({ deck: deckId }, 'forge'));
  expect(new Set(Object.keys(files))).toEqual(
    new Set([ownName, copyName, pastedName, 'here-2026-05-07.md', 'here-2026-05-07.json']),
  );
  expect(textIn(files, 'here-2026-05-07.md')).toContain(
    `![a](${ownName})\n\n<span><img src="${copyName}" alt="b" width="30"></span>\n\n![c](${GONE})`,
  );
  for (const name of [ownName, copyName, pastedName]) expect(textIn(files, name).length).toBeGreaterThan(20);

  const editionId = await ended(callId, deckId);
  const record = await unzipped(taken({ edition: editionId }, 'plenum'));
  expect(Object.keys(record)).toHaveLength(5);
  // Byte for byte: the copy has the name by which another Plenum finds it.
  expect(textIn(record, 'here-2026-05-07.md')).toBe(text);
  expect(record['uploads/b.png']).toEqual(files[copyName]);
  const { editions } = exportedCallSchema.parse(JSON.parse(textIn(record, 'here-2026-05-07.json')));
  expect(editions).toMatchObject([
    {
      presented: text,
      slides: [{ heading: 'Harbour' }],
      assets: expect.arrayContaining([
        { address: COPIED, file: 'uploads/b.png', hash: copy.hash },
        { address: GONE, file: null, hash: null },
      ]),
    },
  ]);

  const whole = await unzipped(seriesZip(STRANGER, 'here', WISH));
  expect(Object.keys(whole)).toEqual(
    expect.arrayContaining(['here/plenum.json', 'here/2026-05-07.md', 'here/uploads/b.png']),
  );
  const list = exportedSeriesSchema.parse(JSON.parse(textIn(whole, 'here/plenum.json')));
  expect(list.calls).toMatchObject([{ address: '2026-05-07', edition: 1, checksum: editions[0]?.checksum }]);
  expect(Object.keys(await unzipped(seriesZip(STRANGER, 'here', { ...WISH, year: '2025' })))).toEqual([
    'here/plenum.json',
  ]);
  // The other series is closed to strangers: not a name of it leaves.
  const all = Object.keys(await unzipped(everythingZip(STRANGER, WISH)));
  expect(all.filter((name) => !name.startsWith('here/'))).toEqual([]);
  await expect(seriesZip(STRANGER, 'there', WISH)).rejects.toThrow('There is nothing here');
});

it('a picture whose bytes are lost is left out, and nobody waits for it', async () => {
  const seriesId = await makeSeries('lost');
  await db.prisma.series.update({ where: { id: seriesId }, data: { readDecks: 'public' } });
  const { key, extension, hash } = await storeAsset((await pictureFile('p.png', 30)).buffer, {
    seriesId,
    name: 'p.png',
    personId: null,
  });
  const { deckId } = await writtenDeck(seriesId, `![](${assetReference(key, extension)})\n`, '2026-05-07');
  await assetStore().remove(hash);
  const files = await unzipped(taken({ deck: deckId }, 'plenum'));
  expect(Object.keys(files)).toEqual(['lost-2026-05-07.md', 'lost-2026-05-07.json']);
});

it('a picture of any name lies in the zip’s own folder', async () => {
  const seriesId = await makeSeries('names');
  await db.prisma.series.update({ where: { id: seriesId }, data: { readDecks: 'public' } });
  const { key, extension } = await storeAsset((await pictureFile('p.png', 60)).buffer, {
    seriesId,
    name: 'p.png',
    personId: null,
  });
  const hostile = [
    '../../etc/x.png',
    '/etc/x.png',
    'a/../../x.png',
    'https://a.example/uploads/..%2f..%2fx.png',
    '.hidden/x.png',
    'C:\\x.png',
    'CON:x.png',
  ];
  for (const address of hostile) await db.prisma.assetAddress.create({ data: { seriesId, address, key } });
  const { deckId } = await writtenDeck(
    seriesId,
    hostile.map((address) => `<img src="${address}">\n`).join('\n'),
    '2026-05-07',
  );
  const names = Object.keys(await unzipped(taken({ deck: deckId }, 'plenum')));
  expect(names).toEqual(['names-2026-05-07.md', 'names-2026-05-07.json', assetReference(key, extension)]);
});

it('many records leave with little in memory, tell how far they are, and stop when nobody reads on', async () => {
  const seriesId = await makeSeries('many');
  await db.prisma.series.update({ where: { id: seriesId }, data: { readRecords: 'public' } });
  const text = `# Call\n\n${'words that fill a slide\n'.repeat(2_000)}`;
  const calls = 120;
  await manyRecords(seriesId, text, calls);
  const progress = crypto.randomUUID();
  const { body } = await seriesZip(STRANGER, 'many', { ...WISH, progress });
  const before = await inUse();
  let [most, told] = [0, 0];
  const heard: string[] = [];
  const reading = body.getReader();
  while (!(await reading.read()).done) {
    const { done, of, state } = exportProgress(progress) ?? { done: 0, of: 0, state: '' };
    if (done === told || done % 40 !== 0) continue;
    told = done;
    heard.push(`${done} of ${of} ${state}`);
    most = Math.max(most, (await inUse()) - before);
  }
  expect(heard.slice(0, 2)).toEqual(['40 of 120 making', '80 of 120 making']);
  expect(exportProgress(progress)).toEqual({ done: calls, of: calls, state: 'done' });
  // All of them together have 17 MB as text and JSON.
  expect(most).toBeLessThan(3_000_000);

  const stopped = crypto.randomUUID();
  const reader = (await seriesZip(STRANGER, 'many', { ...WISH, progress: stopped })).body.getReader();
  for (let reads = 0; reads < 20; reads += 1) await reader.read();
  await reader.cancel();
  expect(exportProgress(stopped)).toMatchObject({ of: calls, state: 'stopped' });
  expect(exportProgress(stopped)?.done).toBeLessThan(30);
}, 180_000);

/** Bytes that are really held. */
async function inUse(): Promise<number> {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  // Buffers go in a second round, after what held them.
  for (let round = 0; round < 3; round += 1) {
    if (typeof collect === 'function') collect();
    await setImmediate();
  }
  const { arrayBuffers, heapUsed } = process.memoryUsage();
  return arrayBuffers + heapUsed;
}

/** Records of the same text, day after day, as one that a call left. */
async function manyRecords(seriesId: string, text: string, count: number): Promise<void> {
  const { callId, deckId } = await writtenDeck(seriesId, text, '2020-01-01');
  const call = await db.prisma.call.findUniqueOrThrow({ where: { id: callId ?? '' } });
  const editionId = await ended(callId, deckId);
  const edition = await db.prisma.edition.findUniqueOrThrow({ where: { id: editionId } });
  for (let day = 1; day < count; day += 1) {
    const startsAt = new Date(Date.UTC(2020, 0, 1 + day, 12));
    const { id: _call, ...rest } = call;
    const other = await db.prisma.call.create({
      data: { ...rest, startsAt, address: startsAt.toISOString().slice(0, 10), state: 'ended' },
    });
    await db.prisma.deck.create({ data: { id: `many${day}`, kind: 'call', seriesId, callId: other.id } });
    const record = await db.prisma.record.create({ data: { callId: other.id } });
    const { id: _edition, ...columns } = edition;
    await db.prisma.edition.create({ data: { ...columns, recordId: record.id, content: edition.content ?? {} } });
  }
}

/** Ends a call; gives its record's first edition. */
async function ended(callId: string | null, deckId: string): Promise<string> {
  const call = await db.prisma.call.findUniqueOrThrow({ where: { id: callId ?? '' } });
  const frozen = await db.prisma.$transaction((tx) => freezeCall(tx, { call, deckId, personId: null, at: new Date() }));
  return frozen.editionId;
}

function textIn(files: Readonly<Record<string, Uint8Array>>, name: string): string {
  return strFromU8(files[name] ?? new Uint8Array());
}

const WISH: ZipWish = { profile: 'plenum', year: null, progress: null };

function taken(thing: ExportedThing, profile: ExportProfile): Promise<ZipFile> {
  return callZip(STRANGER, thing, profile);
}

async function unzipped(making: Promise<ZipFile>): Promise<Record<string, Uint8Array>> {
  const { body } = await making;
  return unzipSync(await buffer(body));
}
