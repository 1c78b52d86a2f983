import { z } from 'zod';

import { addresses } from '#lib/addresses.ts';
import type { ArchiveTeam, ReportedSection } from '#lib/archive/archive-views.ts';
import { sectionStatusSchema } from '#lib/sections/running-order.ts';
import { database } from '#server/database/client.ts';
import { Prisma, type Series } from '#prisma/client/client.ts';

const rowsSchema = z.array(
  z.object({
    record: z.string(),
    call: z.string(),
    /** Address of the call. */
    address: z.string(),
    edition: z.string(),
    key: z.string(),
    title: z.string(),
    team: z.string().nullable(),
    reporter: z.string().nullable(),
    status: z.string().nullable(),
    fromSlide: z.number(),
    toSlide: z.number(),
  }),
);

/** A section of a record's newest edition, with the id of the team whose it is by now. */
export type RecordSectionRow = z.infer<typeof rowsSchema>[number];

/** Whose a section is: by word of a host or of the call's rows, else by its heading as the series knows it today. */
const TEAM = Prisma.sql`coalesce(section.team_id, heading.team_id)`;

const SECTIONS = Prisma.sql`
  SELECT record.id::text AS record, call.id::text AS call, call.address, record.newest_edition_id::text AS edition,
    section.key, section.title, ${TEAM}::text AS team, section.reporter, section.status,
    section.from_slide AS "fromSlide", section.to_slide AS "toSlide"
  FROM call JOIN record ON record.call_id = call.id AND record.newest_edition_id IS NOT NULL
    JOIN record_section section ON section.record_id = record.id
    LEFT JOIN known_heading heading ON heading.series_id = call.series_id AND heading.folded = section.folded`;

/** The sections of these records of a series, in their order. Whoever calls this has checked that they may be read. */
export async function recordSections(
  series: Series,
  records: readonly string[],
): Promise<ReadonlyMap<string, readonly RecordSectionRow[]>> {
  if (records.length === 0) return new Map();
  const rows = await database().$queryRaw(Prisma.sql`
    ${SECTIONS}
    WHERE call.series_id = ${series.id}::uuid AND record.id = ANY(${[...records]}::uuid[])
    ORDER BY record.id, section.position`);
  return Map.groupBy(rowsSchema.parse(rows), ({ record }) => record);
}

/** Addresses of calls: from `from` on, before `before`, at most so many calls' sections from the latest on. */
export interface SectionsOfTeam {
  readonly teamId: string;
  readonly from?: string;
  readonly before?: string;
  readonly limit: number;
  /** Only those with slides: without what was left out because there was nothing to report. */
  readonly spoken?: boolean;
}

/** The sections of one team in the records of a series, the latest call first. Whoever calls this has checked that they may be read. */
export async function teamSections(
  series: Series,
  { teamId, from = '', before = 'z', limit, spoken = false }: SectionsOfTeam,
): Promise<readonly RecordSectionRow[]> {
  const rows = await database().$queryRaw(Prisma.sql`
    ${SECTIONS}
    WHERE call.series_id = ${series.id}::uuid AND call.deleted_at IS NULL
      AND call.address >= ${from} AND call.address < ${before}
      AND (section.team_id = ${teamId}::uuid OR (section.team_id IS NULL AND section.folded IN
        (SELECT folded FROM known_heading WHERE team_id = ${teamId}::uuid)))
      AND (section.to_slide > section.from_slide OR NOT ${spoken})
    ORDER BY call.address DESC, section.position
    LIMIT ${limit}`);
  return rowsSchema.parse(rows);
}

/** The teams of a series by id, in their order. */
export async function teamsById({ id }: Series): Promise<ReadonlyMap<string, ArchiveTeam>> {
  const teams = await database().team.findMany({
    where: { seriesId: id },
    select: { id: true, slug: true, name: true, hue: true },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  });
  return new Map(teams.map((team) => [team.id, team]));
}

/** A row as lists show it. */
export function reportedSection(
  slug: string,
  row: RecordSectionRow,
  teams: ReadonlyMap<string, ArchiveTeam>,
): ReportedSection {
  return {
    title: row.title,
    team: teams.get(row.team ?? '') ?? null,
    reporter: row.reporter,
    status: sectionStatusSchema.nullable().catch(null).parse(row.status),
    // Section keys have letters of any script: in an address they are encoded.
    address: row.toSlide > row.fromSlide ? encodeURI(addresses.slide(slug, row.address, row.key, '1')) : null,
  };
}
