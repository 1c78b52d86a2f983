import { afterAll, beforeAll, expect, it } from 'vitest';

import { testDatabase, type TestDatabase } from '#e2e/harness/database.ts';
import { pastCall } from '#e2e/harness/past-call.ts';
import { makeSeries } from '#e2e/harness/written-deck.ts';
import { STRANGER } from '#lib/visitor.ts';

import { archivePage } from './archive-page.ts';
import { recordPage } from './record-page.ts';
import { sincePage } from './since-page.ts';
import { teamHistory } from './team-history.ts';

let db: TestDatabase;

beforeAll(async () => {
  db = await testDatabase();
});

afterAll(async () => {
  await db.close();
});

const quay = (...said: readonly string[]): string =>
  `# Harbour call\n\n---\n\n# Team Quay\n\nReport by @quinn\n\n${said.map((line) => `- ${line}`).join('\n')}\n`;
const OTHERS = '# Harbour call\n\n---\n\n# Anything else\n';

/** A series of that name whose team Quay is known. */
async function harbour(slug: string) {
  const id = await makeSeries(slug);
  await db.prisma.series.update({ where: { id }, data: { readRecords: 'public' } });
  const data = { seriesId: id, slug: 'quay', name: 'Team Quay', hue: 200, position: 0 };
  const team = await db.prisma.team.create({ data });
  const heading = { seriesId: id, folded: 'team quay', spelling: 'Team Quay', teamId: team.id };
  await db.prisma.knownHeading.create({ data: heading });
  return { series: await db.prisma.series.findUniqueOrThrow({ where: { id } }), team };
}

it('tells what a team said call after call, what changed, and when it was not heard of', async () => {
  const { series, team } = await harbour('heard');
  await pastCall(series.id, '2024-01-04', OTHERS);
  await pastCall(series.id, '2024-01-11', quay('One crane lifts', 'Ropes are ordered'));
  await pastCall(series.id, '2024-01-18', OTHERS);
  await pastCall(series.id, '2024-01-25', OTHERS);
  await pastCall(series.id, '2024-02-01', quay('One crane lifts', 'Ropes have come', 'A lamp burns'));
  const history = await teamHistory(series, team.id);
  expect(history).toMatchObject({
    calls: 4,
    reported: 2,
    nothing: 0,
    years: [{ year: 2024, count: 2 }],
    earlier: null,
  });
  expect(history.entries).toMatchObject([
    {
      call: { address: '2024-02-01' },
      reporter: '@quinn',
      address: '/heard/2024-02-01/team-quay/1',
      changes: { since: { address: '2024-01-11' }, counts: { new: 2, changed: 0, repeated: 1, dropped: 1 } },
    },
    { kind: 'gap', calls: [{ address: '2024-01-25' }, { address: '2024-01-18' }] },
    { call: { address: '2024-01-11' }, changes: null },
  ]);
  const [newest] = history.entries;
  expect(newest?.kind === 'report' ? newest.text.slides : []).toEqual([expect.stringContaining('A lamp burns')]);

  const since = await sincePage(STRANGER, 'heard', '2024-01-20');
  expect(since.teams).toMatchObject([
    { team: { name: 'Team Quay' }, latest: { call: { address: '2024-02-01' } }, before: { address: '2024-01-11' } },
  ]);
  expect((await sincePage(STRANGER, 'heard', '2024-03-01')).teams).toMatchObject([
    { latest: null, changes: null, before: { address: '2024-02-01' } },
  ]);
});

it('goes on in parts, and every report is on one of them', async () => {
  const { series, team } = await harbour('parts');
  const days = Array.from(
    { length: 30 },
    (_, at) => `2024-${String(1 + Math.floor(at / 10)).padStart(2, '0')}-${10 + (at % 10)}`,
  );
  for (const [at, day] of days.entries()) await pastCall(series.id, day, at % 3 === 0 ? OTHERS : quay(`News ${at}`));
  const found: string[] = [];
  let before: string | undefined;
  do {
    const { entries, earlier } = await teamHistory(series, team.id, before);
    found.push(
      ...entries.flatMap((entry) => (entry.kind === 'gap' ? entry.calls : [entry.call])).map(({ address }) => address),
    );
    before = earlier ?? undefined;
  } while (before !== undefined);
  // The very first call was before the team was heard of.
  expect(found).toEqual(days.slice(1).toReversed());
});

it('shows a year at a glance, whole years until there are enough, and no year that is not there', async () => {
  const { series } = await harbour('years');
  for (const year of [2021, 2022, 2023])
    for (let day = 10; day < 28; day += 1)
      await pastCall(series.id, `${year}-05-${day}`, day === 10 ? quay('News') : OTHERS);
  const archive = await archivePage(STRANGER, 'years');
  expect(archive).toMatchObject({ total: 54, glance: null });
  expect(archive.shown.map(({ year, calls }) => [year, calls.length])).toEqual([
    [2023, 18],
    [2022, 18],
  ]);
  const { glance } = await archivePage(STRANGER, 'years', 2021);
  expect(glance?.rows).toMatchObject([{ team: { slug: 'quay' }, reported: 1 }]);
  expect(glance?.rows[0]?.cells[0]).toMatchObject({ reporter: '@quinn', address: '/years/2021-05-10/team-quay/1' });
  expect(glance?.rows[0]?.cells[1]).toBeNull();
  await expect(archivePage(STRANGER, 'years', 2020)).rejects.toMatchObject({ code: 'not-found' });
});

it('shows outsiders nothing of a closed series', async () => {
  const { series } = await harbour('closed');
  await pastCall(series.id, '2024-01-11', quay('One crane lifts'));
  await db.prisma.series.update({ where: { id: series.id }, data: { readRecords: 'members', readLive: 'members' } });
  for (const asked of [
    archivePage(STRANGER, 'closed'),
    archivePage(STRANGER, 'closed', 2024),
    sincePage(STRANGER, 'closed', '2024-01-01'),
  ])
    await expect(asked).rejects.toMatchObject({ code: 'not-found' });
});

it('says in a record what changed in each section since its team’s report before, however long ago', async () => {
  const { series } = await harbour('again');
  await pastCall(series.id, '2023-01-11', quay('One crane lifts', 'Ropes are ordered'));
  for (let day = 10; day < 24; day += 1) await pastCall(series.id, `2023-02-${day}`, OTHERS);
  await pastCall(series.id, '2023-03-01', quay('One crane lifts', 'A lamp burns'));
  await pastCall(series.id, '2023-03-08', quay('One crane lifts', 'A lamp burns'));
  const partsOf = async (call: string) => (await recordPage(STRANGER, 'again', call, null)).parts;
  expect(await partsOf('2023-03-01')).toMatchObject([
    { title: 'Harbour call', changes: null },
    { title: 'Team Quay', changes: { since: { address: '2023-01-11' }, counts: { new: 1, repeated: 1, dropped: 1 } } },
  ]);
  expect((await partsOf('2023-03-08'))[1]?.changes).toMatchObject({
    since: { address: '2023-03-01' },
    counts: { new: 0, changed: 0, repeated: 2, dropped: 0 },
  });
  expect((await partsOf('2023-01-11'))[1]?.changes).toBeNull();
});
