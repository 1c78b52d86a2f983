import type { SearchForm } from '#lib/search/search-form.ts';
import type { SearchAnswer, SearchChoice } from '#lib/search/search-view.ts';
import type { Visitor } from '#lib/visitor.ts';
import { database } from '#server/database/client.ts';

import { search } from './search.ts';

/** The page of a search: what was found, and what it can be narrowed by. */
export interface SearchPageView {
  readonly answer: SearchAnswer;
  readonly series: readonly SearchChoice[];
  /** Teams of the series that was asked for; none where it is not open to the visitor. */
  readonly teams: readonly SearchChoice[];
}

/** Searches, and says by what else. */
export async function searchPage(visitor: Visitor, form: SearchForm): Promise<SearchPageView> {
  const { series, ...answer } = await search(visitor, form);
  const isOpen = series.some(({ value }) => value === form.series);
  const teams = isOpen
    ? await database().team.findMany({ where: { series: { slug: form.series } }, orderBy: { position: 'asc' } })
    : [];
  return { answer, series, teams: teams.map(({ slug, name }) => ({ value: slug, name })) };
}
