import { afterAll, beforeAll, expect, it } from 'vitest';

import { testDatabase, type TestDatabase } from '#e2e/harness/database.ts';
import { noise } from '#e2e/harness/pictures.ts';
import { makeSeries } from '#e2e/harness/written-deck.ts';
import { assetReference } from '#lib/addresses.ts';
import { seriesFormSchema } from '#lib/series/series-form.ts';
import type { Visitor } from '#lib/visitor.ts';
import { storeAsset } from '#server/assets/store-asset.ts';
import { recordPage } from '#server/archive/record-page.ts';
import { closeBus } from '#server/bus/open-bus.ts';

import { runImport } from './run-import.ts';

let db: TestDatabase;

beforeAll(async () => {
  db = await testDatabase();
});

afterAll(async () => {
  await closeBus();
  await db.close();
});

it('a picture that another series of this Plenum has is carried along, and is no missing one', async () => {
  const { id } = await db.prisma.person.create({ data: { name: 'Ada', hue: 10, admin: true } });
  const ada: Visitor = { person: { id, name: 'Ada', hue: 10, admin: true, signedIn: true }, linkIds: [] };
  const asset = { seriesId: await makeSeries('pier'), name: 'quay.jpg', personId: null };
  const kept = await storeAsset(await noise(), asset);
  const [known, unknown] = [assetReference(kept.key, kept.extension), 'assets/0123456789abcdef.png'];
  const bytes = new TextEncoder().encode(`# A\n\n![](${known})\n![](${unknown})\n`);
  const report = await runImport(ada, {
    files: [{ name: '2026-01-08.md', bytes }],
    target: { form: seriesFormSchema.parse({ name: 'Quay', timeZone: 'UTC' }) },
    decisions: [{ file: '2026-01-08.md', kind: 'record', date: '2026-01-08', repair: false }],
  });
  expect(report.pictures).toMatchObject({ kept: 1, missing: [{ address: unknown }] });
  const quay = await db.prisma.seriesAsset.findFirstOrThrow({ where: { series: { slug: 'quay' } } });
  expect(quay).toMatchObject({ hash: kept.hash });
  const record = await recordPage(ada, 'quay', '2026-01-08', null);
  expect(record.missingPictures).toEqual([unknown]);
  expect(record.pictures.assets).toEqual({ [known]: `/assets/${quay.key}.${quay.extension}` });
});
