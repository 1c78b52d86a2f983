import { z } from 'zod';

import { lexeme } from '#lib/search/parse-query.ts';
import type { TextQuery } from '#lib/search/parse-query.ts';
import { COUNTED } from '#lib/search/search-view.ts';
import { database } from '#server/database/client.ts';
import { Prisma } from '#prisma/client/client.ts';

import { searchSpan } from './search-span.ts';
import type { ReadablePart, SearchScope } from './search-scope.ts';
import { searchTags } from './search-tags.ts';

/** Of more matches only the newest are looked at. */
const NEWEST = 2_000;
/** Among the slides of so many calls the search begins. */
const FIRST_CALLS = 800;
/** So few are all looked at, wherever they are. */
const FEW = 4_000;
/** Fewer series than these, with less than that share of all calls, are worth narrowing by in the index. */
const MOST_TAGGED = 50;
const NARROW = 0.25;

/** What is looked for, besides what the visitor may read. */
export interface SlideQuery {
  /** Null for whatever the filters let through. */
  readonly words: TextQuery | null;
  readonly scope: SearchScope;
  /** Only slides of these teams. */
  readonly teams: readonly SoughtTeam[] | null;
  /** Words of the reporter's name. */
  readonly person: string;
  readonly year: string;
  readonly sort: 'best' | 'new';
  readonly offset: number;
  readonly limit: number;
}

/** A team and the headings that lead to it. */
export interface SoughtTeam {
  readonly id: string;
  readonly seriesId: string;
  readonly headings: readonly string[];
}

const rowSchema = z.object({
  kind: z.enum(['record', 'deck']),
  key: z.string(),
  section: z.string(),
  title: z.string(),
  reporter: z.string().nullable(),
  heading: z.string(),
  text: z.string(),
  call: z.string(),
  callTitle: z.string(),
  series: z.string(),
  seriesName: z.string(),
  team: z.string().nullable(),
  hue: z.number().nullable(),
  /** Numbers of the words of heading and text that were looked for, from 1. */
  places: z.array(z.number()).nullable(),
});

/** A slide that matches. */
export type FoundSlide = z.infer<typeof rowSchema>;

const answerSchema = z.array(z.object({ total: z.number(), slide: rowSchema.nullable() }));

/** Some of the slides that match, and how many there are: at most the newest 2,000. */
export interface FoundSlides {
  readonly slides: readonly FoundSlide[];
  readonly total: number;
}

/**
 * Finds slides. A word that stands on every third slide of an archive must not cost more than a rare one: the newest calls are
 * searched first, then as many as should be enough, until there are 2,000 or so few that all can be looked at. Series, months and reporters are tags in the same index as
 * the words, so what is not asked for is not even read.
 */
export async function findSlides(query: SlideQuery): Promise<FoundSlides> {
  const { series } = query.scope;
  if (series.length === 0) return { slides: [], total: 0 };
  const span = await searchSpan();
  const isNarrow = span.share(series.map(({ id }) => id)) < NARROW && series.length <= MOST_TAGGED;
  const most = query.sort === 'new' && query.offset + query.limit <= COUNTED ? COUNTED + 1 : NEWEST;
  const asked = { ...query, most, tagsSeries: isNarrow };
  for (let window = span.window(FIRST_CALLS); window !== null;) {
    const found = await findIn(asked, window.tags);
    const expected = (found.total * span.calls) / window.calls;
    if (found.total >= most) return found;
    if (expected < FEW) break;
    window = span.window(Math.max(1.5 * window.calls, (1.3 * most * window.calls) / found.total));
  }
  return findIn(asked, null);
}

interface AskedQuery extends SlideQuery {
  /** So many of the newest matches are looked at. */
  readonly most: number;
  /** The index narrows by series, too: worth it where they are a small part of all. */
  readonly tagsSeries: boolean;
}

