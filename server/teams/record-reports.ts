import { z } from 'zod';
import { addresses } from '#lib/addresses.ts';
import { foldHeading } from '#lib/teams/fold-heading.ts';
import { sectionStatusSchema } from '#lib/sections/running-order.ts';
import type { TeamReport } from '#lib/views.ts';
import { callSummary } from '#server/calls/call-summary.ts';
import { database } from '#server/database/client.ts';
import { Prisma, type Series } from '#prisma/client/client.ts';
import { reporterIn } from './coming-reports.ts';

const sectionsSchema = z.array(
  z.object({
    edition: z.string(),
    call: z.string(),
    sections: z.array(
      z.object({
        key: z.string(),
        title: z.string(),
        team: z.string().nullable(),
        reporter: z.string().nullable(),
        status: z.string().nullable(),
        fromSlide: z.number(),
        toSlide: z.number(),
      }),
    ),
  }),
);
type RecordSections = z.infer<typeof sectionsSchema>[number];
type RecordSection = RecordSections['sections'][number];

const rangesSchema = z.object({ slides: z.array(z.object({ from: z.number(), to: z.number() })) });

/** The sections of a team in the newest edition of each record, newest call first. Whoever calls this has checked that records may be read. */
export async function recordReports(series: Series, teamId: string): Promise<readonly TeamReport[]> {
  const isOurs = await ownership(series.id, teamId);
  const records = await newestSections(series.id);
  const ours = records
    .map((record) => ({ ...record, sections: record.sections.filter(isOurs) }))
    .filter(({ sections }) => sections.length > 0);
  const [calls, named] = await Promise.all([callsOf(ours), reportersInText(ours)]);
  return ours.flatMap(({ call: callId, edition, sections }) => {
    const call = calls.get(callId);
    if (call === undefined) return [];
    return sections.map((section) => ({
      call: callSummary(series.slug, call),
      title: section.title,
      // Section keys have letters of any script: in an address they are encoded.
      address: encodeURI(addresses.slide(series.slug, call.address, section.key, '1')),
      reporter: section.reporter ?? named.get(keyOf(edition, section)) ?? null,
      status: sectionStatusSchema.nullable().catch(null).parse(section.status),
    }));
  });
}

/** A section is the team's whose heading it has; where that is no team's, the team's that the record names. */
async function ownership(seriesId: string, teamId: string): Promise<(section: RecordSection) => boolean> {
  const [headings, team] = await Promise.all([
    database().knownHeading.findMany({ where: { seriesId, teamId: { not: null } } }),
    database().team.findUnique({ where: { id: teamId }, include: { addresses: true } }),
  ]);
  const teams = new Map(headings.map((heading) => [heading.folded, heading.teamId]));
  const slugs = new Set([team?.slug, ...(team?.addresses ?? []).map(({ slug }) => slug)]);
  return (section) => {
    const byHeading = teams.get(foldHeading(section.title));
    return byHeading === undefined ? section.team !== null && slugs.has(section.team) : byHeading === teamId;
  };
}

/** Read inside the database: the content of an edition is much larger than its sections. */
async function newestSections(seriesId: string): Promise<readonly RecordSections[]> {
  const rows = await database().$queryRaw(Prisma.sql`
    SELECT newest.id::text AS edition, call.id::text AS call, newest.content->'sections' AS sections
    FROM call JOIN record ON record.call_id = call.id
      CROSS JOIN LATERAL (SELECT id, content FROM edition WHERE record_id = record.id ORDER BY number DESC LIMIT 1) newest
    WHERE call.series_id = ${seriesId}::uuid AND call.deleted_at IS NULL
    ORDER BY call.starts_at DESC, call.address DESC`);
  return sectionsSchema.parse(rows);
}

async function callsOf(records: readonly RecordSections[]) {
  const calls = await database().call.findMany({ where: { id: { in: records.map(({ call }) => call) } } });
  return new Map(calls.map((call) => [call.id, call]));
}

const keyOf = (edition: string, { key }: RecordSection): string => `${edition} ${key}`;

/** By edition and section: who is named on its slides, where the record itself names nobody. */
async function reportersInText(records: readonly RecordSections[]): Promise<ReadonlyMap<string, string>> {
  const silent = records.filter(({ sections }) => sections.some(({ reporter }) => reporter === null));
  const editions = await database().edition.findMany({
    where: { id: { in: silent.map(({ edition }) => edition) } },
    select: { id: true, presented: true, content: true },
  });
  const texts = new Map(editions.map((edition) => [edition.id, edition]));
  const named = new Map<string, string>();
  for (const { edition, sections } of silent) {
    const found = texts.get(edition);
    if (found === undefined) continue;
    const text = new TextDecoder().decode(found.presented);
    const { slides } = rangesSchema.parse(found.content);
    for (const section of sections) {
      const sources = slides.slice(section.fromSlide, section.toSlide).map(({ from, to }) => text.slice(from, to));
      const reporter = reporterIn(sources);
      if (reporter !== null) named.set(keyOf(edition, section), reporter);
    }
  }
  return named;
}
