import { addresses } from '#lib/addresses.ts';
import type { Changes } from '#lib/archive/archive-views.ts';
import type { EditionContent } from '#lib/record/edition.ts';
import type { RecordPart } from '#lib/record/record-part.ts';
import { foldHeading } from '#lib/teams/fold-heading.ts';
import type { CallParts } from '#server/calls/find-call.ts';
import { database } from '#server/database/client.ts';
import { reporterIn } from '#server/teams/coming-reports.ts';

import { recordChanges } from './record-changes.ts';

const TEAM = { select: { slug: true, name: true, hue: true } } as const;

/** An edition whose sections are asked for. */
interface EditionParts {
  readonly content: EditionContent;
  /** What was on the slides, Markdown. */
  readonly text: string;
  /** The last part of the record's address, with the edition's number where it is not the newest. */
  readonly record: string;
}

/** The sections of an edition with whose they are by now, and who reported. */
export async function recordParts(call: CallParts, edition: EditionParts): Promise<readonly RecordPart[]> {
  const { sections, slides } = edition.content;
  const [indexed, teamOf, changes] = await Promise.all([
    database().recordSection.findMany({
      where: { record: { callId: call.id } },
      select: { key: true, title: true, reporter: true, team: TEAM },
    }),
    teamsOf(call.seriesId, sections),
    // An older edition is held against the newer one instead.
    edition.record === call.address ? recordChanges(call) : new Map<string, Changes>(),
  ]);
  const series = call.series.slug;
  return sections.map((section) => {
    const { key, title, status, fromSlide, toSlide } = section;
    const row = indexed.find((known) => known.key === key && known.title === title);
    const team = row?.team ?? teamOf(section);
    const sources = slides.slice(fromSlide, toSlide).map(({ from, to }) => edition.text.slice(from, to));
    return {
      key,
      title,
      // Section keys have letters of any script: in an address they are encoded.
      address: toSlide > fromSlide ? encodeURI(addresses.section(series, edition.record, key)) : null,
      fromSlide,
      toSlide,
      team: team === null ? null : { name: team.name, hue: team.hue, address: addresses.team(series, team.slug) },
      reporter: section.reporter ?? row?.reporter ?? null,
      named: reporterIn(sources) !== null,
      status,
      changes: changes.get(key) ?? null,
    };
  });
}

type Section = EditionContent['sections'][number];

interface SectionTeam {
  readonly slug: string;
  readonly name: string;
  readonly hue: number;
}

/** Whose a section is: the team's whose heading it has, else the one's that the edition names by the address that it had then. */
async function teamsOf(
  seriesId: string,
  sections: readonly Section[],
): Promise<(section: Section) => SectionTeam | null> {
  const folded = sections.map(({ title }) => foldHeading(title));
  const slugs = sections.flatMap(({ team }) => (team === null ? [] : [team]));
  const [headings, teams, before] = await Promise.all([
    database().knownHeading.findMany({
      where: { seriesId, folded: { in: folded } },
      select: { folded: true, team: TEAM },
    }),
    database().team.findMany({ where: { seriesId, slug: { in: slugs } }, ...TEAM }),
    database().teamAddress.findMany({ where: { seriesId, slug: { in: slugs } }, select: { slug: true, team: TEAM } }),
  ]);
  const byHeading = new Map(headings.map((heading) => [heading.folded, heading.team]));
  const bySlug = new Map([
    ...before.map(({ slug, team }) => [slug, team] as const),
    ...teams.map((team) => [team.slug, team] as const),
  ]);
  return ({ title, team }) => byHeading.get(foldHeading(title)) ?? bySlug.get(team ?? '') ?? null;
}
