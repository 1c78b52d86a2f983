import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { testDatabase } from '#e2e/harness/database.ts';
import type { TestDatabase } from '#e2e/harness/database.ts';
import { makeSeries, writtenDeck } from '#e2e/harness/written-deck.ts';
import { may } from '#lib/access.ts';
import { STRANGER } from '#lib/visitor.ts';
import type { Visitor } from '#lib/visitor.ts';
import { askerFor } from '#server/accounts/authorize.ts';
import type { Series } from '#prisma/client/client.ts';

import { searchScope } from './search-scope.ts';
import type { ReadablePart } from './search-scope.ts';

let db: TestDatabase;

beforeAll(async () => {
  db = await testDatabase();
});

afterAll(() => db.close());

const AUDIENCES = ['public', 'link', 'members'] as const;
const WRITERS = ['members', 'signed_in', 'link'] as const;

interface Place {
  readonly series: Series;
  readonly deckId: string;
  readonly callId: string;
}

/** A series for each way in which it can be open, with one call. */
async function everyOpenness(): Promise<readonly Place[]> {
  const places: Place[] = [];
  for (const readDecks of AUDIENCES)
    for (const readRecords of AUDIENCES)
      for (const write of WRITERS) {
        const id = await makeSeries(`${readDecks}-${readRecords}-${write}`.replace('_', '-'));
        const { deckId, callId } = await writtenDeck(id, '# Welcome\n', '2026-12-03');
        const series = await db.prisma.series.update({ where: { id }, data: { readDecks, readRecords, write } });
        places.push({ series, deckId, callId: callId ?? '' });
      }
  return places;
}

async function somebody(name: string, signedIn: boolean): Promise<Visitor & { readonly id: string }> {
  const { id } = await db.prisma.person.create({ data: { name, hue: 200 } });
  return { id, person: { id, name, hue: 200, admin: false, signedIn }, linkIds: [] };
}

const reads = ({ series, calls, notCalls }: ReadablePart, place: Place): boolean =>
  calls.includes(place.callId) || (series.includes(place.series.id) && !notCalls.includes(place.callId));

interface Linked {
  readonly outsider: string;
  readonly reader: string;
  readonly putOut: string;
}

/** Links of each kind to every place, by kind; in each one person reads, who is put out of the deck as another is. */
async function linksTo(places: readonly Place[], { outsider, reader, putOut }: Linked) {
  const links: Record<string, string[]> = { read: [], write: [], deck: [], section: [], revoked: [] };
  for (const { series, deckId } of places) {
    const seriesId = series.id;
    await db.prisma.membership.create({ data: { seriesId, personId: reader, role: 'reader' } });
    await db.prisma.putOut.createMany({ data: [putOut, reader].map((personId) => ({ deckId, personId })) });
    const section = { deckId, anchor: '', title: 'Welcome', position: 0, words: [] };
    const sectionId = (await db.prisma.section.create({ data: section })).id;
    const kinds = {
      read: {},
      write: { grant: 'write' },
      deck: { deckId, grant: 'write' },
      section: { deckId, grant: 'write', sectionId, personId: outsider },
      revoked: { revokedAt: new Date() },
    } as const;
    for (const [name, kind] of Object.entries(kinds)) {
      const data = { tokenHash: crypto.randomUUID(), seriesId, name, grant: 'read', ...kind } as const;
      links[name]?.push((await db.prisma.link.create({ data })).id);
    }
  }
  return links;
}

/** Where a search would show more or less of a place than the table allows; and how often it allows something. */
async function compared(visitor: Visitor, places: readonly Place[]) {
  const scope = await searchScope(visitor);
  const answers = await Promise.all(
    places.map(async (place) => {
      const { series, deckId } = place;
      const [here, anywhere] = [await askerFor(visitor, series.id, deckId), await askerFor(visitor, series.id)];
      const allowed = { record: may(here, 'record.read', series), deck: may(here, 'deck.read', series) };
      const shown = { record: reads(scope.record, place), deck: reads(scope.deck, place) };
      // Whoever was put out of the deck may still know the series.
      const known =
        allowed.record || allowed.deck || may(anywhere, 'record.read', series) || may(anywhere, 'deck.read', series);
      return {
        slug: series.slug,
        open: Number(allowed.record) + Number(allowed.deck),
        right: isDeepStrictEqual(shown, allowed) && scope.series.some(({ id }) => id === series.id) === known,
      };
    }),
  );
  return {
    open: answers.reduce((sum, { open }) => sum + open, 0),
    wrong: answers.filter(({ right }) => !right).map(({ slug }) => slug),
  };
}

it('is what the one table says of each call, for everybody in every kind of series', async () => {
  const places = await everyOpenness();
  const [outsider, putOut, reader] = [
    await somebody('Otto', true),
    await somebody('Pia', true),
    await somebody('Rhea', true),
  ];
  const links = await linksTo(places, { outsider: outsider.id, putOut: putOut.id, reader: reader.id });
  const linked = Object.entries(links).flatMap(([kind, linkIds]) => [
    [`nobody with link: ${kind}`, { person: null, linkIds }] as const,
    [`put out with link: ${kind}`, { ...putOut, linkIds }] as const,
  ]);
  const program = { ...outsider, program: { seriesId: places[0]?.series.id ?? null, role: 'reader' as const } };
  const visitors: Readonly<Record<string, Visitor>> = {
    stranger: STRANGER,
    guest: await somebody('Gil', false),
    outsider,
    putOut,
    reader,
    program,
    ...Object.fromEntries(linked),
  };
  let open = 0;
  for (const [name, visitor] of Object.entries(visitors)) {
    const result = await compared(visitor, places);
    expect([name, result.wrong]).toEqual([name, []]);
    open += result.open;
  }
  expect(open).toBeGreaterThan(200);
});
