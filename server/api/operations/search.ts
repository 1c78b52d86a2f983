import { z } from 'zod';
import { searchFormSchema } from '#lib/search/search-form.ts';
import { LONGEST_QUERY } from '#lib/search/parse-query.ts';
import { search } from '#server/search/search.ts';
import { NO_BODY, NOTHING, operation } from '#server/api/operation.ts';

const searchQuery = z.object({
  q: z
    .string()
    .max(LONGEST_QUERY)
    .default('')
    .describe('Words, "phrases", -without, begin*. The last word counts as a beginning unless a blank follows.'),
  series: z.string().max(60).optional(),
  team: z.string().max(60).optional().describe('As its address has it.'),
  person: z.string().max(100).optional().describe('Words of the reporter’s name.'),
  year: z
    .string()
    .regex(/^\d{4}$/)
    .optional(),
  sort: z.enum(['best', 'new']).default('best'),
  page: z.coerce.number().int().min(1).max(100).default(1),
});

const partsShape = z.array(z.object({ text: z.string(), marked: z.boolean() }));

/** Search over records and open decks. */
export const searchOperations = [
  operation({
    id: 'search',
    method: 'GET',
    path: '/search',
    summary: 'Slides of records, and of decks of calls to come, twenty a page',
    scope: 'read',
    params: NOTHING,
    query: searchQuery,
    body: NO_BODY,
    answer: z.object({
      total: z.number().int().describe('From 1,000 on at least so many; the newest 2,000 are looked at.'),
      corrected: z.string().nullable().describe('What was looked for instead, where nothing was found.'),
      next: z.number().int().nullable().describe('The page that follows.'),
      slides: z.array(
        z.object({
          kind: z.enum(['record', 'deck']),
          series: z.string(),
          date: z.string(),
          section: z.string(),
          reporter: z.string().nullable(),
          heading: partsShape,
          snippet: partsShape,
          address: z.url(),
        }),
      ),
    }),
    async work({ visitor, query, site }) {
      const { hits, total, corrected, next } = await search(visitor, searchFormSchema.parse(query));
      return {
        json: {
          total,
          corrected,
          next,
          slides: hits.map(({ kind, series, call, section, reporter, heading, snippet, address }) => ({
            kind,
            series: series.slug,
            date: call.date,
            section,
            reporter,
            heading,
            snippet,
            address: site + address,
          })),
        },
      };
    },
  }),
] as const;
