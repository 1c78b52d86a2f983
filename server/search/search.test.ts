import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { searchFormSchema } from '#lib/search/search-form.ts';
import { STRANGER } from '#lib/visitor.ts';
import type { Visitor } from '#lib/visitor.ts';
import { testDatabase } from '#e2e/harness/database.ts';
import type { TestDatabase } from '#e2e/harness/database.ts';
import { makeSeries, writtenDeck } from '#e2e/harness/written-deck.ts';
import { freezeCall } from '#server/archive/freeze-call.ts';

import { feedSearch } from './feed-search.ts';
import { prepareSearch } from './prepare-search.ts';
import { search } from './search.ts';

let db: TestDatabase;

beforeAll(async () => {
  db = await testDatabase();
  await prepareSearch();
});

afterAll(() => db.close());

async function somebody(name: string): Promise<Visitor & { readonly id: string }> {
  const { id } = await db.prisma.person.create({ data: { name, hue: 200 } });
  return { id, person: { id, name, hue: 200, admin: false, signedIn: true }, linkIds: [] };
}

/** A deck of sections with one slide each. */
const deck = (...sections: readonly (readonly [string, string])[]) =>
  sections.map(([title, text]) => `# ${title}\n\n${text}\n`).join('\n---\n\n');

async function record(seriesId: string, date: string, text: string) {
  const { callId, deckId } = await writtenDeck(seriesId, text, date);
  const call = await db.prisma.call.findUniqueOrThrow({ where: { id: callId ?? '' } });
  const frozen = { call, deckId, personId: null, at: new Date() };
  const { editionId } = await db.prisma.$transaction((tx) => freezeCall(tx, frozen));
  return { callId: call.id, deckId, editionId };
}

async function found(q: string, rest: Readonly<Record<string, string>> = {}, visitor: Visitor = STRANGER) {
  const { hits, total, corrected } = await search(visitor, searchFormSchema.parse({ q, ...rest }));
  return { total, corrected, addresses: hits.map(({ address }) => address), hits };
}

/** Its addresses alone. */
const at = async (...asked: Parameters<typeof found>) => (await found(...asked)).addresses;

describe('search', () => {
  let seriesId: string;
  let quayId: string;

  beforeAll(async () => {
    seriesId = await makeSeries('harbour');
    const team = { seriesId, slug: 'quay', name: 'Team Quay', hue: 10, position: 0 };
    quayId = (await db.prisma.team.create({ data: team })).id;
    await db.prisma.knownHeading.create({
      data: { seriesId, folded: 'team quay', spelling: 'Team Quay', teamId: quayId },
    });
    await record(
      seriesId,
      '2023-03-02',
      deck(
        ['Welcome', 'Good morning'],
        ['Team Quay', 'Report by @quinn\n\n- The **cranes** are repaired\n- GrÃ¶ÃŸe of the hall'],
      ),
    );
    await record(
      seriesId,
      '2024-04-04',
      deck(
        ['Team Quay', 'Report by Una Wharf\n\nA crane lifts the ferry onto the quay, <b onclick="x">boldly</b>'],
        ['Weather', 'Die Häuser im Sturm; release 2024.1 on the Сrane'],
      ),
    );
    await feedSearch();
    await feedSearch();
  });

  it('knows stems of two languages, beginnings, phrases and what is left out', async () => {
    expect(await at('crane ', { sort: 'new' })).toEqual([
      '/harbour/2024-04-04/team-quay/1',
      '/harbour/2024-04-04/weather/1',
      '/harbour/2023-03-02/team-quay/1',
    ]);
    expect(await at('haus ')).toEqual(['/harbour/2024-04-04/weather/1']);
    expect(await at('repai')).toEqual(['/harbour/2023-03-02/team-quay/1']);
    expect(await at('"lifts the ferry"')).toHaveLength(1);
    expect(await at('"ferry the lifts"')).toEqual([]);
    expect(await at('"crane are"')).toEqual([]);
    expect(await at('crane -ferry -storm ')).toHaveLength(2);
    expect(await at('2024.1')).toHaveLength(1);
    expect((await search(STRANGER, searchFormSchema.parse({ q: '-crane' }))).asks).toBe(false);
  });

  it('folds accents, mojibake and look-alikes, and marks what stands there', async () => {
    const { hits } = await found('GRÖSSE');
    expect(hits[0]?.snippet.filter(({ marked }) => marked)).toEqual([{ text: 'GrÃ¶ÃŸe', marked: true }]);
    const [, weather] = (await found('crane ', { sort: 'new' })).hits;
    expect(weather?.snippet.filter(({ marked }) => marked)).toEqual([{ text: 'Сrane', marked: true }]);
    const [quay] = (await found('boldly')).hits;
    expect(quay).toMatchObject({
      section: 'Team Quay',
      team: { name: 'Team Quay', hue: 10 },
      reporter: 'Una Wharf',
      call: { title: 'Call', date: '2024-04-04', address: '/harbour/2024-04-04' },
      series: { slug: 'harbour' },
    });
    expect((await found('quay', { sort: 'new' })).hits[0]?.heading).toEqual([
      { text: 'Team ', marked: false },
      { text: 'Quay', marked: true },
    ]);
  });

  it('is narrowed by series, team, reporter and year, also without a word', async () => {
    expect(await at('crane', { year: '2023' })).toHaveLength(1);
    expect(await at('crane', { team: 'quay' })).toHaveLength(2);
    expect(await at('', { team: 'quay', sort: 'new' })).toHaveLength(2);
    expect(await at('', { person: 'una' })).toHaveLength(1);
    expect(await at('', { person: '@quinn' })).toHaveLength(1);
    expect(await at('crane', { series: 'nowhere' })).toEqual([]);
    expect(await at('crane', { team: 'nobody' })).toEqual([]);
    // Somebody says later whose it was; a call gets another date.
    await db.prisma.recordSection.updateMany({ where: { folded: 'weather' }, data: { teamId: quayId } });
    expect(await at('crane', { team: 'quay' })).toHaveLength(3);
    const call = await db.prisma.call.findFirstOrThrow({ where: { address: '2023-03-02' } });
    await db.prisma.call.update({
      where: { id: call.id },
      data: { address: '2022-03-03', startsAt: new Date('2022-03-03T12:00:00Z') },
    });
    expect(await at('crane', { year: '2022' })).toEqual(['/harbour/2022-03-03/team-quay/1']);
    expect(await at('crane', { year: '2023' })).toEqual([]);
  });

  it('takes a word that stands nowhere for a typing error', async () => {
    expect(await found('frery')).toMatchObject({ total: 1, corrected: 'ferry' });
    expect(await found('frery -boldly')).toMatchObject({ total: 0, corrected: null });
    expect(await found('xyzzyplugh')).toMatchObject({ total: 0, corrected: null });
  });

  it('has no wrong queries', async () => {
    for (const q of ["'", "' | !", ':*', '\\', 'a:*&b', '((', '<->', '" "', '-', '\u{1F389}', 'a"b"c'])
      expect((await found(q)).total).toBeGreaterThanOrEqual(0);
  });

  it('counts the newest edition alone, and forgets one that is taken back', async () => {
    const { callId, editionId } = await record(seriesId, '2025-05-05', deck(['Welcome', 'Barnacles']));
    expect(await at('barnacles')).toHaveLength(1);
    await db.prisma.edition.delete({ where: { id: editionId } });
    await db.prisma.record.delete({ where: { callId } });
    expect(await at('barnacles')).toEqual([]);
    // The call goes on: its deck is read again.
    await db.prisma.deck.updateMany({ where: { callId }, data: { frozenAt: null } });
    await db.prisma.series.update({ where: { id: seriesId }, data: { readDecks: 'public' } });
    await feedSearch();
    expect(await at('barnacles')).toEqual(['/harbour/2025-05-05/deck#welcome']);
  });
});

