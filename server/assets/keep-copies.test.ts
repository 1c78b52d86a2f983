import { readdirSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase, type TestDatabase } from '#e2e/harness/database.ts';
import { harbourCall } from '#e2e/harness/harbour.ts';
import { signedIn } from '#e2e/harness/people.ts';
import { PIXEL, pictureServer, sendPixel, type PictureServer } from '#e2e/harness/picture-server.ts';
import { messages } from '#lib/messages/en.ts';
import { STRANGER, type Visitor } from '#lib/visitor.ts';
import { freezeCall } from '#server/archive/freeze-call.ts';
import { bus, closeBus } from '#server/bus/open-bus.ts';
import { replaceText } from '#server/decks/replace-text.ts';
import { limit } from '#server/limits/limit.ts';
import { LIMITS } from '#server/limits/limits.ts';
import { assetMap } from './asset-map.ts';
import { foreignPicturesOf, keepCopy } from './keep-copies.ts';
import { incomingFolder } from './prepare-picture.ts';
import { foreignPicturesOfSeries, keepCopyForSeries } from './series-copies.ts';

let db: TestDatabase;
let pictures: PictureServer;
const told: unknown[] = [];
/** Answers that are still to be given. */
const waiting: ServerResponse[] = [];

beforeAll(async () => {
  pictures = await pictureServer((request, response) => {
    if (request.url?.startsWith('/slow') === true) waiting.push(response);
    else if (request.url?.startsWith('/gone') === true) response.writeHead(404).end();
    else if (request.url?.startsWith('/other') === true)
      response.writeHead(200, { 'Content-Type': 'image/png' }).end(Buffer.concat([PIXEL, Buffer.from('other')]));
    else if (request.url?.startsWith('/script') === true)
      response.writeHead(200, { 'Content-Type': 'image/png' }).end('<script>alert(1)</script>');
    else sendPixel(request, response);
  });
  process.env['FETCH_ALLOW'] = pictures.server;
  db = await testDatabase();
  bus().subscribe('deck.flush', (asked) => bus().publish('deck.flushed', asked));
  bus().subscribe('rows.changed', (change) => told.push(change));
});

afterAll(async () => {
  await pictures.close();
  await closeBus();
  await db.close();
});

/** The harbour's call, with a deck that shows these pictures. */
async function deckWith(...paths: readonly string[]) {
  const call = await harbourCall(db);
  const at = paths.map((path) => (/^\/(?!\/)/.test(path) ? `${pictures.origin}${path}` : path));
  await write(call.ada, call.deckId, at);
  return { ...call, at, first: at[0] ?? '' };
}

async function write(visitor: Visitor, deckId: string, addresses: readonly string[]): Promise<void> {
  const text = `# Team One\n\n${addresses.map((address) => `![](${address})`).join('\n\n')}\n`;
  await replaceText(visitor, deckId, { text, ifMatch: null });
}

const asked = (path: string) => pictures.requests.filter(({ url }) => url === path).length;
const idOf = ({ person }: Visitor): string => person?.id ?? '';

