import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { unzipSync } from 'fflate';
import { afterEach, describe, expect, it } from 'vitest';

import { testDatabase, type TestDatabase } from '#e2e/harness/database.ts';
import { signedIn } from '#e2e/harness/people.ts';
import { pictureFile } from '#e2e/harness/pictures.ts';
import { writtenDeck } from '#e2e/harness/written-deck.ts';
import { decideAll } from '#lib/imports/decide.ts';
import type { ImportFile } from '#lib/imports/import-plan.ts';
import { editionContentSchema } from '#lib/record/edition.ts';
import { seriesFormSchema } from '#lib/series/series-form.ts';
import { freezeCall } from '#server/archive/freeze-call.ts';
import { pictureWorker } from '#server/assets/fit/picture-worker.ts';
import { storeAsset } from '#server/assets/store-asset.ts';
import { closeBus } from '#server/bus/open-bus.ts';
import { correctImported } from '#server/corrections/imported-record.ts';
import { readDeck } from '#server/decks/read-deck.ts';
import { seriesZip } from '#server/export/export-zip.ts';
import { createTeam } from '#server/teams/create-team.ts';

import { planImport } from './plan-import.ts';
import { runImport } from './run-import.ts';

const corpus = path.resolve(process.env['PLENUM_SHARED'] ?? '../shared', 'corpus');
let db: TestDatabase | null = null;

afterEach(async () => {
  await pictureWorker().end();
  await closeBus();
  await db?.close();
});

/** What of a Plenum has to come back: each call with its day, title, text, and the bytes of its pictures; and the template. */
interface Kept {
  readonly calls: readonly unknown[];
  readonly decks: readonly string[];
}

async function importInto(files: readonly ImportFile[]): Promise<{ kept: Kept; zip: readonly ImportFile[] }> {
  db = await testDatabase();
  const ada = await signedIn(db, 'Ada');
  const plan = await planImport(ada, { files, series: null });
  const decisions = decideAll(plan, 'auto', false);
  const form = seriesFormSchema.parse({ name: 'Community call', timeZone: 'Europe/Berlin' });
  await runImport(ada, { files, target: { form }, decisions });
  const kept = await everythingKept(db);
  const { body } = await seriesZip(ada, 'community-call', { profile: 'plenum', year: null, progress: null });
  const entries = unzipSync(await buffer(body));
  return { kept, zip: Object.entries(entries).map(([name, bytes]) => ({ name, bytes })) };
}

async function everythingKept({ prisma }: TestDatabase): Promise<Kept> {
  const calls = await prisma.call.findMany({
    include: { record: { include: { editions: true } } },
    orderBy: { address: 'asc' },
  });
  const decks = await prisma.deck.findMany({ include: { call: true }, orderBy: { kind: 'asc' } });
  const texts = await Promise.all(
    decks.map(async ({ id, kind, call }) => `${kind} ${call?.address ?? ''} ${sha256((await readDeck(id)).text)}`),
  );
  return {
    calls: calls.map(({ address, title, state, startsAt, timeZone, record }) => ({
      address,
      title,
      state,
      startsAt,
      timeZone,
      editions: record?.editions.map(({ source, presented, content }) => {
        const { kind, slides, sections, assets } = editionContentSchema.parse(content);
        const pictures = Object.entries(assets).map(([name, asset]) => [name, asset?.hash ?? null]);
        return { source: sha256(source), presented: sha256(presented), kind, slides, sections, pictures };
      }),
    })),
    decks: texts.toSorted(),
  };
}

function sha256(what: string | Uint8Array): string {
  return createHash('sha256').update(what).digest('hex');
}

