import { createHash } from 'node:crypto';

import { pictureReferences } from '#lib/imports/picture-references.ts';
import { editionContentSchema, type EditionContent } from '#lib/record/edition.ts';
import { foldHeading } from '#lib/teams/fold-heading.ts';
import { database } from '#server/database/client.ts';
import type { Transaction } from '#server/database/client.ts';
import {
  insertSearchSlides,
  writeSearchSlides,
  type SearchedCall,
  type SearchedSlide,
} from '#server/search/write-slides.ts';
import { reporterIn } from '#server/teams/coming-reports.ts';

/** So many records are indexed in one transaction when many were found without. */
const PART = 200;

/** An edition as its index is made from it. */
export interface IndexedEdition {
  readonly id: string;
  readonly recordId: string;
  readonly content: EditionContent;
  /** Its text: `presented`. */
  readonly text: string;
  readonly slides: readonly SearchedSlide[];
  readonly call: SearchedCall;
}

/**
 * Makes the rows of `record_section`, of search and `newest_edition_id` of a record from its newest edition, in the caller's transaction: what
 * lists, team pages, feeds and search read. Whose a section is by word of a host (`teamId`) is kept for sections of the same key and title. Doing it again changes nothing.
 */
export async function indexRecord(tx: Transaction, recordId: string): Promise<void> {
  const found = await tx.edition.findFirst({
    where: { recordId },
    orderBy: { number: 'desc' },
    select: {
      id: true,
      content: true,
      presented: true,
      slides: { select: { key: true, heading: true, text: true }, orderBy: { position: 'asc' } },
      record: { select: { call: { select: { id: true, seriesId: true, startsAt: true, address: true } } } },
    },
  });
  if (found === null) return;
  const { id, slides, record } = found;
  const edition = {
    id,
    recordId,
    content: editionContentSchema.parse(found.content),
    text: new TextDecoder().decode(found.presented),
    slides,
    call: record.call,
  };
  const teamOf = await teamsOf(tx, record.call.seriesId);
  const { sections, searched, lists } = indexOf(edition, teamOf, await takeSaid(tx, recordId));
  await tx.recordSection.createMany({ data: [...sections] });
  await writeSearchSlides(tx, searched);
  await tx.record.update({ where: { id: recordId }, data: lists });
}

/** The same for many new records of one series at once, by the one edition that each has. */
export async function indexNewRecords(
  tx: Transaction,
  seriesId: string,
  editions: readonly IndexedEdition[],
): Promise<void> {
  const teamOf = await teamsOf(tx, seriesId);
  const indexed = editions.map((edition) => ({ recordId: edition.recordId, ...indexOf(edition, teamOf, []) }));
  // As one value: hundreds of parameters would take longer to be written than to be stored.
  const sections = JSON.stringify(indexed.flatMap((each) => each.sections));
  await tx.$executeRaw`
    INSERT INTO record_section (record_id, position, key, title, folded, team_id, reporter, status, from_slide, to_slide, words_hash)
    SELECT "recordId", position, key, title, folded, "teamId", reporter, status, "fromSlide", "toSlide", "wordsHash"
      FROM jsonb_to_recordset(${sections}::jsonb)
        AS row("recordId" uuid, position int, key text, title text, folded text, "teamId" uuid, reporter text, status text,
               "fromSlide" int, "toSlide" int, "wordsHash" text)`;
  await insertSearchSlides(
    tx,
    indexed.map(({ searched }) => searched),
  );
  const rows = JSON.stringify(indexed.map(({ recordId, lists }) => ({ id: recordId, ...lists })));
  await tx.$executeRaw`
    UPDATE record SET newest_edition_id = given."newestId", kind = given.kind, slides = given.slides, imported = given.imported,
           cover = given.cover
      FROM jsonb_to_recordset(${rows}::jsonb) AS given(id uuid, "newestId" uuid, kind text, slides int, imported boolean, cover text)
     WHERE record.id = given.id`;
}