describe('a copy of a picture on another server', () => {
  it('is shown wherever the series names its address, and known by where it is from', async () => {
    const { bo, deckId, seriesId, first, callId } = await deckWith('/quay%20wall.png?w=1');
    const kept = await keepCopy(bo, deckId, first);
    expect(kept).toEqual({ address: first, path: expect.stringMatching(/^\/assets\/[0-9a-z]{16}\.webp$/) });
    expect(await assetMap(seriesId)).toMatchObject({ [first]: kept.path });
    expect(await db.prisma.seriesAsset.findFirst({ where: { seriesId } })).toMatchObject({
      name: 'quay wall.png',
      source: first,
      credit: '',
      createdById: idOf(bo),
    });
    const entry = await db.prisma.auditEntry.findFirst({ where: { seriesId, act: 'picture.keepCopy' } });
    expect(entry).toMatchObject({ personId: idOf(bo), deckId, callId, details: { address: first } });
    expect(told).toContainEqual({ seriesId, callId: null, what: 'pictures' });
  });

  it('is fetched once, however often somebody asks', async () => {
    const { ada, bo, deckId, first } = await deckWith('/once.png');
    const kept = await keepCopy(bo, deckId, first);
    expect(await keepCopy(bo, deckId, first)).toEqual(kept);
    expect(await keepCopy(ada, deckId, first)).toEqual(kept);
    expect(asked('/once.png')).toBe(1);
  });

  it('of the same picture at two addresses is one file', async () => {
    const { bo, deckId, at } = await deckWith('/one.png', '/two.png');
    const [one = '', two = ''] = at;
    expect((await keepCopy(bo, deckId, one)).path).toBe((await keepCopy(bo, deckId, two)).path);
  });

  it('is fetched again when its bytes were lost', async () => {
    const { bo, deckId, seriesId, first } = await deckWith('/other/lost.png');
    const kept = await keepCopy(bo, deckId, first);
    const { hash } = await db.prisma.seriesAsset.findFirstOrThrow({ where: { seriesId } });
    await db.prisma.asset.update({ where: { hash }, data: { damagedAt: new Date() } });
    expect(await keepCopy(bo, deckId, first)).toEqual(kept);
    expect(asked('/other/lost.png')).toBe(2);
    await db.prisma.asset.update({ where: { hash }, data: { damagedAt: null } });
  });

  it('may be asked for by an address without a scheme, which means https', async () => {
    const { bo, deckId, first } = await deckWith(`//127.0.0.1:${pictures.port}/plain.png`);
    // The server speaks no https: it was asked.
    await expect(keepCopy(bo, deckId, first)).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('cannot be had in words, and then nothing is left', async () => {
    const { bo, deckId, seriesId, at } = await deckWith('/gone.png', '/script.png', 'http://10.0.0.7/a.png', 'a.png');
    const [gone = '', script = '', secret = '', file = ''] = at;
    const { fetch } = messages.foreignPictures;
    await expect(keepCopy(bo, deckId, gone)).rejects.toThrow(fetch.answered(404));
    await expect(keepCopy(bo, deckId, script)).rejects.toMatchObject({ code: 'invalid' });
    await expect(keepCopy(bo, deckId, secret)).rejects.toThrow(fetch.notPublic('10.0.0.7'));
    await expect(keepCopy(bo, deckId, file)).rejects.toThrow(fetch.noAddress);
    expect(await assetMap(seriesId)).toEqual({});
    expect(await db.prisma.auditEntry.count({ where: { seriesId, act: 'picture.keepCopy' } })).toBe(0);
    expect(readdirSync(await incomingFolder())).toEqual([]);
  });
});

describe('whoever does not write the deck', () => {
  it('makes this server fetch nothing', async () => {
    const { cy, bo, ada, deckId, slug, first } = await deckWith('/private.png');
    const far = await signedIn(db, 'Far');
    for (const visitor of [cy, far, STRANGER]) {
      await expect(keepCopy(visitor, deckId, first)).rejects.toMatchObject({ name: 'Refusal' });
      await expect(foreignPicturesOf(visitor, deckId)).rejects.toMatchObject({ name: 'Refusal' });
    }
    for (const visitor of [bo, cy, far, STRANGER]) {
      await expect(keepCopyForSeries(visitor, slug, first)).rejects.toMatchObject({ name: 'Refusal' });
      await expect(foreignPicturesOfSeries(visitor, slug)).rejects.toMatchObject({ name: 'Refusal' });
    }
    // What the deck does not show nobody may ask for.
    for (const address of [`${pictures.origin}/elsewhere.png`, '', 7, null, 'a\0b'])
      await expect(keepCopy(ada, deckId, String(address))).rejects.toMatchObject({ code: 'not-found' });
    expect(pictures.requests.filter(({ url }) => url === '/private.png' || url === '/elsewhere.png')).toEqual([]);
  });

  it('has nothing to keep for a record or a template either', async () => {
    const { ada, bo, deckId, seriesId, callId, first } = await deckWith('/frozen.png');
    const template = await db.prisma.deck.findFirstOrThrow({ where: { seriesId, kind: 'template' } });
    await expect(foreignPicturesOf(bo, template.id)).rejects.toMatchObject({ code: 'not-allowed' });
    expect(await foreignPicturesOf(ada, template.id)).toEqual([]);
    await db.prisma.call.update({ where: { id: callId }, data: { state: 'live', startedAt: new Date() } });
    const call = await db.prisma.call.findUniqueOrThrow({ where: { id: callId } });
    await db.prisma.$transaction((tx) => freezeCall(tx, { call, deckId, personId: idOf(ada), at: new Date() }));
    await expect(keepCopy(ada, deckId, first)).rejects.toMatchObject({ code: 'frozen' });
    expect(asked('/frozen.png')).toBe(0);
  });
});

it('nobody fetches without end', async () => {
  const { bo, ada, deckId, seriesId, at } = await deckWith('/many.png', '/more.png');
  const [many = '', more = ''] = at;
  await keepCopy(bo, deckId, many);
  for (let done = 1; done < LIMITS['fetch.person'].points; done += 1) await limit('fetch.person', idOf(bo));
  await expect(keepCopy(bo, deckId, more)).rejects.toMatchObject({ code: 'too-many' });
  // What is kept is given to whom it may.
  expect(await keepCopy(bo, deckId, many)).toMatchObject({ address: many });
  for (let done = 1; done < LIMITS['fetch.series'].points; done += 1) await limit('fetch.series', seriesId);
  await expect(keepCopy(ada, deckId, more)).rejects.toMatchObject({ code: 'too-many' });
  expect(asked('/more.png')).toBe(0);
});

it('nobody fetches many at once, and two who ask for the same get the one copy', async () => {
  const { ada, bo, deckId, at } = await deckWith('/slow/1', '/slow/2', '/slow/3', '/slow/4', '/slow/5');
  const [first = '', ...others] = at;
  const last = others.at(-1) ?? '';
  const four = [first, ...others.slice(0, -1)].map((address) => keepCopy(bo, deckId, address));
  await expect.poll(() => waiting.length).toBe(4);
  await expect(keepCopy(bo, deckId, last)).rejects.toMatchObject({ code: 'too-many' });
  const same = keepCopy(ada, deckId, first);
  const another = keepCopy(ada, deckId, last);
  await expect.poll(() => waiting.length).toBe(5);
  for (const response of waiting.splice(0)) response.writeHead(200, { 'Content-Type': 'image/png' }).end(PIXEL);
  const [kept] = await Promise.all(four);
  expect(await same).toEqual(kept);
  await another;
  expect([asked('/slow/1'), asked('/slow/5')]).toEqual([1, 1]);
});

describe('a series', () => {
  it('knows which of its decks show what, and keeps it for all of them', async () => {
    const { ada, bo, slug, seriesId, deckId, at } = await deckWith(
      '/both.png',
      '/call.png',
      'assets/own.png',
      '/call.png',
    );
    const [both = '', call = ''] = at;
    const template = await db.prisma.deck.findFirstOrThrow({ where: { seriesId, kind: 'template' } });
    await write(ada, template.id, [both]);
    const title = (await db.prisma.call.findFirstOrThrow({ where: { seriesId } })).title;
    const inTemplate = { id: template.id, title: null, path: `/${slug}/template` };
    const inCall = { id: deckId, title, path: `/${slug}/2026-12-03/deck` };
    const found = await foreignPicturesOfSeries(ada, slug);
    expect(found.map(({ address }) => address)).toEqual([both, call]);
    expect(found[0]?.decks).toHaveLength(2);
    expect(found[0]?.decks).toEqual(expect.arrayContaining([inTemplate, inCall]));
    expect(found[1]?.decks).toEqual([inCall]);
    const kept = await keepCopyForSeries(ada, slug, both);
    expect(await keepCopy(bo, deckId, both)).toEqual(kept);
    expect(await foreignPicturesOf(bo, deckId)).toEqual([call]);
    expect((await foreignPicturesOfSeries(ada, slug)).map(({ address }) => address)).toEqual([call]);
    await expect(keepCopyForSeries(ada, slug, `${pictures.origin}/nowhere.png`)).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('asks for nothing that only a deck in the bin shows', async () => {
    const { ada, slug, callId, first, deckId } = await deckWith('/binned.png');
    await db.prisma.call.update({ where: { id: callId }, data: { deletedAt: new Date(), deletedById: idOf(ada) } });
    expect(await foreignPicturesOfSeries(ada, slug)).toEqual([]);
    await expect(keepCopyForSeries(ada, slug, first)).rejects.toMatchObject({ code: 'not-found' });
    await expect(keepCopy(ada, deckId, first)).rejects.toMatchObject({ name: 'Refusal' });
    expect(asked('/binned.png')).toBe(0);
  });
});
