import { addresses } from '#lib/addresses.ts';
import { parseQuery, textQuery } from '#lib/search/parse-query.ts';
import type { SearchTerm } from '#lib/search/parse-query.ts';
import type { SearchForm } from '#lib/search/search-form.ts';
import type { SearchAnswer, SearchChoice, SearchHit } from '#lib/search/search-view.ts';
import { markedParts, snippetOf } from '#lib/search/snippet.ts';
import type { MarkedRange } from '#lib/search/snippet.ts';
import { searchWords } from '#lib/search/search-words.ts';
import type { SearchWord } from '#lib/search/search-words.ts';
import type { Visitor } from '#lib/visitor.ts';

import { correctTerms } from './correct-words.ts';
import { findSlides } from './find-slides.ts';
import type { FoundSlide, FoundSlides, SlideQuery } from './find-slides.ts';
import { scopeWithin, searchScope } from './search-scope.ts';
import type { SearchScope } from './search-scope.ts';
import { soughtTeams } from './sought-teams.ts';
import { wordStems } from './word-stems.ts';

/** Hits on a page. */
const PAGE = 20;

/** What a search answers, with the series that it can be narrowed to. */
interface Searched extends SearchAnswer {
  readonly series: readonly SearchChoice[];
}

/**
 * Searches the newest editions of all records and the open decks that the visitor may read. Series and teams that are not there, or are not
 * open to them, find nothing, and no less quickly. Where nothing is found, words that stand nowhere are taken for typing errors.
 */
export async function search(visitor: Visitor, form: SearchForm): Promise<Searched> {
  const scope = await searchScope(visitor);
  const series = scope.series.map(({ slug, name }) => ({ value: slug, name }));
  const terms = parseQuery(form.q);
  const within = narrowed(scope, form);
  const base = await baseQuery(within, form);
  const first = await findTerms(terms, base);
  if (first === null) return { hits: [], total: 0, next: null, corrected: null, asks: false, series };
  const mended = first.total === 0 && form.page === 1 ? await correctTerms(terms, within) : null;
  const second = mended === null ? null : await findTerms(mended, base);
  const found = second !== null && second.total > 0 ? second : first;
  return {
    hits: found.slides.map(hitOf),
    total: found.total,
    next: found.total > form.page * PAGE ? form.page + 1 : null,
    corrected: found === second && mended !== null ? writtenTerms(mended) : null,
    asks: true,
    series,
  };
}

function narrowed(scope: SearchScope, { series }: SearchForm): SearchScope {
  if (series === '') return scope;
  return scopeWithin(
    scope,
    scope.series.filter(({ slug }) => slug === series).map(({ id }) => id),
  );
}

type BaseQuery = Omit<SlideQuery, 'words'>;

async function baseQuery(scope: SearchScope, form: SearchForm): Promise<BaseQuery> {
  const { person, year, sort, page, team } = form;
  const teams = team === '' ? null : await soughtTeams(scope, team);
  return { scope, teams, person, year, sort, offset: (page - 1) * PAGE, limit: PAGE };
}

/** Null where nothing is asked for. */
async function findTerms(terms: readonly SearchTerm[], base: BaseQuery): Promise<FoundSlides | null> {
  const stems = await wordStems(terms.flatMap(({ words }) => words));
  const words = textQuery(terms, (word) => stems.get(word) ?? { stop: false, stems: [] });
  const isNarrowed = base.teams !== null || base.person !== '' || base.year !== '';
  if (words === null && (terms.length > 0 || !isNarrowed)) return null;
  if (base.teams?.length === 0) return { slides: [], total: 0 };
  return findSlides({ ...base, words });
}

function writtenTerms(terms: readonly SearchTerm[]): string {
  return terms.map(({ typed, quoted, excluded }) => `${excluded ? '-' : ''}${quoted ? `"${typed}"` : typed}`).join(' ');
}

function hitOf(slide: FoundSlide): SearchHit {
  const { kind, series, call, section, key, title, heading, text, places } = slide;
  const inHeading = searchWords(heading);
  const inText = searchWords(text);
  // A place counts the words of the heading first.
  const marks = (words: readonly SearchWord[], before: number) =>
    rangesOf((places ?? []).flatMap((place) => words[place - 1 - before] ?? []));
  return {
    kind,
    address: kind === 'record' ? addresses.slide(series, call, section, key) : addresses.deck(series, call, section),
    heading: heading === '' ? markedParts(title, []) : markedParts(heading, marks(inHeading, 0)),
    snippet: withoutHeading(heading, text, marks(inText, inHeading.length)),
    section: title,
    team: slide.team === null ? null : { name: slide.team, hue: slide.hue ?? 0 },
    reporter: slide.reporter,
    call: { title: slide.callTitle, date: call.slice(0, 10), address: addresses.call(series, call) },
    series: { slug: series, name: slide.seriesName },
  };
}

/** The words of a slide begin with its heading, which is shown already. */
function withoutHeading(heading: string, text: string, ranges: readonly MarkedRange[]) {
  const rest = text.startsWith(`${heading}\n`) ? heading.length + 1 : text === heading ? heading.length : 0;
  return snippetOf(
    text.slice(rest),
    ranges.filter(({ from }) => from >= rest).map(({ from, to }) => ({ from: from - rest, to: to - rest })),
  );
}

/** In order, without one that begins inside another. */
function rangesOf(words: readonly MarkedRange[]): readonly MarkedRange[] {
  const ranges: MarkedRange[] = [];
  for (const { from, to } of words.toSorted((a, b) => a.from - b.from)) {
    const last = ranges.at(-1);
    if (last === undefined || from >= last.to) ranges.push({ from, to });
  }
  return ranges;
}
