import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { assetReference } from '#lib/addresses.ts';
import { picturesAskedSchema, PICTURES_AT_ONCE } from '#lib/assets/series-pictures-view.ts';
import { STRANGER, type Visitor } from '#lib/visitor.ts';
import { testDatabase } from '#e2e/harness/database.ts';
import type { TestDatabase } from '#e2e/harness/database.ts';
import { harbourCall } from '#e2e/harness/harbour.ts';
import { pictureFile } from '#e2e/harness/pictures.ts';
import { bus, closeBus } from '#server/bus/open-bus.ts';
import { endCall } from '#server/calls/end-call.ts';
import { planCall } from '#server/calls/plan-call.ts';
import { startCall } from '#server/calls/start-call.ts';
import { deleteCall } from '#server/bin/delete-call.ts';
import { readDeck } from '#server/decks/read-deck.ts';
import { replaceText } from '#server/decks/replace-text.ts';
import { startJobs } from '#server/jobs/jobs.ts';
import type { Jobs } from '#server/jobs/jobs.ts';
import { chooseForeignPictures } from '#server/series/choose-foreign-pictures.ts';

import { changeDescription } from './change-description.ts';
import { replacePicture, undoReplacement } from './replace-picture.ts';
import { seriesPictures } from './series-pictures.ts';
import { storeAsset } from './store-asset.ts';

let db: TestDatabase;
let jobs: Jobs;

beforeAll(async () => {
  db = await testDatabase();
  jobs = await startJobs();
  // No rooms here: this process has nothing to commit, and says so at once.
  bus().subscribe('deck.flush', (message) => bus().publish('deck.flushed', message));
});

afterAll(async () => {
  await closeBus();
  await jobs.stop();
  await db.close();
});

const asked = (more: object = {}) => picturesAskedSchema.parse({ show: 'all', search: '', after: null, ...more });

/** Another picture each time. */
let hue = 0;

/** A series with a picture that its template, two planned calls and a record show. */
async function shownEverywhere() {
  const harbour = await harbourCall(db);
  const { ada, slug, seriesId, callId, deckId } = harbour;
  const bring = async (name: string, more: object = {}) => {
    hue += 1;
    const { buffer } = await pictureFile(name, hue, 40 + hue, 30);
    const { key, extension } = await storeAsset(buffer, { seriesId, name, personId: ada.person?.id ?? null, ...more });
    return { key, reference: assetReference(key, extension) };
  };
  const mole = await bring('mole.png');
  const template = await db.prisma.deck.findFirstOrThrow({ where: { seriesId, kind: 'template' } });
  const other = await planCall(ada, slug, { date: '2026-12-10', time: '15:05', title: undefined });
  const { id: otherDeck } = await db.prisma.deck.findFirstOrThrow({ where: { callId: other.callId } });
  const past = await planCall(ada, slug, { date: '2026-11-05', time: '15:05', title: undefined });
  const pastDeck = await db.prisma.deck.findFirstOrThrow({ where: { callId: past.callId } });
  const text = `# Team One\n\n![](${mole.reference} =300x)\n\n\`\`\`\n![](${mole.reference})\n\`\`\`\n`;
  for (const deck of [deckId, otherDeck, pastDeck.id]) await replaceText(ada, deck, { text, ifMatch: null });
  await replaceText(ada, template.id, { text: `# Team One\n\n![Kept](${mole.reference})\n`, ifMatch: null });
  await startCall(ada, past.callId);
  await endCall(ada, past.callId);
  await db.prisma.call.update({ where: { id: callId }, data: { titleKey: mole.key } });
  const textOf = async (deck: string) => (await readDeck(deck)).text;
  return {
    ...harbour,
    bring,
    mole,
    text,
    templateId: template.id,
    otherDeck,
    otherCall: other.callId,
    pastDeck: pastDeck.id,
    textOf,
  };
}

const seen = async (who: Visitor, slug: string, more: object = {}) => seriesPictures(who, slug, asked(more));

