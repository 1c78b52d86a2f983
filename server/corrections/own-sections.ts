import { z } from 'zod';

import type { Asker } from '#lib/access.ts';
import { database } from '#server/database/client.ts';

/** A section of a record, with the row that the call's deck has of it. */
export interface RecordedSection {
  /** Its key in the editions. */
  readonly sectionKey: string;
  readonly sectionId: string | null;
}

/** Of these sections of one call the keys of those that somebody reported, stood in for, or whose team they are in by now. */
export async function ownSections(
  personId: string,
  { callId, sections }: { readonly callId: string; readonly sections: readonly RecordedSection[] },
): Promise<ReadonlySet<string>> {
  const ids = sections.flatMap(({ sectionId }) => sectionId ?? []);
  const [reported, ofTeams] = await Promise.all([
    database().section.findMany({
      where: { id: { in: ids }, OR: [{ reporterId: personId }, { deputyId: personId }] },
      select: { id: true },
    }),
    teamKeys(personId, callId),
  ]);
  const rows = new Set(reported.map(({ id }) => id));
  const own = sections.filter(
    ({ sectionKey, sectionId }) => ofTeams.has(sectionKey) || (sectionId !== null && rows.has(sectionId)),
  );
  return new Set(own.map(({ sectionKey }) => sectionKey));
}

/** Keys of the sections of a call's newest edition that are of a team of this person's. */
async function teamKeys(personId: string, callId: string): Promise<ReadonlySet<string>> {
  const sections = await database().recordSection.findMany({
    where: { record: { callId } },
    select: { key: true, teamId: true, folded: true, record: { select: { call: { select: { seriesId: true } } } } },
  });
  const seriesId = sections[0]?.record.call.seriesId;
  if (seriesId === undefined) return new Set();
  const teams = await database().team.findMany({
    where: { seriesId, members: { some: { personId } } },
    select: { id: true, headings: { select: { folded: true } } },
  });
  const ids = new Set(teams.map(({ id }) => id));
  const headings = new Set(teams.flatMap((team) => team.headings.map(({ folded }) => folded)));
  const own = sections.filter(({ teamId, folded }) => (teamId === null ? headings.has(folded) : ids.has(teamId)));
  return new Set(own.map(({ key }) => key));
}

const sectionsSchema = z.array(z.object({ key: z.string(), title: z.string() }));

/**
 * The sections that were on the slides of a call, with the rows that its deck has of them. Titles are those of the first edition: a
 * correction may change one, and its key stays.
 */
export async function recordedSections(callId: string): Promise<readonly RecordedSection[]> {
  const [edition] = await database().$queryRaw<{ sections: unknown }[]>`
    SELECT content->'sections' AS sections FROM edition JOIN record ON record.id = edition.record_id
    WHERE record.call_id = ${callId}::uuid ORDER BY number LIMIT 1`;
  const rows = await database().section.findMany({
    where: { goneAt: null, deck: { callId, kind: 'call' } },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: { id: true, title: true },
  });
  let at = 0;
  return sectionsSchema.parse(edition?.sections ?? []).map(({ key, title }) => {
    // In their order: a deck may have two of one name.
    const found = rows.findIndex((row, index) => index >= at && row.title === title);
    if (found !== -1) at = found + 1;
    return { sectionKey: key, sectionId: rows[found]?.id ?? null };
  });
}

/**
 * Whether the deck of a correction is this person's to write: while it is open, and the time has not come at which it is published.
 * After that they read it.
 */
export async function mayCorrect(deckId: string, personId: string | null): Promise<Asker['corrects']> {
  const correction = await database().correction.findUnique({
    where: { deckId },
    select: { state: true, dueAt: true, callId: true, sectionKey: true, sectionId: true },
  });
  if (correction === null || personId === null) return 'none';
  const { state, dueAt, callId, sectionKey, sectionId } = correction;
  const own = await ownSections(personId, { callId, sections: [{ sectionKey, sectionId }] });
  if (!own.has(sectionKey)) return 'none';
  return state === 'open' && dueAt !== null && dueAt.getTime() > Date.now() ? 'write' : 'read';
}
