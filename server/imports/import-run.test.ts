import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { testDatabase, type TestDatabase } from '#e2e/harness/database.ts';
import { pictureFile } from '#e2e/harness/pictures.ts';
import { signedIn } from '#e2e/harness/people.ts';
import { decideAll } from '#lib/imports/decide.ts';
import { seriesFormSchema } from '#lib/series/series-form.ts';
import type { ImportOptions } from '#lib/imports/import-run.ts';
import type { Visitor } from '#lib/visitor.ts';
import { recordPage } from '#server/archive/record-page.ts';
import { pictureWorker } from '#server/assets/fit/picture-worker.ts';
import { closeBus } from '#server/bus/open-bus.ts';
import { deckPage } from '#server/decks/deck-page.ts';

import { beginWork, continueRuns, workEnded } from './continue-runs.ts';
import { decideRun } from './decide-run.ts';
import { findRun, openRun, type NewRun } from './open-run.ts';
import { planOfRun } from './read-run.ts';
import { moveRun } from './run-state.ts';
import { stageFiles, type SourceFile } from './stage-files.ts';
import { beginUndo, undoRun } from './undo-run.ts';
import { workReading, workWriting } from './work-run.ts';

let db: TestDatabase;
let ada: Visitor;
let eve: Visitor;

beforeAll(async () => {
  db = await testDatabase();
  ada = await signedIn(db, 'Ada');
  eve = await signedIn(db, 'Eve');
});

afterAll(async () => {
  await pictureWorker().end();
  await closeBus();
  await db.close();
});

const file = (name: string, text: string, more: Partial<SourceFile> = {}): SourceFile => ({
  name,
  bytes: new TextEncoder().encode(text),
  ...more,
});
const deck = (word: string): string => `# Call ${word}\n\n---\n\n# Pier\n\n- ${word}\n`;
const made = (name: string): NewRun['target'] => ({ form: seriesFormSchema.parse({ name, timeZone: 'UTC' }) });

/** Stages and reads files, and decides as they propose: the import is about to be written. */
async function decided(
  target: NewRun['target'],
  files: readonly SourceFile[],
  options: Partial<ImportOptions> = {},
): Promise<string> {
  const run = await openRun(ada, { source: { type: 'files' }, target, options });
  await stageFiles(run.id, files);
  await workReading(run.id);
  await decideRun(run, decideAll(await planOfRun(run.id), 'auto', false));
  return run.id;
}

/** Everything that an import can make, counted. */
async function everything(): Promise<object> {
  const { prisma } = db;
  return {
    series: await prisma.series.count(),
    calls: await prisma.call.count(),
    decks: await prisma.deck.count(),
    editions: await prisma.edition.count(),
    slides: await prisma.editionSlide.count(),
    pictures: await prisma.seriesAsset.count(),
    addresses: await prisma.assetAddress.count(),
    files: await prisma.importedFile.count(),
    old: await prisma.oldAddress.count(),
  };
}

