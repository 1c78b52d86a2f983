import { readdirSync, readFileSync, existsSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { decideAll } from '#lib/imports/decide.ts';
import type { ImportWay } from '#lib/imports/decide.ts';
import type { ImportFile, ImportReport } from '#lib/imports/import-plan.ts';
import { seriesFormSchema } from '#lib/series/series-form.ts';
import { STRANGER } from '#lib/visitor.ts';
import type { Visitor } from '#lib/visitor.ts';
import { testDatabase } from '#e2e/harness/database.ts';
import { signedIn } from '#e2e/harness/people.ts';
import type { TestDatabase } from '#e2e/harness/database.ts';
import { archivePage } from '#server/archive/archive-page.ts';
import { editionMarkdown } from '#server/archive/edition-markdown.ts';
import { recordPage } from '#server/archive/record-page.ts';
import { closeBus } from '#server/bus/open-bus.ts';
import { deckPage, templatePage } from '#server/decks/deck-page.ts';

import { planImport } from './plan-import.ts';
import { runImport } from './run-import.ts';

const corpus = path.resolve(process.env['PLENUM_SHARED'] ?? '../shared', 'corpus');

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

function filesOf(folder: string): readonly ImportFile[] {
  const at = path.join(corpus, folder);
  return readdirSync(at).map((name) => ({ name, bytes: new Uint8Array(readFileSync(path.join(at, name))) }));
}

async function bring(
  files: readonly ImportFile[],
  target: { readonly series: string } | { readonly name: string },
  way: ImportWay,
  repair = false,
): Promise<ImportReport> {
  const series = 'series' in target ? target.series : null;
  const plan = await planImport(ada, { files, series });
  const decisions = decideAll(plan, way, repair);
  if ('series' in target) return runImport(ada, { files, target, decisions });
  return runImport(ada, {
    files,
    target: { form: seriesFormSchema.parse({ name: target.name, timeZone: 'Europe/Berlin' }) },
    decisions,
  });
}

async function everything(): Promise<string> {
  const [calls, decks, editions, assets, addresses, files, revisions, audits] = await Promise.all([
    db.prisma.call.count(),
    db.prisma.deck.count(),
    db.prisma.edition.count(),
    db.prisma.seriesAsset.count(),
    db.prisma.assetAddress.count(),
    db.prisma.importedFile.count(),
    db.prisma.revision.count(),
    db.prisma.auditEntry.count(),
  ]);
  return JSON.stringify({ calls, decks, editions, assets, addresses, files, revisions, audits });
}

describe.skipIf(!existsSync(corpus))('importing the corpus (skipped without PLENUM_SHARED)', () => {
  it('makes coming calls of the five seeds, each on its own date and byte for byte', async () => {
    const files = filesOf('seeds');
    const report = await bring(files, { name: 'Seeds' }, 'planned');
    expect(report.items.map((item) => [item.outcome, item.date])).toEqual([
      ['call', '2024-05-02'],
      ['call', '2024-02-29'],
      ['call', '2024-10-10'],
      ['call', '2024-11-28'],
      ['call', '2024-12-12'],
    ]);
    for (const [index, item] of report.items.entries()) {
      const {
        deck: { text },
        call,
      } = await deckPage(ada, 'seeds', item.date ?? '');
      expect(text).toBe(new TextDecoder().decode(files[index]?.bytes));
      expect(call).toMatchObject({ state: 'planned', title: 'SCS Community Call' });
    }
    const before = await everything();
    const again = await bring(files, { series: 'seeds' }, 'planned');
    expect(again.items.map((item) => item.outcome)).toEqual(Array.from({ length: 5 }, () => 'unchanged'));
    expect(await everything()).toBe(before);
  });

  it('offers to mend the doubly encoded characters of two seeds, and mends them on request', async () => {
    const files = filesOf('seeds');
    const plan = await planImport(ada, { files, series: null });
    expect(plan.rows.map((row) => row.mojibake?.count ?? 0)).toEqual([0, 0, 0, 1, 1]);
    const report = await bring(files, { name: 'Mended' }, 'record', true);
    expect(report.items.map((item) => item.repairs)).toEqual([[], [], [], ['mojibake'], ['mojibake']]);
    const record = await recordPage(ada, 'mended', '2024-12-12', null);
    expect(record.text).toContain('One platform – standardized');
    expect(record.provenance).toMatchObject({ type: 'import', file: files[4]?.name, repairs: ['mojibake'] });
  });

  it('gives decks that came without their pictures those of a later import', async () => {
    await bring(filesOf('seeds'), { name: 'First the decks' }, 'planned');
    expect((await deckPage(ada, 'first-the-decks', '2024-05-02')).pictures.assets).toEqual({});
    await bring(filesOf('community-call'), { series: 'first-the-decks' }, 'auto');
    const {
      deck: { text },
      pictures,
    } = await deckPage(ada, 'first-the-decks', '2024-05-02');
    expect(Object.keys(pictures.assets).filter((address) => text.includes(address))).toHaveLength(5);
  }, 180_000);

  it('makes records, minutes and the template of the folder, with the pictures that exist', async () => {
    const files = [...filesOf('community-call'), ...filesOf('seeds')];
    const texts = files.filter((file) => /\.(?:md|txt)$/.test(file.name)).length;
    const report = await bring(files, { name: 'Community call' }, 'auto');
    expect(report.items).toHaveLength(texts);
    expect(report.items.filter((item) => ['refused', 'left-out'].includes(item.outcome))).toEqual([]);
    expect(report.items.filter((item) => item.outcome === 'template').map((item) => item.file)).toEqual([
      'template.md',
    ]);
    expect(report.items.filter((item) => item.outcome === 'minutes')).toHaveLength(42);
    expect(report.items.filter((item) => item.outcome === 'record')).toHaveLength(20);
    expect(report.pictures.kept).toBe(28);
    expect(report.pictures.missing).toHaveLength(15);
    expect(report.pictures.unused).toEqual([]);
    expect(report.pictures.foreign.length).toBeGreaterThan(0);
    const disagreeing = report.items.filter((item) =>
      item.problems.some((problem) => problem.code === 'dates-disagree'),
    );
    expect(disagreeing.map((item) => item.file)).toEqual([
      '20221103.md',
      '20221124.md',
      '20221127.md',
      '20230126.md',
      '20230209.md',
      '20230216.md',
      '20230803.md',
    ]);
    await expectArchive();
    const before = await everything();
    const again = await bring(files, { series: 'community-call' }, 'auto');
    expect(new Set(again.items.map((item) => item.outcome))).toEqual(new Set(['unchanged']));
    expect(again.pictures).toEqual(report.pictures);
    expect(await everything()).toBe(before);
  });

  async function expectArchive(): Promise<void> {
    const archive = await archivePage(STRANGER, 'community-call');
    expect(archive.years.map(({ year, count }) => [year, count])).toEqual([
      [2024, 5],
      [2023, 44],
      [2022, 13],
    ]);
    const decks = await recordPage(STRANGER, 'community-call', '2023-12-14', null);
    expect(decks.kind).toBe('slides');
    expect(decks.edition.sealed).toBe(true);
    const { bytes } = await editionMarkdown(STRANGER, decks.edition.id);
    expect(new Uint8Array(bytes)).toEqual(
      new Uint8Array(readFileSync(path.join(corpus, 'community-call/20231214.md'))),
    );
    expect((await recordPage(STRANGER, 'community-call', '2022-08-04', null)).kind).toBe('minutes');
    expect((await templatePage(ada, 'community-call')).deck.text).toContain('Community Call</br> 202X-XX-XX');
  }
});
