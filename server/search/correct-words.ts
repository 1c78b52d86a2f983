import { z } from 'zod';

import { lexeme } from '#lib/search/parse-query.ts';
import type { SearchTerm } from '#lib/search/parse-query.ts';
import { slips } from '#lib/teams/word-likeness.ts';
import { database } from '#server/database/client.ts';
import { Prisma } from '#prisma/client/client.ts';

import { readableSlides } from './find-slides.ts';
import type { SearchScope } from './search-scope.ts';

/** Shorter words are near to too many others. */
const SHORTEST = 4;
const MOST_CORRECTED = 4;
const MOST_CANDIDATES = 12;

const wordsSchema = z.array(z.object({ word: z.string() }));

/**
 * Terms with words that stand nowhere replaced by the nearest that do, or null when nothing can be mended. Both count only on slides that
 * the visitor may read: what others wrote neither hides an error nor offers itself.
 */
export async function correctTerms(
  terms: readonly SearchTerm[],
  scope: SearchScope,
): Promise<readonly SearchTerm[] | null> {
  const words = terms
    .filter(({ excluded, quoted, words: own }) => !excluded && !quoted && own.length === 1)
    .flatMap(({ words: own }) => own)
    .filter((word) => word.length >= SHORTEST);
  const wrong = await wordsNowhere(words, scope);
  const mended = new Map<string, string>();
  for (const word of wrong.slice(0, MOST_CORRECTED)) {
    const better = await nearest(word, scope);
    if (better !== null) mended.set(word, better);
  }
  if (mended.size === 0) return null;
  return terms.map((term) => {
    const [word = ''] = term.words;
    const better = term.excluded || term.quoted || term.words.length !== 1 ? undefined : mended.get(word);
    return better === undefined ? term : { ...term, words: [better], typed: better, prefix: false };
  });
}

async function wordsNowhere(words: readonly string[], scope: SearchScope): Promise<readonly string[]> {
  const somewhere = await wordsSomewhere(words, scope);
  return words.filter((word) => !somewhere.includes(word));
}

/** Those of the words that stand on a slide, in their order. */
async function wordsSomewhere(words: readonly string[], scope: SearchScope): Promise<readonly string[]> {
  if (words.length === 0) return [];
  const rows = await database().$queryRaw(Prisma.sql`
    SELECT word FROM unnest(${[...words]}::text[], ${words.map(lexeme)}::tsquery[]) WITH ORDINALITY AS asked(word, query, place)
    WHERE EXISTS (SELECT FROM search_slide s WHERE s.search @@ asked.query AND ${readableSlides(scope)}) ORDER BY place`);
  return wordsSchema.parse(rows).map(({ word }) => word);
}

async function nearest(word: string, scope: SearchScope): Promise<string | null> {
  const most = word.length < 6 ? 1 : 2;
  const near = (await alikeWords(word))
    .map((each) => ({ word: each, distance: slips(each, word, most) }))
    .filter(({ distance }) => distance <= most)
    // Stable: of two that are as near, the one that is more alike or more common.
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, MOST_CANDIDATES);
  // One after the other: the first is nearly always there, and a common word takes a while.
  for (const each of near) if ((await wordsSomewhere([each.word], scope)).length > 0) return each.word;
  return null;
}

/** Words by trigrams, where Postgres has them, and those that begin alike: two letters swapped leave no trigram of a short word. */
async function alikeWords(word: string): Promise<readonly string[]> {
  const alike = (await hasLikeness())
    ? wordsSchema.parse(
        await database().$queryRaw(Prisma.sql`
          SELECT word FROM search_word WHERE word % ${word} AND abs(length(word) - length(${word})) <= 2
          ORDER BY similarity(word, ${word}) DESC, slides DESC, word LIMIT 50`),
      )
    : [];
  const beginning = wordsSchema.parse(
    await database().$queryRaw(Prisma.sql`
      SELECT word FROM search_word WHERE word ^@ ${Array.from(word)[0] ?? ''} AND abs(length(word) - length(${word})) <= 1
      ORDER BY slides DESC, word LIMIT 2000`),
  );
  return [...new Set([...alike, ...beginning].map((row) => row.word))];
}

let likeness: boolean | undefined;

/** Whether pg_trgm is there: prepareSearch says what to do where it is not. */
async function hasLikeness(): Promise<boolean> {
  likeness ??= (await database().$queryRaw<unknown[]>`SELECT 1 FROM pg_extension WHERE extname = 'pg_trgm'`).length > 0;
  return likeness;
}
