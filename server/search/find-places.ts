import { z } from 'zod';

import { addresses } from '#lib/addresses.ts';
import { sayDay } from '#lib/dates/say-when.ts';
import { lexeme } from '#lib/search/parse-query.ts';
import { goesWith, typedWords, type Place } from '#lib/search/palette-view.ts';
import { foldHeading } from '#lib/teams/fold-heading.ts';
import type { Visitor } from '#lib/visitor.ts';
import { database } from '#server/database/client.ts';
import { Prisma } from '#prisma/client/client.ts';

import { findSlides, readableSlides } from './find-slides.ts';
import { pageCommands } from './page-commands.ts';
import { searchScope } from './search-scope.ts';
import type { SearchScope } from './search-scope.ts';

/** Lines of each kind. */
const MOST = 6;
/** Among so many of the newest calls a title is looked for; of any other its date leads there. */
const NEWEST_CALLS = 500;
/** Sections and reporters of so many are known at once. */
const CALLS_READ = 60;
/** Sections of earlier calls are looked for by so many letters, among so many of the newest slides with such a heading. */
const FEWEST_LETTERS = 3;
const EARLIER_SLIDES = 100;

/**
 * Places that go with what was typed, for the palette: commands of the page at `at` (a path), series, calls, sections, reporters of late,
 * teams. Only what the visitor may read.
 */
export async function findPlaces(visitor: Visitor, typed: string, at: string): Promise<readonly Place[]> {
  const words = typedWords(typed);
  const [commands, scope] = await Promise.all([pageCommands(visitor, at), searchScope(visitor)]);
  const chosen = commands.filter(({ title, detail }) => goesWith(words, `${title} ${detail}`));
  if (words.length === 0) return chosen;
  const whole = wholeSeries(scope);
  const [calls, teams, spoken] = await Promise.all([
    findCalls(scope, whole, { words, typed }),
    findTeams(whole, words),
    findSpoken(scope, words),
  ]);
  const series = scope.series
    .filter(({ name }) => goesWith(words, name))
    .map(({ name, slug }) => place('series', name, '', addresses.series(slug)));
  const sections = await withEarlier(spoken.sections, scope, words);
  return [...series.slice(0, MOST), ...calls, ...sections, ...teams, ...spoken.people, ...chosen];
}

function place(kind: Place['kind'], title: string, detail: string, address: string): Place {
  return { kind, title, detail, address, hue: null };
}

/** Series that are open as such, not by a link to a single deck. */
function wholeSeries({ record, deck, series }: SearchScope): SearchScope['series'] {
  const open = new Set([...record.series, ...deck.series]);
  return series.filter(({ id }) => open.has(id));
}

interface Asked {
  readonly words: readonly string[];
  readonly typed: string;
}

async function findCalls(
  { record, deck }: SearchScope,
  series: SearchScope['series'],
  { words, typed }: Asked,
): Promise<readonly Place[]> {
  const bySeries = new Map(series.map((one) => [one.id, one]));
  const hidden = [...record.notCalls, ...deck.notCalls];
  const where = { seriesId: { in: [...bySeries.keys()] }, deletedAt: null, id: { notIn: hidden } };
  const select = { seriesId: true, address: true, title: true, startsAt: true, timeZone: true } as const;
  const begins = /^\d{4}(-\d{2}){0,2}(-\d+)?$/.test(typed.trim()) ? typed.trim() : null;
  const orderBy = { startsAt: 'desc' } as const;
  const calls =
    begins === null
      ? await database().call.findMany({ where, select, orderBy, take: NEWEST_CALLS })
      : await database().call.findMany({
          where: { ...where, address: { startsWith: begins } },
          select,
          orderBy,
          take: MOST,
        });
  const places: Place[] = [];
  for (const { seriesId, address, title, startsAt, timeZone } of calls) {
    const own = bySeries.get(seriesId);
    if (own === undefined || places.length >= MOST) break;
    const day = sayDay(startsAt, timeZone, new Date(0));
    if (begins !== null || goesWith(words, `${title} ${day} ${address} ${own.name}`))
      places.push(place('call', title, `${day} · ${own.name}`, addresses.call(own.slug, address)));
  }
  return places;
}

