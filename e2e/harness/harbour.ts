import { seriesFormSchema } from '#lib/series/series-form.ts';
import type { Visitor } from '#lib/visitor.ts';
import { planCall } from '#server/calls/plan-call.ts';
import { createSeries } from '#server/series/create-series.ts';
import type { TestDatabase } from './database.ts';
import { signedIn } from './people.ts';

/** A series of whom Ada is host, Bo writes and Cy reads, with one planned call that has the sections of our own template. */
export async function harbourCall(db: TestDatabase, date = '2026-12-03') {
  const [ada, bo, cy] = [await signedIn(db, 'Ada'), await signedIn(db, 'Bo'), await signedIn(db, 'Cy')];
  const form = seriesFormSchema.parse({ name: 'Harbour call', timeZone: 'Europe/Berlin' });
  const { id: seriesId, slug } = await createSeries(ada, form);
  await join(db, seriesId, bo, 'writer');
  await join(db, seriesId, cy, 'reader');
  const { callId } = await planCall(ada, slug, { date, time: '15:05', title: undefined });
  return { ada, bo, cy, seriesId, slug, callId, date, ...(await rowsOf(db, callId)) };
}

/** Makes somebody a member. */
export async function join(
  db: TestDatabase,
  seriesId: string,
  { person }: Visitor,
  role: 'writer' | 'reader',
): Promise<void> {
  await db.prisma.membership.create({ data: { seriesId, personId: person?.id ?? '', role } });
}

/** The deck of a call, with the titles of its sections and the ids of two of them. */
export async function rowsOf(db: TestDatabase, callId: string) {
  const deck = await db.prisma.deck.findFirstOrThrow({ where: { callId } });
  const rows = await db.prisma.section.findMany({ where: { deckId: deck.id }, orderBy: { position: 'asc' } });
  const idOf = (title: string): string => rows.find((row) => row.title === title)?.id ?? '';
  return { deckId: deck.id, titles: rows.map(({ title }) => title), one: idOf('Team One'), two: idOf('Team Two') };
}
