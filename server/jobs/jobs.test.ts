import { afterAll, beforeAll, expect, it, vi } from 'vitest';

import { parseDeck } from '#lib/slides/parse-deck.ts';
import { scheduleOf } from '#lib/dates/call-date.ts';
import { testDatabase } from '#e2e/harness/database.ts';
import type { TestDatabase } from '#e2e/harness/database.ts';
import { writeEdition } from '#server/archive/write-edition.ts';
import { insertCall } from '#server/calls/insert-call.ts';

import { startJobs } from './jobs.ts';
import { sendSealJob } from './send-job.ts';

let db: TestDatabase;

beforeAll(async () => {
  db = await testDatabase();
});

afterAll(async () => {
  await db.close();
});

/** A record that is to be sealed at that time. */
async function record(slug: string, sealsAt: Date): Promise<string> {
  const series = await db.prisma.series.create({ data: { slug, name: slug, timeZone: 'UTC' } });
  const schedule = scheduleOf('2026-05-07', undefined, 'UTC');
  return db.prisma.$transaction(async (tx) => {
    const call = await insertCall(tx, {
      seriesId: series.id,
      date: '2026-05-07',
      schedule,
      title: slug,
      state: 'ended',
    });
    const model = parseDeck('# Harbour\n');
    const provenance = { type: 'call', deck: 'none', epoch: 1, seq: 1, endedAt: new Date().toISOString() } as const;
    const material = {
      kind: 'slides',
      title: slug,
      ...schedule,
      model,
      anchorOf: null,
      sections: null,
      assets: {},
      provenance,
    } as const;
    return writeEdition(tx, {
      callId: call.id,
      source: new TextEncoder().encode(model.text),
      material,
      personId: null,
      sealsAt,
    });
  });
}

async function isSealed(id: string): Promise<boolean> {
  return (await db.prisma.edition.findUniqueOrThrow({ where: { id } })).sealedAt !== null;
}

it('seals what became due while nothing ran, and what a job asks for at its time', async () => {
  const waiting = await record('waiting', new Date(Date.now() + 60_000));
  const soon = await record('soon', new Date(Date.now() + 1_500));
  const due = new Date(Date.now() + 500);
  const overdue = await record('overdue', due);
  expect(await isSealed(overdue)).toBe(false);
  // Before anything started once, there are no queues: that is no reason to fail.
  await sendSealJob(overdue, due);
  await vi.waitFor(() => expect(Date.now()).toBeGreaterThan(due.getTime()));
  const jobs = await startJobs();
  expect(await isSealed(overdue)).toBe(true);
  await sendSealJob(soon, new Date(Date.now() + 1_500));
  await sendSealJob(soon, new Date(Date.now() + 1_500));
  const queued = await db.prisma.$queryRaw`SELECT 1 FROM jobs.job WHERE name = 'seal-edition'`;
  expect(queued).toHaveLength(1);
  await vi.waitFor(async () => expect(await isSealed(soon)).toBe(true), { timeout: 15_000, interval: 100 });
  expect(await isSealed(waiting)).toBe(false);
  await jobs.stop();
});