async function findTeams(series: SearchScope['series'], words: readonly string[]): Promise<readonly Place[]> {
  const teams = await database().team.findMany({
    where: { seriesId: { in: series.map(({ id }) => id) } },
    select: {
      slug: true,
      name: true,
      hue: true,
      headings: { select: { spelling: true } },
      series: { select: { slug: true, name: true } },
    },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    take: 2_000,
  });
  return teams
    .filter(({ name, headings }) =>
      [name, ...headings.map(({ spelling }) => spelling)].some((each) => goesWith(words, each)),
    )
    .slice(0, MOST)
    .map(({ slug, name, hue, series: own }) => ({
      ...place('team', name, own.name, addresses.team(own.slug, slug)),
      hue,
    }));
}

const spokenSchema = z.array(
  z.object({
    kind: z.enum(['record', 'deck']),
    series: z.string(),
    seriesName: z.string(),
    call: z.string(),
    section: z.string(),
    title: z.string(),
    reporter: z.string().nullable(),
  }),
);

type SpokenSection = Omit<z.infer<typeof spokenSchema>[number], 'reporter'>;

function sectionPlace({ kind, series, seriesName, call, section, title }: SpokenSection): Place {
  return place(
    'section',
    title,
    `${sayDay(new Date(`${call.slice(0, 10)}T12:00:00Z`), 'UTC', new Date(0))} · ${seriesName}`,
    kind === 'record' ? addresses.slide(series, call, section, '1') : addresses.deck(series, call, section),
  );
}

/** Fills the sections up with those of earlier calls, which search finds by their headings, each once in its series. */
async function withEarlier(
  late: readonly Place[],
  scope: SearchScope,
  words: readonly string[],
): Promise<readonly Place[]> {
  if (late.length >= MOST || words.join('').length < FEWEST_LETTERS) return late;
  // A is the weight of words in headings.
  const text = words.map((word) => `${lexeme(word)}:*A`).join(' & ');
  const { slides } = await findSlides({
    words: { text, lexemes: [], beginnings: [] },
    scope,
    teams: null,
    person: '',
    year: '',
    sort: 'new',
    offset: 0,
    limit: EARLIER_SLIDES,
  });
  const sections = [...late];
  const seen = new Set(late.map(({ title, address }) => `${address.split('/', 2).join('/')} ${foldHeading(title)}`));
  for (const slide of slides) {
    const which = `/${slide.series} ${foldHeading(slide.title)}`;
    if (sections.length >= MOST) break;
    if (slide.title === '' || seen.has(which) || !goesWith(words, slide.title)) continue;
    seen.add(which);
    sections.push(sectionPlace(slide));
  }
  return sections;
}

/** Sections of the newest calls, each heading once, and who reported them. */
async function findSpoken({ series, ...scope }: SearchScope, words: readonly string[]) {
  const readable = readableSlides({ series, ...scope });
  const ids = series.map(({ id }) => id);
  const rows = await database().$queryRaw(Prisma.sql`
    WITH late AS (
      SELECT id FROM call WHERE series_id = ANY(${ids}::uuid[]) AND deleted_at IS NULL ORDER BY starts_at DESC LIMIT ${CALLS_READ}
    ), spoken AS (
      SELECT DISTINCT ON (s.series_id, s.section_folded) s.* FROM late JOIN search_slide s ON s.call_id = late.id
      WHERE s.section_title <> '' AND ${readable} ORDER BY s.series_id, s.section_folded, s.starts_at DESC, s.position
    )
    SELECT spoken.kind, series.slug AS series, series.name AS "seriesName", call.address AS call, section_key AS section,
      section_title AS title, reporter
    FROM spoken JOIN call ON call.id = spoken.call_id JOIN series ON series.id = spoken.series_id ORDER BY spoken.starts_at DESC`);
  const spoken = spokenSchema.parse(rows);
  const sections = spoken
    .filter(({ title }) => goesWith(words, title))
    .slice(0, MOST)
    .map(sectionPlace);
  const names = [...new Set(spoken.flatMap(({ reporter }) => reporter?.split(', ') ?? []))];
  const people = names
    .filter((name) => goesWith(words, name))
    .slice(0, MOST)
    .map((name) => place('person', name, '', addresses.search({ person: name, sort: 'new' })));
  return { sections, people };
}
