import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase, type TestDatabase } from '#e2e/harness/database.ts';
import { pictureFile } from '#e2e/harness/pictures.ts';
import { editionContentSchema } from '#lib/record/edition.ts';
import { seriesFormSchema } from '#lib/series/series-form.ts';
import { STRANGER, type Visitor } from '#lib/visitor.ts';
import { storeAsset } from '#server/assets/store-asset.ts';
import { bus, closeBus } from '#server/bus/open-bus.ts';
import { createSeries } from '#server/series/create-series.ts';

import { endCall } from './end-call.ts';
import { planCall } from './plan-call.ts';
import { startCall } from './start-call.ts';
import { setTitlePicture, titleChoices } from './title-picture.ts';

let db: TestDatabase;

beforeAll(async () => {
  db = await testDatabase();
  // No rooms here: this process has nothing to commit, and says so at once.
  bus().subscribe('deck.flush', (message) => bus().publish('deck.flushed', message));
});

afterAll(async () => {
  await closeBus();
  await db.close();
});

/** A series with two calls and two pictures, and its host. */
async function harbour() {
  const { id: personId } = await db.prisma.person.create({ data: { name: 'Ada', hue: 200 } });
  const ada: Visitor = {
    person: { id: personId, name: 'Ada', hue: 200, admin: false, signedIn: true },
    linkIds: [],
  };
  const form = seriesFormSchema.parse({ name: 'Harbour call', timeZone: 'UTC', readDecks: 'public' });
  const { slug, id: seriesId } = await createSeries(ada, form);
  const plan = async (date: string) => {
    const { callId } = await planCall(ada, slug, { date, time: '15:05', title: undefined });
    const deck = await db.prisma.deck.findFirstOrThrow({ where: { callId } });
    return { callId, deckId: deck.id };
  };
  const keep = async (name: string, hue: number) =>
    storeAsset((await pictureFile(name, hue)).buffer, { seriesId, name, personId });
  return {
    ada,
    seriesId,
    first: await plan('2026-12-03'),
    next: await plan('2026-12-10'),
    dawn: await keep('dawn.png', 20),
    dusk: await keep('dusk.png', 200),
  };
}

describe('the title picture of a call', () => {
  it('is chosen among the series’ own, with its credit, and is offered to the call that follows', async () => {
    const { ada, first, next, dawn, dusk } = await harbour();
    expect((await titleChoices(ada, first.deckId)).recent.map(({ key }) => key).toSorted()).toEqual(
      [dawn.key, dusk.key].toSorted(),
    );
    await setTitlePicture(ada, first.deckId, { key: dusk.key, credit: 'Nell', shows: 60 });
    expect(await titleChoices(ada, first.deckId)).toMatchObject({
      now: { picture: { key: dusk.key, credit: 'Nell' }, shows: 60 },
      last: null,
    });
    expect((await titleChoices(ada, next.deckId)).last).toMatchObject({ key: dusk.key, credit: 'Nell' });
    await setTitlePicture(ada, first.deckId, { key: null, credit: '', shows: 100 });
    expect((await titleChoices(ada, first.deckId)).now).toBeNull();
    expect((await titleChoices(ada, next.deckId)).last).toBeNull();
  });

  it('stands in the record with its bytes, and is fixed from then on', async () => {
    const { ada, first, dawn } = await harbour();
    await setTitlePicture(ada, first.deckId, { key: dawn.key, credit: '', shows: 100 });
    await startCall(ada, first.callId);
    await endCall(ada, first.callId);
    const edition = await db.prisma.edition.findFirstOrThrow({ where: { record: { callId: first.callId } } });
    const { assets } = editionContentSchema.parse(edition.content);
    const reference = `assets/${dawn.key}.${dawn.extension}`;
    expect(assets[reference]).toMatchObject({ hash: dawn.hash });
    expect(new TextDecoder().decode(edition.presented)).toContain(`data-background-image="${reference}"`);
    await expect(setTitlePicture(ada, first.deckId, { key: null, credit: '', shows: 100 })).rejects.toMatchObject({
      code: 'frozen',
    });
  });

  it('is nobody’s who may not write, and no picture of another series', async () => {
    const [here, there] = [await harbour(), await harbour()];
    const change = { key: here.dawn.key, credit: '', shows: 100 };
    await expect(setTitlePicture(STRANGER, here.first.deckId, change)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(titleChoices(STRANGER, here.first.deckId)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(
      setTitlePicture(here.ada, here.first.deckId, { ...change, key: there.dawn.key }),
    ).rejects.toMatchObject({ code: 'not-found' });
    expect((await titleChoices(here.ada, here.first.deckId)).now).toBeNull();
  });
});