type SaidTeams = readonly { readonly key: string; readonly title: string; readonly teamId: string | null }[];

/** The rows that an edition leads to. */
function indexOf(
  { id, recordId, content, text, slides: words, call }: IndexedEdition,
  teamOf: TeamOf,
  said: SaidTeams,
) {
  const { slides, kind, assets, provenance } = content;
  const sources = slides.map(({ from, to }) => text.slice(from, to));
  const sections = content.sections.map(({ key, title, team, reporter, status, fromSlide, toSlide }, position) => ({
    recordId,
    position,
    key,
    title,
    folded: foldHeading(title),
    teamId: said.find((row) => row.key === key && row.title === title)?.teamId ?? teamOf(title, team),
    // Where the record names nobody, who is named on the slides.
    reporter: reporter ?? reporterIn(sources.slice(fromSlide, toSlide)),
    status,
    fromSlide,
    toSlide,
    wordsHash: wordsHash(words.slice(fromSlide, toSlide).map((slide) => slide.text)),
  }));
  return {
    sections,
    searched: { call, kind: 'record' as const, editionId: id, sections, slides: words },
    lists: {
      newestId: id,
      kind,
      // Plain minutes are one long slide, of which nobody speaks.
      slides: kind === 'minutes' ? 0 : slides.length,
      imported: provenance.type === 'import',
      cover: coverOf(sources[0] ?? '', assets),
    },
  };
}

/** The team of a section by its title and the slug that its edition has; null where there is none. */
type TeamOf = (title: string, slug: string | null) => string | null;

/** What hosts said of the sections of a record, whose rows go to be made anew. */
async function takeSaid(tx: Transaction, recordId: string) {
  const said = await tx.recordSection.findMany({
    where: { recordId, teamId: { not: null } },
    select: { key: true, title: true, teamId: true },
  });
  await tx.recordSection.deleteMany({ where: { recordId } });
  return said;
}

/** Indexes every record that was written before there was an index. Gives how many. */
export async function indexRecords(): Promise<number> {
  for (let indexed = 0; ;) {
    const records = await database().record.findMany({
      where: { newestId: null, editions: { some: {} } },
      select: { id: true },
      take: PART,
    });
    if (records.length === 0) return indexed;
    await database().$transaction(
      async (tx) => {
        for (const { id } of records) await indexRecord(tx, id);
      },
      { timeout: 120_000 },
    );
    indexed += records.length;
  }
}

/** The team that an edition names for a section by the slug that it had then; null where the heading is a team's, which follows it. */
async function teamsOf(tx: Transaction, seriesId: string): Promise<TeamOf> {
  const where = { seriesId };
  const headings = await tx.knownHeading.findMany({ where, select: { folded: true, teamId: true } });
  const teams = await tx.team.findMany({ where, select: { id: true, slug: true } });
  const before = await tx.teamAddress.findMany({ where, select: { teamId: true, slug: true } });
  const byHeading = new Map(headings.map(({ folded, teamId }) => [folded, teamId]));
  const bySlug = new Map([
    ...before.map(({ teamId, slug }) => [slug, teamId] as const),
    ...teams.map(({ id, slug }) => [slug, id] as const),
  ]);
  return (title, slug) =>
    slug === null || byHeading.get(foldHeading(title)) != null ? null : (bySlug.get(slug) ?? null);
}

/** The first picture on the first slide of which there is a copy. */
function coverOf(source: string, assets: EditionContent['assets']): string | null {
  for (const address of pictureReferences(source)) {
    const kept = assets[address];
    if (kept != null) return `${kept.key}.${kept.extension}`;
  }
  return null;
}

function wordsHash(texts: readonly string[]): string {
  const words = texts.join('').replaceAll(/\s+/g, '');
  return words === '' ? '' : createHash('sha256').update(words).digest('hex');
}