describe('an import', () => {
  it('that dies at any file is gone on with by another process, and makes each call once', async () => {
    const days = Array.from({ length: 90 }, (_none, index) =>
      new Date(Date.UTC(2025, 0, 1 + index)).toISOString().slice(0, 10),
    );
    const runId = await decided(
      made('Killed'),
      days.map((day) => file(`${day}.md`, deck(day))),
    );
    for (const at of [25, 26, 51]) {
      const child = spawn(process.execPath, [path.resolve('e2e/harness/import-process.ts'), runId], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      for await (const line of createInterface(child.stdout)) if (Number(line) >= at) child.kill('SIGKILL');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      expect(child.signalCode).toBe('SIGKILL');
    }
    expect(await db.prisma.call.count({ where: { series: { slug: 'killed' } } })).toBeGreaterThanOrEqual(50);
    // Whoever looks after a while finds it.
    await continueRuns(new Date(Date.now() + 60_000));
    await workEnded(runId);
    const run = await db.prisma.importRun.findUniqueOrThrow({ where: { id: runId } });
    expect(run).toMatchObject({ state: 'done', problem: null });
    const calls = await db.prisma.call.findMany({ where: { series: { slug: 'killed' } }, orderBy: { address: 'asc' } });
    expect(calls.map(({ address }) => address)).toEqual(days);
    expect(await db.prisma.edition.count({ where: { record: { call: { series: { slug: 'killed' } } } } })).toBe(90);
    expect(run.report).toMatchObject({ items: days.map((date) => ({ date, outcome: 'record' })) });
    expect(await db.prisma.importFile.count({ where: { runId, data: { not: null } } })).toBe(0);
  }, 60_000);

  it('of a repository that may not be asked fails with a sentence and leaves nothing', async () => {
    const before = await everything();
    for (const address of ['https://127.0.0.1/x.git', '/etc', 'file:///etc', 'ext::sh -c id', 'https://[::1]:80/x']) {
      const run = await openRun(ada, { source: { type: 'git', address }, target: made('Private') });
      await moveRun(run.id, ['staging'], 'reading');
      beginWork(run.id);
      await workEnded(run.id);
      const { state, problem } = await db.prisma.importRun.findUniqueOrThrow({ where: { id: run.id } });
      expect(state).toBe('failed');
      expect(problem).toMatch(/^[A-Z].+[.]/);
      expect(problem).not.toContain('Something went wrong');
      expect(await db.prisma.importFile.count({ where: { runId: run.id } })).toBe(0);
    }
    expect(await everything()).toEqual(before);
  });

  it('is only of whoever began it and of hosts of its series', async () => {
    const runId = await decided(made('Mine'), [file('2025-01-02.md', deck('a'))]);
    await workWriting(runId);
    expect((await findRun(ada, runId)).id).toBe(runId);
    await expect(findRun(eve, runId)).rejects.toMatchObject({ code: 'not-found' });
    await expect(beginUndo(eve, runId)).rejects.toMatchObject({ code: 'not-found' });
    const waiting = await openRun(ada, { source: { type: 'files' }, target: made('Later') });
    await expect(findRun(eve, waiting.id)).rejects.toMatchObject({ code: 'not-found' });
    await expect(findRun(ada, 'no-id')).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('undoing an import', () => {
  it('takes back everything it made, sealed records, pictures and series too, and the same can come in again', async () => {
    const before = await everything();
    const picture = (await pictureFile('p.png', 40)).buffer;
    const files = [
      file('2025-01-02.md', `${deck('a')}\n![](https://pads.example/uploads/p.png)\n`),
      file('2030-01-02.md', deck('to come')),
      file('template.md', '# {{title}}\n\n---\n\n# Quay\n'),
      { name: 'p.png', bytes: new Uint8Array(picture) },
    ];
    const runId = await decided(made('Undone'), files);
    const report = await workWriting(runId);
    expect(report.items.map(({ outcome }) => outcome)).toEqual(['record', 'call', 'template']);
    expect(report.pictures.kept).toBe(1);
    await beginUndo(ada, runId);
    expect(await undoRun(runId)).toEqual({ removed: 3, kept: [], series: true });
    expect(await everything()).toEqual(before);
    await expect(beginUndo(ada, runId)).rejects.toMatchObject({ code: 'conflict' });
    await workWriting(await decided(made('Undone'), files));
    expect((await recordPage(ada, 'undone', '2025-01-02', null)).missingPictures).toEqual([]);
  });

  it('leaves what was changed since, and says so; the series and what it had before stay', async () => {
    await workWriting(await decided(made('Kept'), [file('2025-01-01.md', deck('before'))]));
    const before = await everything();
    const runId = await decided({ series: 'kept' }, [
      file('2025-01-02.md', deck('a')),
      file('2025-01-03.md', deck('renamed')),
      file('2030-01-02.md', deck('edited')),
      file('2030-01-03.md', deck('not touched')),
    ]);
    await workWriting(runId);
    const call = (address: string) => db.prisma.call.findFirstOrThrow({ where: { address, series: { slug: 'kept' } } });
    await db.prisma.call.update({ where: { id: (await call('2025-01-03')).id }, data: { title: 'Another title' } });
    await db.prisma.deck.updateMany({ where: { callId: (await call('2030-01-02')).id }, data: { headSeq: 2 } });
    await beginUndo(ada, runId);
    beginWork(runId);
    await workEnded(runId);
    const { undone, state } = await db.prisma.importRun.findUniqueOrThrow({ where: { id: runId } });
    expect(state).toBe('undone');
    expect(undone).toEqual({
      removed: 2,
      series: false,
      kept: [
        { file: '2025-01-03.md', address: '/kept/2025-01-03', why: 'changed' },
        { file: '2030-01-02.md', address: '/kept/2030-01-02', why: 'edited' },
      ],
    });
    expect(await everything()).toMatchObject({ series: (before as { series: number }).series });
    expect((await recordPage(ada, 'kept', '2025-01-01', null)).call.title).toBe('Call before');
  });

  it('is refused by the database itself for any other record, after a week, and without being marked', async () => {
    const runId = await decided(made('Sealed'), [file('2025-01-02.md', deck('a'))]);
    await workWriting(runId);
    const own = { record: { call: { series: { slug: 'sealed' } } } };
    const remove = (where: object) =>
      db.prisma.$transaction(async (tx) => {
        await tx.$executeRaw`SELECT set_config('plenum.undo_import', ${runId}, true)`;
        await tx.edition.deleteMany({ where });
      });
    await expect(remove(own)).rejects.toThrow(/sealed/);
    await db.prisma.importRun.update({ where: { id: runId }, data: { state: 'undoing' } });
    await expect(remove({ NOT: own })).rejects.toThrow(/sealed/);
    await db.prisma.importRun.update({
      where: { id: runId },
      data: { writtenAt: new Date(Date.now() - 8 * 86_400_000) },
    });
    await expect(remove(own)).rejects.toThrow(/sealed/);
    await db.prisma.importRun.update({ where: { id: runId }, data: { writtenAt: new Date() } });
    await expect(db.prisma.edition.deleteMany({ where: own })).rejects.toThrow(/sealed/);
    await remove(own);
  });
});

describe('what is read', () => {
  it('links between decks lead to their calls here, also by an old name that somebody gives', async () => {
    const pads = 'https://pads.example';
    const runId = await decided(
      made('Linked'),
      [
        file('2025-01-02.md', `---\nalias: harbour-call\n---\n\n# A\n\n![](${pads}/uploads/x.png)\n\n---\n\n# B\n`),
        file(
          'later/2025-02-06.md',
          `# C\n\n[last](${pads}/harbour-call) [two](../2025-01-02.md) [named](/rJ2kz) [else](https://x.example/harbour-call)\n\n---\n\n# D\n`,
        ),
      ],
      { aliases: { [`${pads}/s/rJ2kz`]: '2025-01-02' } },
    );
    const plan = await planOfRun(runId);
    expect(plan.rows.map(({ links }) => links)).toEqual([0, 3]);
    const report = await workWriting(runId);
    expect(report.items.map(({ repairs }) => repairs)).toEqual([[], ['links']]);
    expect((await recordPage(ada, 'linked', '2025-02-06', null)).text).toContain(
      '[last](/linked/2025-01-02) [two](/linked/2025-01-02) [named](/linked/2025-01-02) [else](https://x.example/harbour-call)',
    );
    // A later import knows the names that an earlier one had.
    await workWriting(
      await decided({ series: 'linked' }, [file('2030-02-06.md', `# E\n\n[first](/s/harbour-call)\n\n---\n\n# F\n`)]),
    );
    expect((await deckPage(ada, 'linked', '2030-02-06')).deck.text).toContain('[first](/linked/2025-01-02)');
  });

  it('dates are held against the history of a repository, and files with one name or one text come in once', async () => {
    const run = await openRun(ada, { source: { type: 'git', address: '/r' }, target: made('Dated') });
    const seen = (day: string) => ({ firstSeenAt: new Date(`${day}T12:00:00Z`) });
    await stageFiles(run.id, [
      file('2025-01-02.md', deck('a'), seen('2025-01-05')),
      file('2025-01-09.md', deck('b'), seen('2025-06-05')),
      file('loose.md', deck('c'), seen('2025-03-06')),
      file('copy.md', `${deck('c')}\n\n`, seen('2025-03-07')),
      file('loose.md', deck('d')),
      file('../out.md', deck('e')),
      file('.git/config.md', deck('f')),
      file('evil\u202Edm.exe', 'x'),
    ]);
    await workReading(run.id);
    const { rows, ignored } = await planOfRun(run.id);
    expect(
      rows.map(({ file: name, kind, date, problems }) => [name, kind, date, problems.map(({ code }) => code)]),
    ).toEqual([
      ['2025-01-02.md', 'record', '2025-01-02', []],
      ['2025-01-09.md', 'record', '2025-01-09', ['dates-disagree']],
      ['copy.md', 'record', '2025-03-07', []],
      ['loose.md', 'unsure', '2025-03-06', ['same-text']],
    ]);
    expect(ignored.map(({ file: name, problem }) => [name, problem.code])).toEqual([
      ['../out.md', 'outside'],
      ['evil\uFFFDdm.exe', 'unknown-type'],
      ['loose.md', 'same-name'],
    ]);
  });
});
