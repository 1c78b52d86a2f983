import { z } from 'zod';

import { may } from '#lib/access.ts';
import { addresses } from '#lib/addresses.ts';
import type { ImportedForm } from '#lib/corrections/imported-form.ts';
import type { ImportedNote, ImportedRecordView } from '#lib/corrections/correction-views.ts';
import { dateIn, freeCallAddress, scheduleOf } from '#lib/dates/call-date.ts';
import { sayTime } from '#lib/dates/say-when.ts';
import { Refusal } from '#lib/errors.ts';
import { messages } from '#lib/messages/en.ts';
import { isUuid } from '#lib/uuid.ts';
import type { Visitor } from '#lib/visitor.ts';
import { indexRecord } from '#server/archive/index-record.ts';
import { audit } from '#server/audit.ts';
import { bus } from '#server/bus/open-bus.ts';
import { findCallById, type FoundCall } from '#server/calls/find-call.ts';
import { lockCall } from '#server/calls/lock-call.ts';
import { database } from '#server/database/client.ts';
import type { Transaction } from '#server/database/client.ts';
import { nothingHere } from '#server/series/find-series.ts';
import type { Call } from '#prisma/client/client.ts';

import { newestEdition } from './find-corrections.ts';

const words = messages.corrections.imported;

/**
 * Puts right the date, the title and whose the sections are of an imported record; null and places that are left out stay. The edition
 * is not touched. A record that moves to another day gets that day's next free address, and the one that it had leads there. For hosts.
 * Gives the record's address.
 */
export async function correctImported(
  visitor: Visitor,
  callId: string,
  form: ImportedForm,
): Promise<{ readonly address: string }> {
  const { call } = await findCallById(visitor, callId, 'series.manage');
  const personId = visitor.person?.id ?? null;
  const address = await database().$transaction(async (tx) => {
    // Whoever plans a call or moves a record of this series waits here, so that two calls of one day get two addresses.
    await tx.$queryRaw`SELECT 1 FROM series WHERE id = ${call.seriesId}::uuid FOR UPDATE`;
    await lockCall(tx, callId);
    const edition = await newestEdition(callId, tx);
    if (edition?.content.provenance.type !== 'import') throw new Refusal('conflict', words.problems.notImported);
    const held = await tx.call.findUniqueOrThrow({ where: { id: callId } });
    await retitle(tx, held, { title: form.title, personId });
    await giveTeams(tx, held, { recordId: edition.recordId, teams: form.teams, personId });
    const moved = await move(tx, held, { date: form.date, personId });
    // Search has its day and its teams.
    await indexRecord(tx, edition.recordId);
    return moved;
  });
  bus().publish('rows.changed', { seriesId: call.seriesId, callId, what: 'call' });
  return { address: addresses.call(call.series.slug, address) };
}

interface By {
  readonly personId: string | null;
}

async function retitle(
  tx: Transaction,
  call: Call,
  { title, personId }: By & { readonly title: string },
): Promise<void> {
  if (title === call.title) return;
  await tx.call.update({ where: { id: call.id }, data: { title } });
  const { id: callId, seriesId, title: from } = call;
  await audit(tx, { act: 'record.correctTitle', personId, seriesId, callId, details: { from, to: title } });
}

async function move(tx: Transaction, call: Call, { date, personId }: By & { readonly date: string }): Promise<string> {
  const { id: callId, seriesId, address: before, timeZone } = call;
  const from = dateIn(call.startsAt, timeZone);
  if (date === from) return before;
  const address = await freeAddress(tx, call, date);
  // It may go back to where it was.
  await tx.callAddress.deleteMany({ where: { seriesId, address } });
  await tx.callAddress.create({ data: { seriesId, address: before, callId } });
  const time = call.hasTime ? sayTime(call.startsAt, timeZone) : undefined;
  const { startsAt } = scheduleOf(date, time, timeZone);
  await tx.call.update({ where: { id: callId }, data: { address, startsAt, startedAt: startsAt, endedAt: startsAt } });
  await audit(tx, { act: 'record.correctDate', personId, seriesId, callId, details: { from, to: date } });
  return address;
}