/** The zip of a series, unpacked, of which a record's day, title and a section's team were put right and foreign pictures were kept. */
async function correctedAndExported(): Promise<readonly ImportFile[]> {
  db = await testDatabase();
  const ada = await signedIn(db, 'Ada');
  const text = `# Call\n\n---\n\n# Quai\n\n![](${UPLOAD})\n\n![](${GONE})\n`;
  await runImport(ada, {
    files: [
      ...['2026-01-08.md', '2026-01-15.md'].map((name) => ({ name, bytes: bytesOf(`${text}\n${name}\n`) })),
      { name: 'b.png', bytes: new Uint8Array((await pictureFile('b.png', 100)).buffer) },
    ],
    target: { form: seriesFormSchema.parse({ name: 'Community call', timeZone: 'Europe/Berlin' }) },
    decisions: ['2026-01-08', '2026-01-15'].map((date) => ({
      file: `${date}.md`,
      kind: 'record',
      date,
      repair: false,
    })),
  });
  const { id: seriesId } = await db.prisma.series.findFirstOrThrow();
  const [first] = await db.prisma.call.findMany({ orderBy: { address: 'asc' } });
  const { buffer: picture } = await pictureFile('p.png', 10);
  const { key } = await storeAsset(picture, { seriesId, name: 'p.png', personId: null, source: CRANE });
  await db.prisma.assetAddress.create({ data: { seriesId, address: CRANE, key } });
  const held = await writtenDeck(seriesId, `# Held\n\n![](${CRANE})\n`, '2026-02-05');
  const call = await db.prisma.call.update({
    where: { id: held.callId ?? '' },
    data: { state: 'ended', title: 'The call that was held' },
  });
  await db.prisma.$transaction((tx) => freezeCall(tx, { call, deckId: held.deckId, personId: null, at: new Date() }));
  const planned = bytesOf(`# To come\n\n![](${CRANE})\n`);
  await runImport(ada, {
    files: [{ name: '2099-01-01.md', bytes: planned }],
    target: { series: 'community-call' },
    decisions: [{ file: '2099-01-01.md', kind: 'call', date: '2099-01-01', title: 'The last call', repair: false }],
  });
  const team = await createTeam(ada, 'community-call', { name: 'Team Quay', blurb: '', aliases: '', hue: '' });
  await correctImported(ada, first?.id ?? '', {
    date: '2026-01-22',
    title: 'The first call',
    teams: new Map([[1, team.id]]),
  });
  const { body } = await seriesZip(ada, 'community-call', { profile: 'plenum', year: null, progress: null });
  const entries = Object.entries(unzipSync(await buffer(body))).map(([name, bytes]) => ({ name, bytes }));
  await closeBus();
  await db.close();
  return entries;
}

/** Imports files into a fresh Plenum whose series has the teams. */
async function importWithTeams(files: readonly ImportFile[], teams: readonly string[]) {
  db = await testDatabase();
  const ada = await signedIn(db, 'Ada');
  const series = await db.prisma.series.create({
    data: { slug: 'here', name: 'Here', timeZone: 'Europe/Berlin' },
  });
  await db.prisma.membership.create({ data: { seriesId: series.id, personId: ada.person?.id ?? '', role: 'host' } });
  for (const name of teams) await createTeam(ada, 'here', { name, blurb: '', aliases: '', hue: '' });
  const plan = await planImport(ada, { files, series: 'here' });
  const decisions = decideAll(plan, 'auto', false);
  return runImport(ada, { files, target: { series: 'here' }, decisions });
}

const CRANE = 'https://pics.example/crane.png';
const UPLOAD = 'https://pads.example/uploads/b.png';
const GONE = 'https://gone.example/c.png';
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

async function shownIn({ prisma }: TestDatabase) {
  const calls = await prisma.call.findMany({ orderBy: { address: 'asc' } });
  const sections = await prisma.recordSection.findMany({ include: { team: true }, orderBy: { position: 'asc' } });
  const copies = await prisma.assetAddress.findMany({ include: { asset: true }, orderBy: { address: 'asc' } });
  return {
    calls: calls.map(({ address, title }) => `${address} ${title}`),
    teams: sections.flatMap(({ title, team }) => (team === null ? [] : [`${title}: ${team.name}`])),
    copies: copies.map(({ address, asset }) => [address, asset.hash, asset.source]),
  };
}