describe('the pictures of a series', () => {
  it('are for its members; whoever writes describes, hosts change the rest', async () => {
    const { ada, bo, cy, slug, mole, bring } = await shownEverywhere();
    const { key } = await bring('quay.png');
    const mays = await Promise.all([ada, bo, cy].map(async (who) => (await seen(who, slug)).may));
    expect(mays).toEqual([
      { describe: true, manage: true },
      { describe: true, manage: false },
      { describe: false, manage: false },
    ]);
    await expect(seen(STRANGER, slug)).rejects.toMatchObject({ code: 'sign-in-first' });
    const form = { alt: 'A mole', credit: '', spread: undefined };
    await expect(changeDescription(cy, slug, mole.key, form)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(replacePicture(bo, slug, { from: mole.key, to: key })).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(chooseForeignPictures(bo, slug, true)).rejects.toMatchObject({ code: 'not-allowed' });
    const none = { from: mole.key, to: key, decks: [], calls: [] };
    await expect(undoReplacement(bo, slug, none)).rejects.toMatchObject({ code: 'not-allowed' });
  });

  it('say where they are used: in decks, the template, records, and as a title picture', async () => {
    const { ada, slug, mole, otherCall, date } = await shownEverywhere();
    const uses = async () => (await seen(ada, slug)).pictures.find(({ key }) => key === mole.key)?.uses;
    const title = { title: 'Harbour call' };
    const later = { ...title, kind: 'deck', date: '2026-12-10', address: `/${slug}/2026-12-10/deck`, asTitle: false };
    const others = [
      { ...title, kind: 'deck', date, address: `/${slug}/${date}/deck`, asTitle: true },
      { ...title, kind: 'template', date: null, address: `/${slug}/template`, asTitle: false },
      { ...title, kind: 'record', date: '2026-11-05', address: `/${slug}/2026-11-05`, asTitle: false },
    ];
    expect(await uses()).toEqual(expect.arrayContaining([later, ...others]));
    expect(await uses()).toHaveLength(4);
    // A deck in the bin is nowhere.
    await deleteCall(ada, otherCall);
    expect(await uses()).toEqual(expect.arrayContaining(others));
    expect(await uses()).toHaveLength(3);
  });

  it('are counted and found: unused, undescribed, from elsewhere, damaged, by words, page by page', async () => {
    const { ada, slug, mole, bring } = await shownEverywhere();
    const copy = await bring('lamp 100%.png', { source: 'https://pictures.example/lamp.png' });
    const since = new Date('2026-11-20T10:00:00Z');
    const row = await db.prisma.seriesAsset.update({
      where: { key: copy.key },
      data: { alt: 'A Lamp', credit: 'Dana', unusedSince: since },
    });
    await db.prisma.asset.update({ where: { hash: row.hash }, data: { damagedAt: since } });
    const view = await seen(ada, slug);
    expect(view.counts).toEqual({ all: 2, unused: 1, undescribed: 1, elsewhere: 1, damaged: 1 });
    expect(view.bytes).toBe(view.pictures.reduce((sum, { bytes }) => sum + bytes, 0));
    expect(view.pictures.map(({ key }) => key)).toEqual([copy.key, mole.key]);
    expect(view.pictures[0]).toMatchObject({
      name: 'lamp 100%.png',
      alt: 'A Lamp',
      credit: 'Dana',
      broughtBy: 'Ada',
      source: 'https://pictures.example/lamp.png',
      uses: [],
      unused: { since: '2026-11-20T10:00:00.000Z', until: '2026-12-20T10:00:00.000Z' },
      damagedSince: since.toISOString(),
    });
    const keysOf = async (more: object) => (await seen(ada, slug, more)).pictures.map(({ key }) => key);
    for (const show of ['unused', 'elsewhere', 'damaged']) expect(await keysOf({ show })).toEqual([copy.key]);
    expect(await keysOf({ show: 'undescribed' })).toEqual([mole.key]);
    for (const search of ['lamp', 'DANA', '100%']) expect(await keysOf({ search })).toEqual([copy.key]);
    expect(await keysOf({ search: '_' })).toEqual([]);
  });

  it('come in pages, each picture once', async () => {
    const { ada, slug, seriesId } = await shownEverywhere();
    const hashes = Array.from({ length: PICTURES_AT_ONCE + 3 }, (_, index) => `${seriesId}-${index}`);
    await db.prisma.asset.createMany({ data: hashes.map((hash) => ({ hash, type: 'image/png', bytes: 1 })) });
    const keys = hashes.map((_, index) => `${seriesId.replaceAll('-', '').slice(-8)}${String(index).padStart(8, '0')}`);
    await db.prisma.seriesAsset.createMany({
      data: hashes.map((hash, index) => ({ key: keys[index] ?? '', seriesId, hash, extension: 'png', name: 'x.png' })),
    });
    const first = await seen(ada, slug);
    const second = await seen(ada, slug, { after: first.next });
    expect([first.pictures.length, second.pictures.length, second.next]).toEqual([PICTURES_AT_ONCE, 4, null]);
    const all = [...first.pictures, ...second.pictures].map(({ key }) => key);
    expect(new Set(all).size).toBe(keys.length + 1);
    expect((await seen(ada, slug, { after: 'gone' })).pictures).toHaveLength(PICTURES_AT_ONCE);
  });
});

describe('a description', () => {
  it('is written into open decks that have none, as an edit of whoever describes, and never into records', async () => {
    const { ada, bo, slug, mole, deckId, otherDeck, pastDeck, templateId, text, textOf } = await shownEverywhere();
    expect((await seen(bo, slug)).pictures[0]?.undescribed).toBe(2);
    const form = { alt: 'The *old*\nmole', credit: ' Dana ', spread: 'on' } as const;
    const once = await Promise.all([
      changeDescription(bo, slug, mole.key, form),
      changeDescription(bo, slug, mole.key, form),
    ]);
    // Two who say the same at once write it once.
    expect(once.reduce((sum, { places }) => sum + places, 0)).toBe(2);
    for (const deck of [deckId, otherDeck])
      expect(await textOf(deck)).toBe(text.replace('![]', String.raw`![The \*old\* mole]`));
    expect(await textOf(pastDeck)).toBe(text);
    expect(await textOf(templateId)).toContain('![Kept]');
    const newest = await db.prisma.deckUpdate.findFirstOrThrow({ where: { deckId }, orderBy: { seq: 'desc' } });
    expect(newest.personId).toBe(bo.person?.id);
    expect((await seen(ada, slug)).pictures[0]).toMatchObject({ alt: 'The *old* mole', undescribed: 0 });
  });

  it('stays out of a deck whose writer was put out, and out of the template of others than hosts', async () => {
    const { ada, bo, slug, mole, deckId, otherDeck, templateId, textOf, text } = await shownEverywhere();
    await replaceText(ada, templateId, { text, ifMatch: null });
    await db.prisma.putOut.create({
      data: { deckId: otherDeck, personId: bo.person?.id ?? '', byId: ada.person?.id ?? '' },
    });
    expect((await seen(bo, slug)).pictures[0]?.undescribed).toBe(1);
    await changeDescription(bo, slug, mole.key, { alt: 'Mole', credit: '', spread: 'on' });
    expect(await textOf(deckId)).toContain('![Mole]');
    for (const deck of [otherDeck, templateId]) expect(await textOf(deck)).toBe(text);
    expect((await seen(ada, slug)).pictures[0]?.undescribed).toBe(2);
  });
});

describe('a picture in place of another', () => {
  it('is named by every open deck and title, records stay, and it is taken back without what others named themselves', async () => {
    const harbour = await shownEverywhere();
    const { ada, slug, seriesId, callId, mole, deckId, otherDeck, pastDeck, templateId, text, textOf, bring } = harbour;
    const pier = await bring('pier.png');
    await db.prisma.seriesAsset.update({ where: { key: pier.key }, data: { unusedSince: new Date() } });
    await db.prisma.assetAddress.create({
      data: { seriesId, address: 'https://pads.example/uploads/m.png', key: mole.key },
    });
    const before = `${text}\n![Pier](${pier.reference})\n<!-- .slide: data-background="https://pads.example/uploads/m.png" -->\n`;
    await replaceText(ada, otherDeck, { text: before, ifMatch: null });
    const done = await replacePicture(ada, slug, { from: mole.key, to: pier.key });
    expect(done).toMatchObject({ from: mole.key, to: pier.key, calls: [callId] });
    expect(done.decks.map(({ id }) => id).toSorted()).toEqual([deckId, otherDeck, templateId].toSorted());
    expect(await textOf(deckId)).toContain(`![](${pier.reference} =300x)`);
    expect(await textOf(otherDeck)).toContain(`data-background="${pier.reference}"`);
    expect(await textOf(pastDeck)).toBe(text);
    const call = await db.prisma.call.findUniqueOrThrow({ where: { id: callId } });
    expect(call.titleKey).toBe(pier.key);
    const { unusedSince } = await db.prisma.seriesAsset.findUniqueOrThrow({ where: { key: pier.key } });
    expect(unusedSince).toBeNull();
    const old = (await seen(ada, slug)).pictures.find(({ key }) => key === mole.key);
    expect(old?.uses.map(({ kind }) => kind)).toEqual(['record']);

    await undoReplacement(ada, slug, done);
    expect(await textOf(deckId)).toBe(text);
    expect(await textOf(otherDeck)).toBe(before);
    expect((await db.prisma.call.findUniqueOrThrow({ where: { id: callId } })).titleKey).toBe(mole.key);
    const acts = await db.prisma.auditEntry.findMany({
      where: { seriesId, act: { startsWith: 'asset.' } },
      orderBy: { id: 'asc' },
    });
    expect(acts.map(({ act, details }) => [act, details])).toEqual([
      ['asset.replace', { from: 'mole.png', to: 'pier.png', decks: 3, titles: 1 }],
      ['asset.replaceBack', { from: 'mole.png', to: 'pier.png' }],
    ]);
  });

  it('is one of this series, and another one', async () => {
    const { ada, slug, mole } = await shownEverywhere();
    const elsewhere = await shownEverywhere();
    for (const to of [elsewhere.mole.key, 'none', mole.key])
      await expect(replacePicture(ada, slug, { from: mole.key, to })).rejects.toMatchObject({
        code: to === mole.key ? 'invalid' : 'not-found',
      });
  });
});

describe('pictures from other servers', () => {
  it('are shown when a host says so; open pages hear of it, and the log says it', async () => {
    const { ada, slug, seriesId } = await harbourCall(db);
    const heard: unknown[] = [];
    const leave = bus().subscribe('rows.changed', (change) => heard.push(change));
    await chooseForeignPictures(ada, slug, true);
    await chooseForeignPictures(ada, slug, true);
    leave();
    expect(heard).toEqual([{ seriesId, callId: null, what: 'pictures' }]);
    expect((await seen(ada, slug)).foreignPictures).toBe(true);
    const acts = await db.prisma.auditEntry.findMany({ where: { seriesId, act: 'series.foreignPictures' } });
    expect(acts.map(({ details }) => details)).toEqual([{ show: true }]);
  });
});
