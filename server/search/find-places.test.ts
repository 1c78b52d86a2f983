import { afterAll, beforeAll, expect, it } from 'vitest';

import { testDatabase } from '#e2e/harness/database.ts';
import type { TestDatabase } from '#e2e/harness/database.ts';
import { recordedHarbour } from '#e2e/harness/recorded-harbour.ts';
import { STRANGER } from '#lib/visitor.ts';
import type { Visitor } from '#lib/visitor.ts';
import { runImport } from '#server/imports/run-import.ts';
import { createTeam } from '#server/teams/create-team.ts';

import { feedSearch } from './feed-search.ts';
import { findPlaces } from './find-places.ts';

let db: TestDatabase;

beforeAll(async () => {
  db = await testDatabase();
});

afterAll(() => db.close());

const CLOSED = { readDecks: 'members', readLive: 'members', readRecords: 'members' };

it('are calls, sections, teams and what one may do, each for who may read it', async () => {
  const { ada, wim, slug, callId } = await recordedHarbour(db, CLOSED);
  await createTeam(ada, slug, { name: 'Team Quay', blurb: '', aliases: 'The Wharf', hue: '' });
  await feedSearch();
  const of = async (visitor: Visitor, typed: string, at = '/') =>
    (await findPlaces(visitor, typed, at)).map(({ kind, title, address }) => `${kind} ${title} ${address}`);

  expect(await of(wim, '2026-11')).toContain(`call Harbour call /${slug}/2026-11-05`);
  expect(await of(wim, 'harb dec')).toContain(`call Harbour call /${slug}/2026-12-03`);
  expect(await of(wim, 'wharf')).toEqual([`team Team Quay /${slug}/team/team-quay`]);
  expect((await of(wim, 'announ')).map((line) => line.split(' ')[0])).toEqual(['section']);
  expect(await of(ada, 'plan', `/${slug}`)).toContain(`command Plan a call /${slug}`);
  expect(await of(wim, 'plan', `/${slug}`)).toEqual([]);
  expect(await of(wim, 'deck', `/${slug}/2026-12-03`)).toContain(`command Open the deck /${slug}/2026-12-03/deck`);
  for (const typed of ['harbour', '2026', 'quay', 'announ', 'deck', ''])
    for (const at of [`/${slug}`, `/${slug}/2026-12-03`])
      expect((await of(STRANGER, typed, at)).filter((line) => line.includes(slug))).toEqual([]);

  await db.prisma.call.update({ where: { id: callId }, data: { deletedAt: new Date() } });
  expect(await of(wim, '2026-12')).toEqual([]);
});

it('are sections of earlier calls, too, each once by its newest, for who may read them', async () => {
  const { ada, slug, id } = await recordedHarbour(db, CLOSED);
  const days = Array.from({ length: 70 }, (_none, index) =>
    new Date(Date.UTC(2024, 0, 1 + 7 * index)).toISOString().slice(0, 10),
  );
  await runImport(ada, {
    files: days.map((day, index) => ({
      name: `${day}.md`,
      bytes: new TextEncoder().encode(
        `# Call\n\n---\n\n# ${index < 2 ? 'Dredging the Basin' : 'Weather'}\n\n- ${day}\n\n---\n\n# Pilots\n`,
      ),
    })),
    target: { series: slug },
    decisions: days.map((date) => ({ file: `${date}.md`, kind: 'record', date, repair: false })),
  });
  expect(await db.prisma.call.count({ where: { seriesId: id } })).toBeGreaterThan(70);
  const sections = async (visitor: Visitor, typed: string) =>
    (await findPlaces(visitor, typed, '/')).filter(({ kind }) => kind === 'section');
  expect(await sections(ada, 'basin dredg')).toMatchObject([
    { title: 'Dredging the Basin', address: `/${slug}/${days[1]}/dredging-the-basin/1` },
  ]);
  expect(await sections(ada, 'weather')).toHaveLength(1);
  expect(await sections(STRANGER, 'dredging')).toEqual([]);
});