describe('what the JSON beside a text knows', () => {
  it('comes back: copies of foreign pictures, days, titles, and whose sections are', async () => {
    const files = await correctedAndExported();
    const report = await importWithTeams(files, ['Team Quay']);
    expect(report.pictures).toMatchObject({ kept: 2, foreign: [{ address: GONE }], unused: [] });
    if (db === null) return;
    expect(await shownIn(db)).toMatchObject({
      calls: [
        '2026-01-15 Call',
        '2026-01-22 The first call',
        '2026-02-05 The call that was held',
        '2099-01-01 The last call',
      ],
      teams: ['Quai: Team Quay'],
      copies: [
        [UPLOAD, expect.any(String), null],
        [CRANE, expect.any(String), CRANE],
      ],
    });
    expect(new Set(report.items.flatMap(({ problems }) => problems))).toEqual(new Set());
  });

  it('is a remark where it is broken, names nothing outside, and makes no team', async () => {
    const text = bytesOf(`# Call\n\n---\n\n# Quai\n\n![](${CRANE})\n`);
    const known = (title: string, file: string) =>
      bytesOf(
        JSON.stringify({
          format: 'plenum-export',
          version: 2,
          call: { title },
          teams: [{ section: 'quai', title: 'Quai', team: 'Team Nobody' }],
          editions: [
            {
              assets: [
                { address: CRANE, file, hash: null },
                { address: 'assets/0123456789abcdef.png', file: 'uploads/b.png', hash: null },
              ],
            },
          ],
          deck: null,
          members: [{ name: 'Eve', role: 'host' }],
        }),
      );
    const picture = new Uint8Array((await pictureFile('p.png', 10)).buffer);
    const report = await importWithTeams(
      [
        { name: 'x/2026-01-01.md', bytes: text },
        { name: 'x/2026-01-01.json', bytes: bytesOf('{"format":') },
        { name: 'x/2026-01-02.md', bytes: bytesOf('# Two\n\n---\n\n# Quai\n') },
        { name: 'x/2026-01-02.json', bytes: known('A\u0000B', 'uploads/b.png') },
        { name: 'x/2026-01-03.md', bytes: bytesOf(`# Three\n\n---\n\n# Quai\n\n![](${CRANE})\n`) },
        { name: 'x/2026-01-03.json', bytes: known('Third', '../y/b.png') },
        { name: 'x/2026-01-04.json', bytes: known('Alone', 'uploads/b.png') },
        { name: 'y/b.png', bytes: picture },
      ],
      [],
    );
    expect(report.items).toMatchObject([
      { outcome: 'record', title: 'Call', problems: [{ code: 'beside', file: 'x/2026-01-01.json' }] },
      { outcome: 'record', title: 'Two', problems: [{ code: 'beside', file: 'x/2026-01-02.json' }] },
      { outcome: 'record', title: 'Third', problems: [{ code: 'no-team', team: 'Team Nobody' }] },
    ]);
    expect(report.ignored).toEqual([{ file: 'x/2026-01-04.json', problem: { code: 'unknown-type' } }]);
    if (db === null) return;
    expect(await shownIn(db)).toMatchObject({ teams: [], copies: [] });
    expect(await db.prisma.team.count()).toBe(0);
    expect(await db.prisma.membership.count()).toBe(1);
  });
});

describe.skipIf(!existsSync(corpus))('the corpus (skipped without PLENUM_SHARED)', () => {
  it('imported, exported, and imported into another Plenum is the same: decks, days, slides, bytes of pictures', async () => {
    const files = ['community-call', 'seeds'].flatMap((folder) =>
      readdirSync(path.join(corpus, folder)).map((name) => ({
        name,
        bytes: new Uint8Array(readFileSync(path.join(corpus, folder, name))),
      })),
    );
    const first = await importInto(files);
    await closeBus();
    await db?.close();
    const second = await importInto(first.zip);
    expect(first.kept.calls.length).toBeGreaterThan(60);
    expect(second.kept).toEqual(first.kept);
    // And once more the files are the same, but for the moment in the list.
    const named = (zip: readonly ImportFile[]) => zip.map(({ name }) => name).toSorted();
    expect(named(second.zip)).toEqual(named(first.zip));
  }, 300_000);
});
