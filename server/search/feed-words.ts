import { z } from 'zod';

import { database } from '#server/database/client.ts';

const SETTING = 'search.words';
/** Slides at a time: a large import is read over some minutes. */
const PART = 20_000;

const progressSchema = z.object({ done: z.number(), seen: z.number() });
const newestSchema = z.tuple([z.object({ newest: z.number() })]);

/**
 * Adds the words of slides that came since last time to the words that typing errors are corrected to. A minute late, so that what was being
 * written is there; nobody counts exactly, and words of slides that are gone stay, because a correction is only offered where it finds something.
 */
export async function feedWords(): Promise<void> {
  const stored = await database().setting.findUnique({ where: { key: SETTING } });
  const { done, seen } = progressSchema.catch({ done: 0, seen: 0 }).parse(JSON.parse(stored?.value ?? '{}'));
  const [{ newest }] = newestSchema.parse(
    await database().$queryRaw`SELECT coalesce(max(id), 0)::float8 AS newest FROM search_slide`,
  );
  const upTo = Math.min(seen, done + PART);
  if (upTo > done)
    await database().$executeRaw`
      INSERT INTO search_word (word, slides)
      SELECT lexeme, count(*)::int FROM search_slide, unnest(search)
      WHERE id > ${done} AND id <= ${upTo} AND weights && '{A,C}' AND length(lexeme) BETWEEN 4 AND 30 AND lexeme !~ '[0-9]'
      GROUP BY lexeme ORDER BY lexeme
      ON CONFLICT (word) DO UPDATE SET slides = search_word.slides + excluded.slides`;
  const value = JSON.stringify({ done: upTo, seen: newest });
  await database().setting.upsert({ where: { key: SETTING }, create: { key: SETTING, value }, update: { value } });
}
