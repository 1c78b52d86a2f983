import { z } from 'zod';
import { addresses } from '#lib/addresses.ts';
import type { AuditLine, AuditPage } from '#lib/people/people-views.ts';
import type { SeriesReference } from '#lib/views.ts';
import type { Visitor } from '#lib/visitor.ts';
import { database } from '#server/database/client.ts';
import { findSeries } from '#server/series/find-series.ts';
import { seriesReference } from '#server/series/series-reference.ts';
import type { Prisma } from '#prisma/client/client.ts';

const AT_ONCE = 100;

/** What is changed at sections is seen on the board; here it would hide the rest. */
const FOR_PEOPLE = { NOT: { act: { startsWith: 'section.' } } } as const satisfies Prisma.AuditEntryWhereInput;

const detailsSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).catch({});

/** What happened in a series, the latest first. Hosts only. `before` is the id that an earlier page ended with; anything else begins anew. */
export async function seriesLog(
  visitor: Visitor,
  slug: string,
  before: unknown,
): Promise<{ readonly reference: SeriesReference; readonly page: AuditPage }> {
  const { series, asker } = await findSeries(visitor, slug, 'series.manage');
  return { reference: seriesReference(series, asker), page: await auditPage({ seriesId: series.id }, before) };
}

/** One page of the log, of what `where` says. Checks nobody: whoever calls it does. */
export async function auditPage(where: Prisma.AuditEntryWhereInput, before: unknown): Promise<AuditPage> {
  const from = z.uuid().safeParse(before);
  const entries = await database().auditEntry.findMany({
    // Ids are made in the order of time.
    where: { AND: [where, FOR_PEOPLE, from.success ? { id: { lt: from.data } } : {}] },
    orderBy: { id: 'desc' },
    take: AT_ONCE + 1,
  });
  const shown = entries.slice(0, AT_ONCE);
  const [names, series] = await Promise.all([
    namesOf(shown.flatMap(({ personId, details }) => [personId, ...peopleIn(details)])),
    seriesOf(shown.map(({ seriesId }) => seriesId)),
  ]);
  return {
    lines: shown.map((entry) => lineOf(entry, names, series)),
    before: entries.length > AT_ONCE ? (shown.at(-1)?.id ?? null) : null,
  };
}

type Entry = Prisma.AuditEntryGetPayload<object>;

function lineOf(
  { id, at, personId, act, seriesId, details }: Entry,
  names: ReadonlyMap<string, string>,
  series: ReadonlyMap<string, NonNullable<AuditLine['series']>>,
): AuditLine {
  const parsed = detailsSchema.parse(details);
  return {
    id,
    at: at.toISOString(),
    by: personId === null ? null : (names.get(personId) ?? null),
    act,
    series: seriesId === null ? null : (series.get(seriesId) ?? null),
    // Ids of people say nothing to people.
    details: Object.fromEntries(
      Object.entries(parsed).map(([key, value]) => [
        key,
        typeof value === 'string' ? (names.get(value) ?? value) : value,
      ]),
    ),
  };
}

function peopleIn(details: unknown): readonly string[] {
  return Object.values(detailsSchema.parse(details)).filter(
    (value): value is string => typeof value === 'string' && z.uuid().safeParse(value).success,
  );
}

async function namesOf(ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  const people = await database().person.findMany({ where: { id: { in: wanted } }, select: { id: true, name: true } });
  return new Map(people.map(({ id, name }) => [id, name]));
}

async function seriesOf(
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string, NonNullable<AuditLine['series']>>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  const series = await database().series.findMany({
    where: { id: { in: wanted } },
    select: { id: true, name: true, slug: true },
  });
  return new Map(series.map(({ id, name, slug }) => [id, { name, address: addresses.series(slug) }]));
}