/** The day's own address, or the next that no other call has or had. */
async function freeAddress(tx: Transaction, { id, seriesId }: Call, date: string): Promise<string> {
  const where = { seriesId, address: { startsWith: date } };
  const calls = await tx.call.findMany({ where: { ...where, id: { not: id } }, select: { address: true } });
  const moved = await tx.callAddress.findMany({ where: { ...where, callId: { not: id } }, select: { address: true } });
  const taken = new Set([...calls, ...moved].map((row) => row.address));
  return freeCallAddress(date, (candidate) => taken.has(candidate));
}

interface Teams extends By {
  readonly recordId: string;
  readonly teams: ImportedForm['teams'];
}

async function giveTeams(tx: Transaction, call: Call, { recordId, teams, personId }: Teams): Promise<void> {
  const sections = await tx.recordSection.findMany({ where: { recordId }, orderBy: { position: 'asc' } });
  const known = await tx.team.findMany({ where: { seriesId: call.seriesId }, select: { id: true, name: true } });
  for (const { position, title, teamId } of sections) {
    const wanted = teams.get(position);
    if (wanted === undefined || wanted === teamId) continue;
    const team = known.find(({ id }) => id === wanted);
    if (wanted !== null && (!isUuid(wanted) || team === undefined)) throw nothingHere();
    await tx.recordSection.update({
      where: { recordId_position: { recordId, position } },
      data: { teamId: wanted },
    });
    await audit(tx, {
      act: 'record.correctTeam',
      personId,
      seriesId: call.seriesId,
      callId: call.id,
      details: { section: title, team: team?.name ?? null },
    });
  }
}

const ACTS = { 'record.correctDate': 'date', 'record.correctTitle': 'title', 'record.correctTeam': 'team' } as const;
const detailsSchema = z.object({ from: z.string().optional(), section: z.string().optional() });

/** What was put right in an imported record, and for hosts what can be. Null for one that Plenum froze itself. */
export async function importedRecord(
  { call, asker }: FoundCall,
  imported: boolean,
): Promise<ImportedRecordView | null> {
  if (!imported) return null;
  const notes = await notesOf(call.id);
  if (!may(asker, 'series.manage', call.series)) return { notes, form: null };
  const [sections, teams] = await Promise.all([
    database().recordSection.findMany({
      where: { record: { callId: call.id }, title: { not: '' } },
      orderBy: { position: 'asc' },
      select: { position: true, title: true, teamId: true },
    }),
    database().team.findMany({
      where: { seriesId: call.seriesId },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
      select: { id: true, name: true },
    }),
  ]);
  return {
    notes,
    form: {
      date: dateIn(call.startsAt, call.timeZone),
      title: call.title,
      sections: sections.map(({ position, title, teamId }) => ({ position, title, team: teamId })),
      teams,
    },
  };
}

/** The newest of each kind, of teams of each section: what was put right again is not told twice. */
async function notesOf(callId: string): Promise<readonly ImportedNote[]> {
  const entries = await database().auditEntry.findMany({
    where: { callId, act: { in: Object.keys(ACTS) } },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: 200,
  });
  const people = await database().person.findMany({
    where: { id: { in: entries.flatMap(({ personId }) => personId ?? []) } },
    select: { id: true, name: true },
  });
  const notes = new Map<string, ImportedNote>();
  for (const { act, at, personId, details } of entries) {
    const type = Object.entries(ACTS).find(([name]) => name === act)?.[1];
    const { from, section } = detailsSchema.parse(details);
    const about = type === 'team' ? section : from;
    if (type === undefined || about === undefined) continue;
    const key = type === 'team' ? `team ${about}` : type;
    const by = people.find(({ id }) => id === personId)?.name ?? null;
    if (!notes.has(key)) notes.set(key, { type, from: about, at: at.toISOString(), by });
  }
  return [...notes.values()];
}