async function findIn(query: AskedQuery, when: readonly string[] | null): Promise<FoundSlides> {
  const { words, sort, offset, limit, most } = query;
  const isRanked = sort === 'best' && words !== null;
  const order = isRanked
    ? Prisma.sql`rank DESC, starts_at DESC, call_id, position`
    : Prisma.sql`starts_at DESC, call_id, position`;
  // Ranked after they are cut off: Postgres would else rank all that match.
  const ranked = isRanked
    ? Prisma.sql`(SELECT newest.*, ${rankOf(words)} AS rank FROM newest JOIN search_slide s ON s.id = newest.id)`
    : Prisma.sql`newest`;
  const rows = await database().$queryRaw(Prisma.sql`
    WITH newest AS MATERIALIZED (
      SELECT s.id, s.starts_at, s.call_id, s.position FROM search_slide s
      WHERE s.search @@ ${tagged(query, when)}::tsquery AND ${readableSlides(query.scope)} AND ${ofTeams(query.teams)}
      ORDER BY s.starts_at DESC, s.call_id, s.position LIMIT ${most}
    ), page AS (
      SELECT found.id, row_number() OVER (ORDER BY ${order}) AS place FROM ${ranked} AS found
      ORDER BY ${order} OFFSET ${offset} LIMIT ${limit}
    )
    SELECT (SELECT count(*)::int FROM newest) AS total, shown.slide
    FROM (SELECT 1) AS one LEFT JOIN (
      SELECT page.place, jsonb_build_object('kind', s.kind, 'key', s.key, 'section', s.section_key, 'title', s.section_title,
        'reporter', s.reporter, 'heading', s.heading, 'text', s.text, 'call', call.address, 'callTitle', call.title,
        'series', series.slug, 'seriesName', series.name, 'team', team.name, 'hue', team.hue, 'places', ${placesOf(words)}) AS slide
      FROM page JOIN search_slide s ON s.id = page.id JOIN call ON call.id = s.call_id JOIN series ON series.id = s.series_id
        LEFT JOIN known_heading known ON s.team_id IS NULL AND known.series_id = s.series_id AND known.folded = s.section_folded
        LEFT JOIN team ON team.id = coalesce(s.team_id, known.team_id)
    ) AS shown ON true ORDER BY shown.place`);
  const answers = answerSchema.parse(rows);
  return { slides: answers.flatMap(({ slide }) => slide ?? []), total: answers[0]?.total ?? 0 };
}

/** Later calls a little before earlier ones: half as much after twenty years. */
function rankOf(words: TextQuery): Prisma.Sql {
  return Prisma.sql`ts_rank('{0.3, 0.5, 0.8, 1}', s.search, ${words.text}::tsquery) /
    (1 + greatest(0, extract(epoch FROM now() - s.starts_at) / 631152000))`;
}

function placesOf(words: TextQuery | null): Prisma.Sql {
  if (words === null) return Prisma.sql`NULL`;
  const begins =
    words.beginnings.length === 0 ? Prisma.sql`false` : Prisma.sql`lexeme ^@ ANY(${[...words.beginnings]}::text[])`;
  return Prisma.sql`(SELECT jsonb_agg(DISTINCT place) FROM unnest(s.search), unnest(positions) AS place
    WHERE lexeme = ANY(${[...words.lexemes]}::text[]) OR ${begins})`;
}

/** The words with everything that the index can narrow them by. */
function tagged({ words, scope, person, year, tagsSeries }: AskedQuery, when: readonly string[] | null): string {
  const parts = [
    ...(words === null ? [] : [words.text]),
    ...searchTags.reporter(person).map(lexeme),
    ...(year === '' ? [] : [lexeme(searchTags.year(year))]),
    ...(when === null ? [] : [anyOf(when)]),
  ];
  if (tagsSeries || parts.length === 0) parts.push(anyOf(scope.series.map(({ id }) => searchTags.series(id))));
  return parts.join(' & ');
}

function anyOf(tags: readonly string[]): string {
  return `(${tags.map(lexeme).join('|')})`;
}

/** What the visitor may read. Every statement on these rows has it. */
export function readableSlides({ record, deck, series }: SearchScope): Prisma.Sql {
  return Prisma.sql`s.series_id = ANY(${series.map(({ id }) => id)}::uuid[]) AND
    CASE s.kind WHEN 'record' THEN ${readablePart(record)} ELSE ${readablePart(deck)} END`;
}

function readablePart({ series, calls, notCalls }: ReadablePart): Prisma.Sql {
  return Prisma.sql`((s.series_id = ANY(${[...series]}::uuid[]) AND s.call_id <> ALL(${[...notCalls]}::uuid[]))
    OR s.call_id = ANY(${calls.filter((call) => !notCalls.includes(call))}::uuid[]))`;
}

function ofTeams(teams: readonly SoughtTeam[] | null): Prisma.Sql {
  if (teams === null) return Prisma.sql`true`;
  const ids = teams.map(({ id }) => id);
  const pairs = teams.flatMap(({ seriesId, headings }) => headings.map((folded) => ({ seriesId, folded })));
  return Prisma.sql`(s.team_id = ANY(${ids}::uuid[]) OR (s.team_id IS NULL AND (s.series_id, s.section_folded) IN (
    SELECT * FROM unnest(${pairs.map(({ seriesId }) => seriesId)}::uuid[], ${pairs.map(({ folded }) => folded)}::text[]))))`;
}
