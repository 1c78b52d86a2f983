import { addresses } from '#lib/addresses.ts';
import { dateIn, scheduleOf } from '#lib/dates/call-date.ts';
import { SAMPLE_NAME, SAMPLE_TIME, sampleDecks, type Sample } from '#lib/sample/sample-decks.ts';
import { seriesFormSchema } from '#lib/series/series-form.ts';
import type { Visitor } from '#lib/visitor.ts';
import { audit } from '#server/audit.ts';
import { insertCall, insertCallDeck } from '#server/calls/insert-call.ts';
import { database } from '#server/database/client.ts';
import { runImport } from '#server/imports/run-import.ts';

import { mayCreate } from './create-series.ts';

/** Makes the sample series with the visitor as its host, or finds the one that they made before; gives its address. */
export async function createSample(visitor: Visitor, timeZone: string): Promise<{ readonly address: string }> {
  const personId = mayCreate(visitor);
  const known = await database().series.findFirst({ where: { name: SAMPLE_NAME, createdById: personId } });
  if (known !== null) return { address: addresses.series(known.slug) };
  const sample = sampleDecks(dateIn(new Date(), timeZone));
  const { series } = await importPast(visitor, sample, timeZone);
  await planComing(series.id, sample, { timeZone, personId });
  return { address: series.address };
}

async function importPast(visitor: Visitor, { past }: Sample, timeZone: string) {
  const files = past.map(({ date, text }) => ({ name: `${date}.md`, bytes: new TextEncoder().encode(text) }));
  const form = seriesFormSchema.parse({
    name: SAMPLE_NAME,
    timeZone,
    readDecks: 'members',
    readLive: 'link',
    readRecords: 'link',
  });
  const decisions = past.map(({ date }) => ({ file: `${date}.md`, kind: 'record' as const, date, repair: false }));
  return runImport(visitor, { files, target: { form }, decisions });
}

async function planComing(
  seriesId: string,
  { coming }: Sample,
  { timeZone, personId }: { readonly timeZone: string; readonly personId: string },
): Promise<void> {
  const schedule = scheduleOf(coming.date, SAMPLE_TIME, timeZone);
  await database().$transaction(async (tx) => {
    const title = 'Harbour Community Call';
    const call = await insertCall(tx, { seriesId, date: coming.date, schedule, title, state: 'planned' });
    const deckId = await insertCallDeck(tx, call, { text: coming.text, personId });
    await audit(tx, { act: 'call.plan', personId, seriesId, callId: call.id, deckId, details: { by: 'sample' } });
  });
}
