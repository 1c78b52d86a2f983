import { afterAll, beforeAll, expect, it } from 'vitest';

import { testDatabase, type TestDatabase } from '#e2e/harness/database.ts';
import { signedIn } from '#e2e/harness/people.ts';
import { writtenDeck } from '#e2e/harness/written-deck.ts';
import { seriesFormSchema } from '#lib/series/series-form.ts';
import type { Visitor } from '#lib/visitor.ts';
import { freezeCall } from '#server/archive/freeze-call.ts';
import { recordPage } from '#server/archive/record-page.ts';
import { closeBus } from '#server/bus/open-bus.ts';
import { runImport } from '#server/imports/run-import.ts';
import { movedAddress } from '#server/series/moved-address.ts';
import { createTeam } from '#server/teams/create-team.ts';

import { correctImported } from './imported-record.ts';

let db: TestDatabase;
let ada: Visitor;

beforeAll(async () => {
  db = await testDatabase();
  ada = await signedIn(db, 'Ada');
});

afterAll(async () => {
  await closeBus();
  await db.close();
});

/** A series of that name with two imported records, of 8 and 15 January. */
async function imported(name: string) {
  const files = ['2026-01-08.md', '2026-01-15.md'].map((file) => ({
    name: file,
    bytes: new TextEncoder().encode(`# Call of ${file}\n\n---\n\n# Quai\n\n- A crane\n`),
  }));
  const form = seriesFormSchema.parse({ name, timeZone: 'Europe/Berlin' });
  await runImport(ada, {
    files,
    target: { form },
    decisions: files.map((file) => ({ file: file.name, kind: 'record', date: file.name.slice(0, 10), repair: false })),
  });
  const series = await db.prisma.series.findFirstOrThrow({ where: { name } });
  const calls = await db.prisma.call.findMany({ where: { seriesId: series.id }, orderBy: { address: 'asc' } });
  return { slug: series.slug, seriesId: series.id, ids: calls.map(({ id }) => id), title: calls[0]?.title ?? '' };
}

const NO_TEAMS = new Map<number, string | null>();

it('an imported record moves to another day, and the addresses that it had lead there', async () => {
  const { slug, ids, title } = await imported('Moved');
  const [id = ''] = ids;
  const rows = () => db.prisma.$queryRaw`SELECT md5(edition::text) FROM edition ORDER BY id`;
  const before = await rows();
  const to = (date: string) => correctImported(ada, id, { date, title, teams: NO_TEAMS });
  expect(await to('2026-01-15')).toEqual({ address: `/${slug}/2026-01-15-2` });
  expect(await movedAddress(ada, slug, '2026-01-08')).toBe(`/${slug}/2026-01-15-2`);
  expect(await db.prisma.call.findUnique({ where: { id } })).toMatchObject({
    startsAt: new Date('2026-01-15T11:00:00Z'),
    endedAt: new Date('2026-01-15T11:00:00Z'),
    hasTime: false,
  });
  expect(await db.prisma.searchSlide.findFirst({ where: { callId: id } })).toMatchObject({
    startsAt: new Date('2026-01-15T11:00:00Z'),
  });
  const record = await recordPage(ada, slug, '2026-01-15-2', null);
  expect(record.imported).toMatchObject({
    notes: [{ type: 'date', from: '2026-01-08', by: 'Ada' }],
    form: { date: '2026-01-15' },
  });
  expect(record.corrections).toBeNull();
  // Where it was is free for it alone.
  expect(await to('2026-01-22')).toEqual({ address: `/${slug}/2026-01-22` });
  expect(await correctImported(ada, ids[1] ?? '', { date: '2026-01-08', title, teams: NO_TEAMS })).toEqual({
    address: `/${slug}/2026-01-08-2`,
  });
  expect(await to('2026-01-08')).toEqual({ address: `/${slug}/2026-01-08` });
  expect(await movedAddress(ada, slug, '2026-01-22')).toBe(`/${slug}/2026-01-08`);
  expect(await movedAddress(ada, slug, '2026-01-15-2')).toBe(`/${slug}/2026-01-08`);
  expect(await rows()).toEqual(before);
});

it('its title and whose its sections are is put right, each noted, and put right again', async () => {
  const { slug, seriesId, ids } = await imported('Named');
  const [id = ''] = ids;
  const team = await createTeam(ada, slug, { name: 'Team Quay', blurb: '', aliases: '', hue: '' });
  const form = { date: '2026-01-08', title: 'The first call', teams: new Map([[1, team.id]]) };
  await correctImported(ada, id, form);
  await correctImported(ada, id, form);
  const acts = await db.prisma.auditEntry.findMany({ where: { callId: id, act: { startsWith: 'record.correct' } } });
  expect(acts.map(({ act }) => act).toSorted()).toEqual(['record.correctTeam', 'record.correctTitle']);
  const record = await recordPage(ada, slug, '2026-01-08', null);
  expect(record.call.title).toBe('The first call');
  expect(record.imported?.form?.sections[1]).toMatchObject({ title: 'Quai', team: team.id });
  expect(record.imported?.notes).toMatchObject([{ type: 'team', from: 'Quai' }, { type: 'title' }]);
  await correctImported(ada, id, { ...form, teams: new Map([[1, null]]) });
  expect(await db.prisma.recordSection.count({ where: { teamId: team.id } })).toBe(0);

  const other = await db.prisma.team.create({
    data: { seriesId: (await imported('Elsewhere')).seriesId, slug: 'x', name: 'X', hue: 1, position: 0 },
  });
  await expect(correctImported(ada, id, { ...form, teams: new Map([[1, other.id]]) })).rejects.toMatchObject({
    code: 'not-found',
  });
  const { callId, deckId } = await writtenDeck(seriesId, '# Call\n', '2026-02-05');
  const call = await db.prisma.call.findUniqueOrThrow({ where: { id: callId ?? '' } });
  await db.prisma.$transaction((tx) => freezeCall(tx, { call, deckId, personId: null, at: new Date() }));
  await expect(correctImported(ada, call.id, form)).rejects.toMatchObject({ code: 'conflict' });
  const eve = await signedIn(db, 'Eve');
  await expect(correctImported(eve, id, form)).rejects.toMatchObject({ code: 'not-allowed' });
  const { imported: view } = await recordPage(eve, slug, '2026-01-08', null);
  expect(view).toMatchObject({ form: null, notes: [{ type: 'team' }, { type: 'title' }] });
});
