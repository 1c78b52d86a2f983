import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { unzipSync } from 'fflate';
import { afterEach, describe, expect, it } from 'vitest';

import { testDatabase, type TestDatabase } from '#e2e/harness/database.ts';
import { signedIn } from '#e2e/harness/people.ts';
import { decideAll } from '#lib/imports/decide.ts';
import type { ImportFile } from '#lib/imports/import-plan.ts';
import { editionContentSchema } from '#lib/record/edition.ts';
import { seriesFormSchema } from '#lib/series/series-form.ts';
import { pictureWorker } from '#server/assets/fit/picture-worker.ts';
import { closeBus } from '#server/bus/open-bus.ts';
import { readDeck } from '#server/decks/read-deck.ts';
import { seriesZip } from '#server/export/export-zip.ts';

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