describe('what one may not read', () => {
  const SECRET = 'kittiwake';

  it('is found by nobody else, not even as a typing error', async () => {
    const seriesId = await makeSeries('closed');
    const closed = { readDecks: 'members', readLive: 'members', readRecords: 'members' } as const;
    await db.prisma.series.update({ where: { id: seriesId }, data: closed });
    const text = deck(['Team Secret', `The ${SECRET} nests`]);
    await record(seriesId, '2024-01-04', text);
    const { deckId, callId } = await writtenDeck(seriesId, text, '2027-01-07');
    await feedSearch();
    await feedSearch();
    const outsider = await somebody('Otto');
    const member = await somebody('Rhea');
    await db.prisma.membership.create({ data: { seriesId, personId: member.id, role: 'reader' } });
    const inRecord = '/closed/2024-01-04/team-secret/1';
    const inDeck = '/closed/2027-01-07/deck#team-secret';
    const link = (data: object) =>
      db.prisma.link.create({ data: { tokenHash: crypto.randomUUID(), seriesId, name: 'x', grant: 'read', ...data } });
    const holding = ({ id }: { readonly id: string }): Visitor => ({ person: null, linkIds: [id] });

    for (const visitor of [STRANGER, outsider]) {
      expect(await found(SECRET, {}, visitor)).toMatchObject({ total: 0, corrected: null });
      expect(await found('kitiwake', {}, visitor)).toMatchObject({ total: 0, corrected: null });
      expect(await at('', { series: 'closed', year: '2024' }, visitor)).toEqual([]);
      const { series } = await search(visitor, searchFormSchema.parse({ q: SECRET }));
      expect(series.map(({ value }) => value)).not.toContain('closed');
    }
    expect(await at(SECRET, { sort: 'new' }, member)).toEqual([inDeck, inRecord]);
    expect(await found('kitiwake', {}, member)).toMatchObject({ total: 2, corrected: SECRET });

    // Records are open, decks before the call are not.
    await db.prisma.series.update({ where: { id: seriesId }, data: { readRecords: 'public' } });
    expect(await at(SECRET)).toEqual([inRecord]);
    // With a link, and with one to a single deck.
    await db.prisma.series.update({ where: { id: seriesId }, data: { readDecks: 'link', readRecords: 'link' } });
    expect(await at(SECRET)).toEqual([]);
    const all = await link({});
    expect(await at(SECRET, { sort: 'new' }, holding(all))).toEqual([inDeck, inRecord]);
    const one = await link({ deckId });
    expect(await at(SECRET, {}, holding(one))).toEqual([inDeck]);
    await db.prisma.link.updateMany({ data: { revokedAt: new Date() } });
    expect(await at(SECRET, {}, holding(all))).toEqual([]);
    expect(await at(SECRET, {}, holding(one))).toEqual([]);
    // Whoever has an account may write, but one was put out.
    await db.prisma.series.update({ where: { id: seriesId }, data: { ...closed, write: 'signed_in' } });
    expect(await at(SECRET, { sort: 'new' }, outsider)).toEqual([inDeck, inRecord]);
    await db.prisma.putOut.create({ data: { deckId, personId: outsider.id } });
    expect(await at(SECRET, {}, outsider)).toEqual([inRecord]);
    // In the bin: the call, then the series.
    await db.prisma.call.update({ where: { id: callId ?? '' }, data: { deletedAt: new Date() } });
    expect(await at(SECRET, {}, member)).toEqual([inRecord]);
    await db.prisma.series.update({ where: { id: seriesId }, data: { deletedAt: new Date() } });
    expect(await at(SECRET, {}, member)).toEqual([]);
  });
});
