import { addDays, dateIn, scheduleOf } from '#lib/dates/call-date.ts';
import { defaultTemplate } from '#lib/series/default-template.ts';
import { seriesFormSchema } from '#lib/series/series-form.ts';
import { assetReference } from '#lib/addresses.ts';
import type { Visitor } from '#lib/visitor.ts';
import { freezeCall } from '#server/archive/freeze-call.ts';
import { keepPicture, type StoredPicture } from '#server/assets/keep-picture.ts';
import { nameAsset } from '#server/assets/store-asset.ts';
import { audit } from '#server/audit.ts';
import { insertCall, insertCallDeck } from '#server/calls/insert-call.ts';
import { database } from '#server/database/client.ts';
import type { Transaction } from '#server/database/client.ts';
import { SAMPLE_NAME, sampleCalls } from '#server/sample/sample-decks.ts';
import type { SampleCall, SamplePictures } from '#server/sample/sample-decks.ts';
import { dawn, loanChart, pierPlan } from '#server/sample/sample-pictures.ts';
import type { Series } from '#prisma/client/client.ts';

import { mayCreate } from './create-series.ts';
import { insertSeries, placeOf } from './insert-series.ts';
import type { SeriesPlace } from './insert-series.ts';

const TIME = '15:05';
const CALL_LENGTH = 50 * 60 * 1000;
const THURSDAY = 4;
const TIMEOUT = 60_000;

/** Makes a series to look around in: three records, a call to come, pictures. Asking again leads to the one that was made. */
export async function createSample(visitor: Visitor, timeZone: string): Promise<SeriesPlace> {
  const personId = mayCreate(visitor);
  const pictures = await storePictures();
  return database().$transaction(
    async (tx) => {
      // Two clicks on the same door are one sample.
      await tx.$queryRaw`SELECT 1 FROM person WHERE id = ${personId}::uuid FOR UPDATE`;
      return placeOf((await sampleOf(tx, personId)) ?? (await makeSample(tx, { personId, timeZone, pictures })));
    },
    { timeout: TIMEOUT },
  );
}

async function sampleOf(tx: Transaction, personId: string): Promise<Series | null> {
  const made = await tx.auditEntry.findMany({
    where: { personId, act: 'series.create', details: { path: ['sample'], equals: true } },
    select: { seriesId: true },
  });
  const ids = made.flatMap((entry) => (entry.seriesId === null ? [] : [entry.seriesId]));
  return tx.series.findFirst({ where: { id: { in: ids }, deletedAt: null } });
}

interface NewSample {
  readonly personId: string;
  readonly timeZone: string;
  readonly pictures: StoredPictures;
}

async function makeSample(tx: Transaction, { personId, timeZone, pictures: stored }: NewSample): Promise<Series> {
  // Nobody but its host sees it until they make a link.
  const audiences = { readDecks: 'members', readLive: 'link', readRecords: 'link' };
  const form = seriesFormSchema.parse({ name: `${SAMPLE_NAME} (sample)`, timeZone, ...audiences });
  const series = await insertSeries(tx, { form, personId, template: defaultTemplate, details: { sample: true } });
  const pictures = await namePictures(tx, stored, { seriesId: series.id, personId });
  const today = dateIn(new Date(), timeZone);
  for (const call of sampleCalls)
    await makeCall(tx, { series, personId, pictures, call, date: sampleDate(call.week, today) });
  return series;
}

/**
 * The Thursday so many weeks from the coming one. What is to come is so from tomorrow on, and what is past was yesterday at the latest:
 * on a Thursday neither is today.
 */
export function sampleDate(week: number, today: string): string {
  const day = new Date(`${today}T12:00:00Z`).getUTCDay();
  const ahead = ((THURSDAY - day + 6) % 7) + 1;
  const beforeToday = week < 0 && day === THURSDAY ? 7 : 0;
  return addDays(today, ahead + week * 7 - beforeToday);
}

type StoredPictures = Readonly<Record<keyof SamplePictures, StoredPicture>>;

async function storePictures(): Promise<StoredPictures> {
  return {
    dawn: await keepPicture(dawn()),
    plan: await keepPicture(pierPlan()),
    chart: await keepPicture(loanChart()),
  };
}

async function namePictures(
  tx: Transaction,
  stored: StoredPictures,
  owner: { readonly seriesId: string; readonly personId: string },
): Promise<SamplePictures> {
  const named = async (name: string, picture: StoredPicture): Promise<string> => {
    const { key, extension } = await nameAsset(tx, picture, { ...owner, name });
    return assetReference(key, extension);
  };
  return {
    dawn: await named('dawn.png', stored.dawn),
    plan: await named('piers.png', stored.plan),
    chart: await named('loans.png', stored.chart),
  };
}

interface NewSampleCall {
  readonly series: Series;
  readonly personId: string;
  readonly pictures: SamplePictures;
  readonly call: SampleCall;
  readonly date: string;
}

async function makeCall(
  tx: Transaction,
  { series, personId, pictures, call: { week, text }, date }: NewSampleCall,
): Promise<void> {
  const schedule = scheduleOf(date, TIME, series.timeZone);
  const state = week < 0 ? 'ended' : 'planned';
  const call = await insertCall(tx, { seriesId: series.id, date, schedule, title: SAMPLE_NAME, state });
  const deckId = await insertCallDeck(tx, call, { text: text(pictures, date), personId });
  await audit(tx, {
    act: 'call.plan',
    personId,
    seriesId: series.id,
    callId: call.id,
    deckId,
    details: { address: call.address, title: SAMPLE_NAME },
  });
  if (state === 'ended')
    await freezeCall(tx, { call, deckId, personId, at: new Date(schedule.startsAt.getTime() + CALL_LENGTH) });
}
