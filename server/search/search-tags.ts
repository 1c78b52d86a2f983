import { searchWords } from '#lib/search/search-words.ts';

/** Tags in the search vector begin with a slash, which no folded word holds. The migration's triggers write those of the date, too. */
export const searchTags = {
  series: (seriesId: string) => `/s${seriesId.slice(-12)}`,
  /** Of a call's address. */
  month: (address: string) => `/m${address.slice(0, 7)}`,
  year: (address: string) => `/y${address.slice(0, 4)}`,
  /** One for each word of the name, or of the names. */
  reporter: (names: string): readonly string[] => [...new Set(searchWords(names).map(({ folded }) => `/r${folded}`))],
} as const;
