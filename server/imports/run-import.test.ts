import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { ImportDecision, ImportFile } from '#lib/imports/import-plan.ts';
import { pictureProblems } from '#lib/messages/picture-problems.ts';
import { seriesFormSchema } from '#lib/series/series-form.ts';
import { STRANGER } from '#lib/visitor.ts';
import type { Visitor } from '#lib/visitor.ts';
import { testDatabase } from '#e2e/harness/database.ts';
import type { TestDatabase } from '#e2e/harness/database.ts';
import { recordPage } from '#server/archive/record-page.ts';
import { closeBus } from '#server/bus/open-bus.ts';
import { planCall } from '#server/calls/plan-call.ts';
import { importFromShell, reportLines } from '#server/cli/import.ts';
import { deckLines } from '#server/cli/decks.ts';
import { deckPage } from '#server/decks/deck-page.ts';

import { planImport } from './plan-import.ts';
import { runImport } from './run-import.ts';

let db: TestDatabase;
let ada: Visitor;

beforeAll(async () => {
  db = await testDatabase();
  const { id } = await db.prisma.person.create({ data: { name: 'Ada', hue: 10, admin: true } });
  ada = { person: { id, name: 'Ada', hue: 10, admin: true, signedIn: true }, linkIds: [] };
});

afterAll(async () => {
  await closeBus();
  await db.close();
});

