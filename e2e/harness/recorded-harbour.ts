import { seriesFormSchema } from '#lib/series/series-form.ts';
import type { Visitor } from '#lib/visitor.ts';
import { sealEditions } from '#server/archive/seal-editions.ts';
import { endCall } from '#server/calls/end-call.ts';
import { planCall } from '#server/calls/plan-call.ts';
import { startCall } from '#server/calls/start-call.ts';
import { createSeries } from '#server/series/create-series.ts';
import type { TestDatabase } from './database.ts';
import { join } from './harbour.ts';
import { signedIn } from './people.ts';

export const DAY_MS = 86_400_000;

/** Somebody who runs the instance. */
export async function someAdmin(db: TestDatabase): Promise<Visitor> {
  const { person, ...rest } = await signedIn(db, 'Root');
  return { ...rest, person: person === null ? null : { ...person, admin: true } };
}

/** A series of which Ada is host and Wim writes: with a call to come, and a record that is sealed. */
export async function recordedHarbour(db: TestDatabase, audiences: Readonly<Record<string, string>> = {}) {
  const [ada, wim] = [await signedIn(db, 'Ada'), await signedIn(db, 'Wim')];
  const form = seriesFormSchema.parse({ name: 'Harbour call', timeZone: 'UTC', ...audiences });
  const { slug, id } = await createSeries(ada, form);
  await join(db, id, wim, 'writer');
  const plan = async (date: string) => (await planCall(ada, slug, { date, time: '15:05', title: undefined })).callId;
  const [callId, recordId] = [await plan('2026-12-03'), await plan('2026-11-05')];
  await startCall(ada, recordId);
  await endCall(ada, recordId);
  await sealEditions(new Date(Date.now() + DAY_MS));
  const deck = await db.prisma.deck.findFirstOrThrow({ where: { callId } });
  return { ada, wim, slug, id, callId, recordId, deckId: deck.id };
}
