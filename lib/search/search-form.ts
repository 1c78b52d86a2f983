import { z } from 'zod';
import { LONGEST_QUERY } from './parse-query.ts';

const text = (most: number) =>
  z
    .string()
    .catch('')
    .transform((typed) => typed.replaceAll('\0', '').slice(0, most).toWellFormed().trimStart());

/** Most pages of one search: so many matches are ranked. */
const MOST_PAGES = 100;

/** What the address of a search asks for. Whatever is wrong counts as not asked for. */
export const searchFormSchema = z.object({
  q: text(LONGEST_QUERY),
  series: text(60),
  team: text(60),
  person: text(100),
  year: z
    .string()
    .regex(/^\d{4}$/)
    .catch(''),
  sort: z.enum(['best', 'new']).catch('best'),
  page: z.coerce.number().int().min(1).max(MOST_PAGES).catch(1),
});

/** A search as the visitor asks for it; empty where nothing is asked. Series and team by their addresses. */
export type SearchForm = z.infer<typeof searchFormSchema>;

/** The parts of an address' query that a search needs, those that ask for nothing left out. */
export function searchParams(form: Partial<SearchForm>): Record<string, string> {
  const asked = Object.entries(form).filter(
    ([name, value]) => value !== '' && !(name === 'sort' && value === 'best') && !(name === 'page' && value === 1),
  );
  return Object.fromEntries(asked.map(([name, value]) => [name, String(value)]));
}