/** The smallest picture. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
const file = (name: string, text: string | Uint8Array): ImportFile => ({
  name,
  bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text,
});
const decide = (name: string, kind: ImportDecision['kind'], date: string | null): ImportDecision => ({
  file: name,
  kind,
  date,
  repair: false,
});
const form = (name: string) => ({ form: seriesFormSchema.parse({ name, timeZone: 'Europe/Berlin' }) });

describe('an import', () => {
  it('writes what was decided, not what was proposed, and leaves the rest out', async () => {
    const files = [
      file('2026-01-08.md', '# A\n\n---\n\n# B\n'),
      file('loose.md', '# Loose\n\n---\n\n# More\n'),
      file('2026-01-15.md', '# C\n'),
    ];
    const decisions = [decide('2026-01-08.md', 'call', '2027-03-04'), decide('loose.md', 'record', '2026-02-05')];
    const report = await runImport(ada, { files, target: form('Decided'), decisions });
    expect(report.items.map(({ file: name, outcome, address }) => [name, outcome, address])).toEqual([
      ['2026-01-08.md', 'call', '/decided/2027-03-04'],
      ['2026-01-15.md', 'left-out', null],
      ['loose.md', 'record', '/decided/2026-02-05'],
    ]);
    expect((await deckPage(ada, 'decided', '2027-03-04')).call).toMatchObject({
      state: 'planned',
      when: { hasTime: false },
    });
    const record = await recordPage(ada, 'decided', '2026-02-05', null);
    expect(record).toMatchObject({
      edition: { sealed: true, number: 1 },
      provenance: { type: 'import', file: 'loose.md' },
      may: { writeDeck: false, resume: false },
    });
  });

  it('keeps the bytes of a record as they are, carriage returns and all, but not a byte order mark', async () => {
    const text = '# A\r\n\r\n---\r\n\r\n# B\r\n';
    const report = await runImport(ada, {
      files: [file('2026-01-08.md', `\ufeff${text}`)],
      target: form('Bytes'),
      decisions: [decide('2026-01-08.md', 'record', '2026-01-08')],
    });
    expect(report.items[0]?.repairs).toEqual(['byte-order-mark']);
    const record = await recordPage(ada, 'bytes', '2026-01-08', null);
    expect(record.text).toBe(text);
    expect(record.slides).toHaveLength(2);
  });

  it('shows the pictures that came along, and names those that did not or are none', async () => {
    const text = '# A\n\n![](https://pads.example/uploads/one.png)\n\n---\n\n![](two.png) ![](three.png)\n';
    const files = [file('2026-01-08.md', text), file('one.png', PNG), file('three.png', '<b>no picture</b>')];
    const report = await runImport(ada, {
      files,
      target: form('Pictures'),
      decisions: [decide('2026-01-08.md', 'record', '2026-01-08')],
    });
    expect(report.pictures).toMatchObject({
      kept: 1,
      missing: [{ address: 'two.png' }, { address: 'three.png' }],
      foreign: [],
      unused: [],
    });
    expect(report.ignored).toEqual([{ file: 'three.png', problem: { code: 'not-a-picture' } }]);
    const record = await recordPage(ada, 'pictures', '2026-01-08', null);
    expect(Object.keys(record.pictures.assets)).toEqual(['https://pads.example/uploads/one.png']);
    expect(record.missingPictures.toSorted()).toEqual(['three.png', 'two.png']);
  });

  it('goes on without pictures that cannot be kept, and says why', async () => {
    const text = '# A\n\n![](cut.png) ![](scan.png) ![](plan.svg)\n';
    const plan = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><script>alert(1)</script></svg>';
    const report = await runImport(ada, {
      files: [
        file('2026-01-08.md', text),
        file('cut.png', PNG.subarray(0, 40)),
        file('scan.png', '%PDF-1.7'),
        file('plan.svg', plan),
      ],
      target: form('Damaged'),
      decisions: [decide('2026-01-08.md', 'record', '2026-01-08')],
    });
    expect(report.items.map(({ outcome }) => outcome)).toEqual(['record']);
    expect(report.pictures).toMatchObject({ kept: 1, missing: [{ address: 'cut.png' }, { address: 'scan.png' }] });
    expect(report.ignored).toEqual([
      { file: 'cut.png', problem: { code: 'unfit-picture', detail: pictureProblems.damaged } },
      { file: 'scan.png', problem: { code: 'unfit-picture', detail: pictureProblems.unfit.pdf } },
    ]);
  });

  it('gives a series the template that new calls begin with', async () => {
    const files = [file('template.md', '# {{title}}\n\n## 202X-XX-XX\n\n---\n\n# Quay\n')];
    await runImport(ada, { files, target: form('Templated'), decisions: [decide('template.md', 'template', null)] });
    await planCall(ada, 'templated', { date: '2027-03-04', time: '09:30', title: undefined });
    expect((await deckPage(ada, 'templated', '2027-03-04')).deck.text).toBe(
      '# Templated\n\n## 2027-03-04\n\n---\n\n# Quay\n',
    );
  });

  it('makes no series when nothing of it can come in', async () => {
    const before = await db.prisma.series.count();
    const bad = [file('2026-01-01.md', Uint8Array.of(0x4d, 0xf6))];
    const run = runImport(ada, {
      files: bad,
      target: form('Nothing'),
      decisions: [decide('2026-01-01.md', 'record', '2026-01-01')],
    });
    await expect(run).rejects.toMatchObject({
      code: 'invalid',
      message: '2026-01-01.md: This file is not UTF-8 text: byte 2 does not fit. Save it as UTF-8 and bring it again.',
    });
    await expect(planImport(ada, { files: [file('one.png', PNG)], series: null })).rejects.toMatchObject({
      code: 'invalid',
    });
    expect(await db.prisma.series.count()).toBe(before);
  });

  it('is for hosts of the series, and for who may make one', async () => {
    const files = [file('2026-01-08.md', '# A\n')];
    await runImport(ada, {
      files,
      target: form('Closed'),
      decisions: [decide('2026-01-08.md', 'minutes', '2026-01-08')],
    });
    const eve: Visitor = {
      person: {
        id: (await db.prisma.person.create({ data: { name: 'Eve', hue: 1 } })).id,
        name: 'Eve',
        hue: 1,
        admin: false,
        signedIn: true,
      },
      linkIds: [],
    };
    await expect(planImport(eve, { files, series: 'closed' })).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(runImport(eve, { files, target: { series: 'closed' }, decisions: [] })).rejects.toMatchObject({
      code: 'not-allowed',
    });
    await expect(planImport(STRANGER, { files, series: null })).rejects.toMatchObject({ code: 'sign-in-first' });
    await expect(planImport(STRANGER, { files, series: 'nowhere' })).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('the shell', () => {
  it('brings a folder in, follows no links, and says what came of it', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'plenum-import-'));
    mkdirSync(path.join(folder, '2026'));
    writeFileSync(path.join(folder, '2026/2026-01-08.md'), '# A\n\n![](pics/one.png)\n\n---\n\n# B\n');
    mkdirSync(path.join(folder, '2026/pics'));
    writeFileSync(path.join(folder, '2026/pics/one.png'), PNG);
    writeFileSync(path.join(folder, 'loose.md'), '# Loose\n\n---\n\n# More\n');
    symlinkSync('/etc/passwd', path.join(folder, '2026-01-09.md'));
    const report = await importFromShell({ paths: [folder], series: 'From the shell', as: 'auto', read: 'members' });
    expect(reportLines(report)).toEqual([
      'From the shell (/from-the-shell), a new series',
      '  record    2026-01-08   2 slides  2026/2026-01-08.md → /from-the-shell/2026-01-08',
      '  left-out               2 slides  loose.md',
      '  note      loose.md: No date was found: give one, or the file is left out.',
      '0 unchanged, 1 came in, 1 left out, 0 refused; 1 pictures kept, 0 missing',
    ]);
    const series = await db.prisma.series.findUniqueOrThrow({
      where: { slug: 'from-the-shell' },
      include: { memberships: true },
    });
    expect(series).toMatchObject({
      readDecks: 'members',
      readLive: 'members',
      readRecords: 'members',
      memberships: [{ personId: ada.person?.id, role: 'host' }],
    });
    const lines = (await deckLines())
      .filter((line) => line.includes('"from-the-shell"'))
      .map((line): unknown => JSON.parse(line));
    expect(lines).toEqual([
      expect.objectContaining({ call: '2026-01-08', title: 'A', date: '2026-01-08', state: 'ended' }),
      expect.objectContaining({ call: null, state: 'template', date: null }),
    ]);
  });

  it('refuses in one sentence what it cannot do', async () => {
    await expect(importFromShell({ paths: ['/nowhere'], series: 'S', as: 'auto' })).rejects.toMatchObject({
      message: 'There is no file or folder /nowhere.',
    });
    await expect(importFromShell({ paths: ['/tmp'], series: 'S', as: 'sometimes' })).rejects.toMatchObject({
      code: 'invalid',
    });
    const empty = mkdtempSync(path.join(tmpdir(), 'plenum-empty-'));
    await expect(importFromShell({ paths: [empty], series: 'S', as: 'auto' })).rejects.toMatchObject({
      message: 'There are no decks here: bring .md, .markdown or .txt files.',
    });
    const large = path.join(empty, '2026-01-08.md');
    writeFileSync(large, Buffer.alloc(20_000_000, 'a'));
    await expect(importFromShell({ paths: [large], series: 'S', as: 'auto' })).rejects.toMatchObject({
      message: '2026-01-08.md: This file has 20 MB; at most 1 MB can come in.',
    });
  });
});
