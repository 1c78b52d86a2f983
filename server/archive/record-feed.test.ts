import { afterAll, beforeAll, expect, it } from 'vitest';

import { testDatabase, type TestDatabase } from '#e2e/harness/database.ts';
import { makeSeries, writtenDeck } from '#e2e/harness/written-deck.ts';
import { parseDeck } from '#lib/slides/parse-deck.ts';
import type { Visitor } from '#lib/visitor.ts';
import { freezeCall } from '#server/archive/freeze-call.ts';
import { sealEditions } from '#server/archive/seal-editions.ts';
import { writeEdition } from '#server/archive/write-edition.ts';

import { seriesFeed, teamFeed, type RecordFeed } from './record-feed.ts';
import { sitemap } from './sitemap.ts';

const STRANGER: Visitor = { person: null, linkIds: [] };
const ORIGIN = 'https://plenum.example';
const DECK = (words: string) => `# Welcome\n\n---\n\n# Team Quay\n\n- ${words}\n\n---\n\n# Weather\n\nFair\n`;

let db: TestDatabase;

beforeAll(async () => {
  db = await testDatabase();
});

afterAll(async () => {
  await db.close();
});

async function told(pieces: AsyncIterable<string> | null): Promise<string> {
  const texts: string[] = [];
  for await (const piece of pieces ?? []) texts.push(piece);
  return texts.join('');
}

const said = async (feed: RecordFeed) => told(feed.text());

/** A call that has ended; `sealed` to be sealed too. */
async function record(seriesId: string, date: string, words: string, sealed = true): Promise<string> {
  const { callId, deckId } = await writtenDeck(seriesId, DECK(words), date);
  const call = await db.prisma.call.findUniqueOrThrow({ where: { id: callId ?? '' } });
  await db.prisma.$transaction((tx) => freezeCall(tx, { call, deckId, personId: null, at: new Date() }));
  if (sealed) await sealEditions(new Date(Date.now() + 86_400_000));
  return call.id;
}

/** The next edition of a record, with other words. */
async function correct(callId: string, words: string, sealsAt: Date): Promise<void> {
  const call = await db.prisma.call.findUniqueOrThrow({ where: { id: callId } });
  const source = new TextEncoder().encode(DECK(words));
  const { title, startsAt, timeZone, hasTime } = call;
  const provenance = { type: 'call', deck: 'x', epoch: 1, seq: 1, endedAt: startsAt.toISOString() } as const;
  const model = parseDeck(DECK(words));
  const shared = { title, startsAt, timeZone, hasTime, provenance, model };
  const material = { ...shared, kind: 'slides', anchorOf: null, sections: null, assets: {} } as const;
  await db.prisma.$transaction((tx) => writeEdition(tx, { callId, source, personId: null, sealsAt, material }));
}

it('tells what was sealed, a correction as the same entry, a team its own sections, and strangers nothing that is closed', async () => {
  const seriesId = await makeSeries('fed');
  await db.prisma.series.update({ where: { id: seriesId }, data: { readRecords: 'public' } });
  const { slug } = await db.prisma.series.findUniqueOrThrow({ where: { id: seriesId } });
  const team = await db.prisma.team.create({
    data: { seriesId, slug: 'quay', name: 'Team Quay', hue: 10, position: 0 },
  });
  await db.prisma.knownHeading.create({
    data: { seriesId, folded: 'team quay', spelling: 'Team Quay', teamId: team.id },
  });
  const empty = await seriesFeed(STRANGER, slug, ORIGIN);
  expect(await said(empty)).not.toContain('<entry>');

  const older = await record(seriesId, '2026-05-07', 'The crane <lifts> & sings');
  await record(seriesId, '2026-05-14', 'The crane rests', true);
  await record(seriesId, '2026-05-21', 'Can be taken back', false);
  const feed = await seriesFeed(STRANGER, slug, ORIGIN);
  const first = await said(feed);
  expect(feed.etag).not.toBe(empty.etag);
  const at = (date: string) => `href="${ORIGIN}/${slug}/${date}"`;
  expect(first.indexOf(at('2026-05-14'))).toBeGreaterThan(0);
  expect(first.indexOf(at('2026-05-07'))).toBeGreaterThan(first.indexOf(at('2026-05-14')));
  expect(first).toContain('&lt;li&gt;The crane  &amp;amp; sings&lt;/li&gt;'.replace('  ', ' &amp;lt;lifts&amp;gt; '));
  expect(first).not.toContain('Can be taken back');
  expect((await seriesFeed(STRANGER, slug, ORIGIN)).etag).toBe(feed.etag);

  const teams = await said(await teamFeed(STRANGER, slug, 'quay', ORIGIN));
  expect(teams.match(/<entry>/g)).toHaveLength(2);
  expect(teams).toContain(`href="${ORIGIN}/${slug}/2026-05-07/team-quay"`);
  expect(teams).not.toContain('Fair');

  // What is not sealed yet hides nothing: the edition before it stays.
  await correct(older, 'The crane dances', new Date(Date.now() + 900_000));
  expect((await seriesFeed(STRANGER, slug, ORIGIN)).etag).toBe(feed.etag);
  await sealEditions(new Date(Date.now() + 1_800_000));
  const corrected = await said(await seriesFeed(STRANGER, slug, ORIGIN));
  const ids = (text: string) => [...text.matchAll(/<id>(.*?)<\/id>/g)].map(([, id]) => id);
  expect(corrected).toContain('The crane dances');
  expect(ids(corrected)).toEqual(expect.arrayContaining(ids(first)));
  expect(new Set(ids(corrected)).size).toBe(ids(corrected).length);

  const map = await told(await sitemap(ORIGIN, null));
  expect(map).toContain(`<loc>${ORIGIN}/${slug}/2026-05-07</loc><lastmod>`);
  expect(await sitemap(ORIGIN, 2)).toBeNull();
  await db.prisma.series.update({ where: { id: seriesId }, data: { readRecords: 'members' } });
  await expect(seriesFeed(STRANGER, slug, ORIGIN)).rejects.toThrow('Sign in');
  await expect(teamFeed(STRANGER, slug, 'quay', ORIGIN)).rejects.toThrow('Sign in');
  expect(await told(await sitemap(ORIGIN, null))).not.toContain(slug);
});
