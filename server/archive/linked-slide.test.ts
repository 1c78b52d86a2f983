import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { testDatabase, type TestDatabase } from '#e2e/harness/database.ts';
import { makeSeries, writtenDeck } from '#e2e/harness/written-deck.ts';
import { anchorAt } from '#lib/deck/anchor.ts';
import { createDeckDoc } from '#lib/deck/deck-doc.ts';
import { readSlideLink, writeSlideLink } from '#lib/live/slide-link.ts';
import { parseDeck } from '#lib/slides/parse-deck.ts';
import { STRANGER } from '#lib/visitor.ts';
import { readDeck } from '#server/decks/read-deck.ts';
import { freezeCall } from './freeze-call.ts';
import { linkedSlide } from './linked-slide.ts';

const DECK = '# Welcome\n\n---\n\n# Team Ops\n\n----\n\n## Status\n\n- fine\n\n---\n\n# Goodbye\n';
const DATE = '2026-12-17';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

/** A live call of a series that everybody reads, and the link that somebody copied at one of its slides. */
async function called(slug: string, slide: number) {
  const seriesId = await makeSeries(slug);
  await db.prisma.series.update({ where: { id: seriesId }, data: { readRecords: 'public', readLive: 'public' } });
  const deck = await writtenDeck(seriesId, DECK, DATE);
  const { update, text } = await readDeck(deck.deckId);
  const doc = createDeckDoc();
  Y.applyUpdate(doc, update);
  const shown = parseDeck(text).slides[slide];
  const link = readSlideLink(
    writeSlideLink({ anchor: anchorAt(doc, shown?.range.from ?? 0), hash: shown?.hash ?? '' }),
  );
  if (link === null) throw new Error('no link');
  const find = () => linkedSlide(STRANGER, slug, DATE, link);
  const end = async () => {
    const call = await db.prisma.call.findUniqueOrThrow({ where: { id: deck.callId ?? '' } });
    await db.prisma.$transaction((tx) => freezeCall(tx, { call, deckId: deck.deckId, personId: null, at: new Date() }));
  };
  return { seriesId, deck, find, end };
}

describe('a link that was copied during a call', () => {
  it('leads nowhere else before the end, and to its slide then, whatever came before it', async () => {
    const { deck, find, end } = await called('edited', 2);
    expect(await find()).toBeNull();
    await deck.edit(0, 0, '# Before\n\n---\n\n');
    await end();
    expect(await find()).toBe(`/edited/${DATE}/team-ops/2`);
  });

  it('follows a slide that was cut and put elsewhere', async () => {
    const { deck, find, end } = await called('moved', 2);
    const from = DECK.indexOf('----\n\n## Status');
    const words = DECK.slice(from, DECK.indexOf('---\n\n# Goodbye'));
    await deck.edit(from, words.length);
    await deck.edit(DECK.length - words.length, 0, `\n${words}`);
    await end();
    expect(await find()).toBe(`/moved/${DATE}/goodbye/2`);
  });

  it('leads to what came before where its section was left out', async () => {
    const { deck, find, end } = await called('skipped', 2);
    const { deckId } = deck;
    const { count } = await db.prisma.section.updateMany({
      where: { deckId, title: 'Team Ops' },
      data: { skipped: true },
    });
    expect(count).toBe(1);
    await end();
    expect(await find()).toBe(`/skipped/${DATE}/welcome/1`);
  });

  it('is not told to who may not read the record', async () => {
    const { seriesId, find, end } = await called('closed', 2);
    await end();
    await db.prisma.series.update({ where: { id: seriesId }, data: { readRecords: 'members' } });
    await expect(find()).rejects.toThrow(/./);
  });
});
