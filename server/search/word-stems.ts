import { z } from 'zod';

import type { WordStems } from '#lib/search/parse-query.ts';
import { database } from '#server/database/client.ts';

const rowsSchema = z.array(z.object({ word: z.string(), english: z.array(z.string()), german: z.array(z.string()) }));

// A word's stems never change, and while somebody types the same words come again and again.
const KNOWN = new Map<string, WordStems>();
const MOST_KNOWN = 5_000;

/** The English and German stems of folded words, by word. */
export async function wordStems(words: readonly string[]): Promise<ReadonlyMap<string, WordStems>> {
  const unknown = [...new Set(words)].filter((word) => !KNOWN.has(word));
  if (unknown.length > 0) {
    if (KNOWN.size > MOST_KNOWN) KNOWN.clear();
    // By the configurations, as the index is made: a dictionary alone would also stem what is no word to them, such as a number.
    const rows = await database().$queryRaw`
      SELECT word, tsvector_to_array(to_tsvector('pg_catalog.english', word)) AS english,
        tsvector_to_array(to_tsvector('pg_catalog.german', word)) AS german
      FROM unnest(${unknown}::text[]) AS word`;
    for (const { word, english, german } of rowsSchema.parse(rows))
      KNOWN.set(word, {
        stop: english.length === 0 || german.length === 0,
        stems: [...new Set([...english, ...german])].filter((stem) => stem !== word),
      });
  }
  return new Map(words.map((word) => [word, KNOWN.get(word) ?? { stop: false, stems: [] }]));
}
